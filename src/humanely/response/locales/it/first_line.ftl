### Quello che una persona del team può scrivere per prima in italiano. Nessun nome, nessun termine, nessuna scusa.

first-human =
    .a = Sono una persona del team e ho letto quello che è scritto qui.
    .b = Adesso qui scrive una persona del team, e ho letto tutto.
    .c = Da qui scrive una persona del team. Ho letto tutto quello che precede.
first-waited =
    .a = Grazie per l'attesa. Sono una persona del team e ho letto quello che è scritto qui.
    .b = C'è stato da aspettare, grazie. Sono del team e ho letto tutto.
    .c = Grazie di essere ancora qui. Sono una persona del team e ho letto tutto quello che precede.
first-decision =
    .a = Sono una persona del team. Questo lo decido io e non una macchina, e ho letto tutto.
    .b = Adesso lo guarda una persona, e sono io. Ho letto quello che è scritto qui.
    .c = Sono del team e lo guardo di persona. Ho letto tutto quello che precede.
first-crisis =
    .a = Sono una persona del nostro team. Sono qui e leggo quello che arriva.
    .b = Qui c'è una persona del nostro team. Adesso sono in questa chat.
    .c = Adesso c'è una persona. Leggo, e resto in questa chat.
