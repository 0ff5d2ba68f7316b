### Što se kaže najprije. "short" je za sat, SMS i glas: 60 znakova. Obraćanje: Vi.

ai =
    .full = Ovdje odgovara AI asistent, a ne čovjek. U svakom trenutku možete zatražiti razgovor s čovjekom.
    .short = Odgovara AI. Možete zatražiti razgovor s čovjekom.
ai_again =
    .full = Sada ponovno odgovara AI asistent, a ne čovjek. U svakom trenutku možete zatražiti razgovor s čovjekom.
    .short = Ponovno odgovara AI. Možete zatražiti razgovor s čovjekom.
estimates =
    .full = Iz Vaših riječi možda ćemo procjenjivati kakve osjećaje nosi poruka, kako bismo bolje odgovorili. Procjena može biti pogrešna. Ako to ne želite, recite nam i prestat ćemo; pomoći ćemo Vam jednako dobro.
    .short = Možda procjenjujemo osjećaje iz riječi. Dovoljno je reći ne.

# Who wrote a message.

author =
    .ai = Napisao AI asistent
    .human = Napisao čovjek
    .ai_draft_human_sent = Sastavio AI asistent, provjerio i poslao čovjek
