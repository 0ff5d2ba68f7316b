ledger-lead = Jeder Vorgang ist hier ein Eintrag, der Reihe nach. Was gesagt wurde, ist versiegelt; jede Änderung, Entfernung oder Umstellung würde auffallen.
ledger-head = Das Protokoll jetzt
ledger-size = Einträge
ledger-root = Wurzel
ledger-verifier = Öffentlicher Schlüssel
ledger-verify = Alles prüfen
ledger-right = Alles in Ordnung: Das Protokoll enthält, was aufgezeichnet wurde.
ledger-wrong = { $count ->
    [one] Eines stimmt nicht.
   *[other] { $count } Dinge stimmen nicht.
}
ledger-extent = Gelesen: { $entries } Einträge, { $erased } davon absichtlich ohne Inhalt. Durch einen signierten Prüfpunkt gesichert: die ersten { $proven }.
ledger-one = Einen Eintrag beweisen
ledger-prove = Beweisen
ledger-holds = Eintrag { $place } steht im Protokoll mit { $size } Einträgen
ledger-holds-not = Dieser Eintrag führt nicht zur Wurzel
ledger-kind = Art
ledger-subject = Pseudonym
ledger-hash = Prüfsumme
ledger-proof-text = Der Beweis zum Weitergeben
ledger-check = Einen Beweis prüfen
ledger-paste = Ein Beweis, den Ihnen jemand gab
ledger-paste-hint = Das ganze JSON, wie diese Seite oder GET /v1/ledger/proof es gibt.
ledger-check-do = Prüfen
ledger-leads = Seine Prüfsummen führen zu der Wurzel, die er nennt.
ledger-head-ours = Dieses Protokoll hatte diese Wurzel bei dieser Größe.
ledger-old-ours = Auch die ältere Wurzel hatte dieses Protokoll.
ledger-record-ours = Der Eintrag an dieser Stelle ist hier derselbe.
ledger-checkpoints = Signierte Prüfpunkte
ledger-checkpoints-lead = Bewahren Sie einen auf, wo ihn hier niemand ändern kann: Er zeigt später, ob davor etwas geändert wurde.
ledger-entries = { $count ->
    [one] ein Eintrag
   *[other] { $count } Einträge
}
ledger-unsigned = Noch ist nichts signiert.
ledger-acts = Die neuesten Vorgänge, ohne ihre Worte
ledger-acts-table = Neueste Vorgänge
kind-consent = Einwilligung
kind-law = nicht gelesen, nach Gesetz
kind-estimate = Nachricht
kind-decision = Entscheidung
kind-response = Antwort
kind-handoff = Übergabe
kind-note = Notiz
kind-review = Prüfung
kind-contact = Kontaktweg
kind-correction = Berichtigung
kind-erasure = Löschung
kind-outcome = Ergebnis
kind-key = API-Schlüssel
kind-staff = Team
kind-setting = Einstellung
kind-webhook = Webhook
kind-achievement = Errungenschaft
kind-credential = Nachweis
kind-appeal = Einspruch
kind-endorsement = Fürsprache
kind-behaviour = Verhalten
