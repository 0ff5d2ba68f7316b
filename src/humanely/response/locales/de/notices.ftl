### Was man zuerst erfährt. "short" ist für Uhr, SMS und Stimme: 60 Zeichen. Mit Sie, "-familiar" mit du.

ai =
    .full = Hier antwortet ein KI-Assistent, kein Mensch. Sie können jederzeit einen Menschen verlangen.
    .full-familiar = Hier antwortet ein KI-Assistent, kein Mensch. Du kannst jederzeit einen Menschen verlangen.
    .short = Hier antwortet eine KI. Ein Mensch kommt auf Wunsch dazu.
ai_again =
    .full = Jetzt antwortet wieder der KI-Assistent, kein Mensch. Sie können jederzeit einen Menschen verlangen.
    .full-familiar = Jetzt antwortet wieder der KI-Assistent, kein Mensch. Du kannst jederzeit einen Menschen verlangen.
    .short = Wieder die KI. Ein Mensch kommt auf Wunsch dazu.
estimates =
    .full = Aus Ihren Worten schätzen wir vielleicht, wie sich eine Nachricht anfühlt, um besser zu antworten. Eine Schätzung kann falsch sein. Wenn Sie das nicht möchten, sagen Sie es uns, dann hört es auf; geholfen wird Ihnen genauso.
    .full-familiar = Aus deinen Worten schätzen wir vielleicht, wie sich eine Nachricht anfühlt, um besser zu antworten. Eine Schätzung kann falsch sein. Wenn du das nicht möchtest, sag es uns, dann hört es auf; geholfen wird dir genauso.
    .short = Wir schätzen vielleicht Gefühle in Worten. Nein genügt.

# Who wrote a message.

author =
    .ai = Von einem KI-Assistenten geschrieben
    .human = Von einem Menschen geschrieben
    .ai_draft_human_sent = Von einem KI-Assistenten entworfen, von einem Menschen geprüft und gesendet
