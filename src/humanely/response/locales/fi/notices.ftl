### Mitä ensin sanotaan. "short" on kelloa, tekstiviestiä ja ääntä varten: 60 merkkiä. Puhuttelu: sinä.

ai =
    .full = Sinulle vastaa tekoälyavustaja, ei ihminen. Voit pyytää ihmistä milloin tahansa.
    .short = Täällä vastaa tekoäly. Voit pyytää ihmistä.
ai_again =
    .full = Nyt sinulle vastaa taas tekoälyavustaja, ei ihminen. Voit pyytää ihmistä milloin tahansa.
    .short = Tekoäly vastaa taas. Voit pyytää ihmistä.
estimates =
    .full = Sanoistasi voimme arvioida, miltä viesti tuntuu, jotta osaamme vastata paremmin. Arvio voi olla väärä. Jos et halua tätä, kerro meille, niin se loppuu; sinua autetaan yhtä hyvin.
    .short = Voimme arvioida, miltä sanat tuntuvat. Kiellä, niin loppuu.

# Who wrote a message.

author =
    .ai = Tekoälyavustajan kirjoittama
    .human = Ihmisen kirjoittama
    .ai_draft_human_sent = Tekoälyavustajan luonnos, jonka ihminen tarkisti ja lähetti
