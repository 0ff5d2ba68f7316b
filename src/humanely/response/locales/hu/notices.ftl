### Amit először mondunk. A "short" órára, SMS-re és hangra való: 60 karakter. Magázás.

ai =
    .full = Itt egy MI-asszisztens válaszol, nem ember. Bármikor kérheti, hogy ember válaszoljon.
    .short = Itt MI válaszol. Kérheti, hogy ember válaszoljon.
ai_again =
    .full = Most újra az MI-asszisztens válaszol, nem ember. Bármikor kérheti, hogy ember válaszoljon.
    .short = Újra az MI válaszol. Kérheti, hogy ember válaszoljon.
estimates =
    .full = A szavaiból megbecsülhetjük, milyen érzés lehet egy üzenet mögött, hogy jobban válaszolhassunk. A becslés téves lehet. Ha ezt nem szeretné, szóljon, és abbahagyjuk; ugyanúgy segítünk.
    .short = A szavaiból érzéseket becsülhetünk. Elég egy nem.

# Who wrote a message.

author =
    .ai = MI-asszisztens írta
    .human = Ember írta
    .ai_draft_human_sent = MI-asszisztens fogalmazta, ember ellenőrizte és küldte el
