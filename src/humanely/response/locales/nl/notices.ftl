### Wat eerst gezegd wordt. "short" is voor horloge, sms en stem: 60 tekens. Met je.

ai =
    .full = Hier antwoordt een AI-assistent, geen mens. Je kunt altijd om een mens vragen.
    .short = Hier antwoordt een AI. Je kunt om een mens vragen.
ai_again =
    .full = Nu antwoordt weer de AI-assistent, geen mens. Je kunt altijd om een mens vragen.
    .short = Weer de AI. Je kunt om een mens vragen.
estimates =
    .full = Uit je woorden kunnen we schatten hoe een bericht voelt, om beter te antwoorden. Een schatting kan fout zijn. Wil je dit niet, zeg het ons en het stopt; je wordt net zo goed geholpen.
    .short = We schatten misschien hoe woorden voelen. Zeg nee: klaar.

# Who wrote a message.

author =
    .ai = Geschreven door een AI-assistent
    .human = Geschreven door een mens
    .ai_draft_human_sent = Opgesteld door een AI-assistent, nagekeken en verstuurd door een mens
