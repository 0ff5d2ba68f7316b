### Quello che si dice per primo. "short" è per orologio, SMS e voce: 60 caratteri. Lei, "-familiar": tu.

ai =
    .full = Qui risponde un assistente di IA, non una persona. Può chiedere una persona in qualsiasi momento.
    .full-familiar = Qui risponde un assistente di IA, non una persona. Puoi chiedere una persona in qualsiasi momento.
    .short = Qui risponde una IA. Può chiedere una persona.
    .short-familiar = Qui risponde una IA. Puoi chiedere una persona.
ai_again =
    .full = Ora risponde di nuovo l'assistente di IA, non una persona. Può chiedere una persona in qualsiasi momento.
    .full-familiar = Ora risponde di nuovo l'assistente di IA, non una persona. Puoi chiedere una persona in qualsiasi momento.
    .short = Di nuovo la IA. Può chiedere una persona.
    .short-familiar = Di nuovo la IA. Puoi chiedere una persona.
estimates =
    .full = Dalle sue parole possiamo stimare che cosa si sente in un messaggio, per rispondere meglio. Una stima può essere sbagliata. Se non lo vuole, ce lo dica e si smette; l'aiuto resta lo stesso.
    .full-familiar = Dalle tue parole possiamo stimare che cosa si sente in un messaggio, per rispondere meglio. Una stima può essere sbagliata. Se non lo vuoi, diccelo e si smette; l'aiuto resta lo stesso.
    .short = Forse stimiamo il sentimento nelle parole. Basta un no.

# Who wrote a message.

author =
    .ai = Scritto da un assistente di IA
    .human = Scritto da una persona
    .ai_draft_human_sent = Preparato da un assistente di IA, controllato e inviato da una persona
