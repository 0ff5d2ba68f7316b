### Mitä ensin sanotaan. "short" on kelloa, tekstiviestiä ja ääntä varten: 60 merkkiä. Puhuttelu: sinä.

ai =
    .full = Sinulle vastaa tekoälyavustaja, ei ihminen. Voit milloin tahansa pyytää ihmistä vastaamaan.
    .short = Täällä vastaa tekoäly. Voit pyytää ihmistä vastaamaan.
ai_again =
    .full = Nyt sinulle vastaa taas tekoälyavustaja, ei ihminen. Voit milloin tahansa pyytää ihmistä vastaamaan.
    .short = Tekoäly vastaa taas. Voit pyytää ihmistä vastaamaan.
estimates =
    .full = Sanoistasi voimme arvioida, miltä viesti tuntuu, jotta osaamme vastata paremmin. Arvio voi olla väärä. Jos et halua tätä, kerro meille, niin se loppuu; sinua autetaan yhtä hyvin.
    .short = Arvioimme ehkä sanojesi tunteita. Sano ei, niin lopetamme.

# Who wrote a message.

author =
    .ai = Tekoälyavustajan kirjoittama
    .human = Ihmisen kirjoittama
    .ai_draft_human_sent = Tekoälyavustajan luonnos, jonka ihminen tarkisti ja lähetti
