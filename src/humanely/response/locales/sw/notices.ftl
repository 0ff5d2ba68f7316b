### Kinachosemwa kwanza. "short" ni kwa saa, SMS na sauti: herufi 60. Unyambulishi: wewe.

ai =
    .full = Anayejibu hapa ni msaidizi wa AI, si binadamu. Unaweza kuomba binadamu wakati wowote.
    .short = Hapa inajibu AI. Unaweza kuomba binadamu.
ai_again =
    .full = Sasa anajibu tena msaidizi wa AI, si binadamu. Unaweza kuomba binadamu wakati wowote.
    .short = AI inajibu tena. Unaweza kuomba binadamu.
estimates =
    .full = Kutokana na maneno yako tunaweza kukadiria hisia zilizomo katika ujumbe, ili tujibu vizuri zaidi. Makadirio yanaweza kuwa na makosa. Kama hutaki, tuambie na tutaacha; utasaidiwa vilevile.
    .short = Tunaweza kukadiria hisia za maneno. Sema hapana tu.

# Who wrote a message.

author =
    .ai = Imeandikwa na msaidizi wa AI
    .human = Imeandikwa na binadamu
    .ai_draft_human_sent = Imeandaliwa na msaidizi wa AI, ikakaguliwa na kutumwa na binadamu
