### Što se kaže najprije. "short" je za sat, SMS i glas: 60 znakova. Obraćanje: Vi.

ai =
    .full = Ovdje odgovara asistent umjetne inteligencije, a ne čovjek. U svakom trenutku možete zatražiti čovjeka.
    .short = Odgovara umjetna inteligencija. Možete zatražiti čovjeka.
ai_again =
    .full = Sada opet odgovara asistent umjetne inteligencije, a ne čovjek. U svakom trenutku možete zatražiti čovjeka.
    .short = Opet odgovara stroj. Možete zatražiti čovjeka.
estimates =
    .full = Iz Vaših riječi možemo procijeniti kakav osjećaj nosi poruka, kako bismo bolje odgovorili. Procjena može biti pogrešna. Ako to ne želite, recite nam i prestajemo; pomoći ćemo Vam jednako dobro.
    .short = Možda procjenjujemo osjećaje iz riječi. Recite ne za kraj.

# Who wrote a message.

author =
    .ai = Napisao asistent umjetne inteligencije
    .human = Napisao čovjek
    .ai_draft_human_sent = Sastavio asistent umjetne inteligencije, provjerio i poslao čovjek
