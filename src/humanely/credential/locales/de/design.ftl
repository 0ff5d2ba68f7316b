# Was an einem Feld nicht stimmt, und was zu tun ist.
design-fault-missing = Das wird gebraucht. Bitte füllen Sie es aus.
design-fault-not-text = Hier gehört Text hin. Bitte schreiben Sie es in Worten.
design-fault-hidden-characters = Darin stehen verborgene Zeichen, die die Reihenfolge der Buchstaben umdrehen können. Bitte tippen Sie es neu, ohne zu kopieren.
design-fault-too-long = Das sind { $length } Zeichen; Platz ist für { $most }. Bitte kürzen Sie es.
design-fault-not-link = Das ist keine Adresse, die mit https:// beginnt. Bitte kopieren Sie sie aus der Adresszeile des Browsers.
design-fault-not-identifier = Das ist keine Adresse, die mit https:// oder http:// beginnt. Bitte kopieren Sie sie von der Seite des Verzeichnisses.
design-fault-not-language = Das ist kein Sprachkürzel. Bitte schreiben Sie zwei oder drei kleine Buchstaben, etwa „en“, „de“ oder „pt-BR“.
design-fault-not-colour = Das ist keine Farbe. Bitte schreiben Sie # und sechs Ziffern oder Buchstaben von a bis f, etwa #1d4f91.
design-fault-not-email = Das ist keine E-Mail-Adresse. Bitte sehen Sie nach, ob ein @ oder Punkt fehlt oder ein Komma darin steht.
design-fault-not-phone = Das ist keine Telefonnummer. Bitte schreiben Sie Ziffern, am besten mit Landesvorwahl, etwa +49 30 123456.
design-fault-not-did = Das ist kein dezentraler Bezeichner. Er beginnt mit „did:“, etwa did:key:z6Mk…
design-fault-not-id = Bitte nur kleine Buchstaben, Ziffern und einzelne Bindestriche, höchstens 64, etwa „gabelstapler-sicherheit“.
design-fault-id-taken = Diese Kennung gehört schon zu einer anderen Leistung. Bitte wählen Sie eine andere, oder ändern Sie jene.
design-fault-not-among = Bitte wählen Sie eines davon: { $among }.
design-fault-not-whole = Bitte schreiben Sie eine ganze Zahl von { $least } bis { $most }.
design-fault-not-flag = Bitte antworten Sie mit Ja oder Nein.
design-fault-not-list = Hier gehört eine Liste hin, auch wenn sie nur einen Eintrag hat.
design-fault-not-form = Das hat eigene Felder. Bitte füllen Sie sie einzeln aus.
design-fault-too-many = Das sind { $length } Einträge; Platz ist für { $most }. Bitte behalten Sie die wichtigsten.
design-fault-unknown-field = Dieses Feld gibt es nicht. Bitte prüfen Sie die Schreibweise; es würde nichts davon aufbewahrt.
design-fault-framework-missing = Ein Code sagt ohne sein Verzeichnis nichts. Bitte nennen Sie es, etwa ESCO.
design-fault-no-way-to-reach = Man muss wenigstens auf einem Weg fragen können: E-Mail-Adresse, Seite oder Telefonnummer.
design-fault-review-needed = Davon hängen Arbeit oder eine Zulassung ab; deshalb gibt ein Mensch jeden Nachweis frei. Bitte lassen Sie die Prüfung eingeschaltet.
design-fault-renewal-missing = Es läuft ab; wer es hat, muss wissen, wie man es erneuert. Bitte sagen Sie wie, oder lassen Sie es unbegrenzt gelten.
design-fault-same-step = Zwei Schritte heißen „{ $step }“. Bitte geben Sie jedem eine eigene Kennung.
design-fault-language-twice = In dieser Sprache ist das Formular selbst geschrieben. Bitte entfernen Sie diese Fassung oder ändern Sie ihre Sprache.
design-fault-step-unknown = Ein Schritt ist übersetzt, den es nicht gibt. Bitte verwenden Sie die Kennungen der Schritte oben.
design-fault-nobody-named = Es steht weder eine E-Mail-Adresse noch ein DID da; so könnte niemand zeigen, dass es der eigene Nachweis ist. Bitte ergänzen Sie eines davon.
design-fault-project-missing = Es gibt einen Link zu einem Projekt, aber kein Wort dazu. Bitte sagen Sie in einem Satz, was gemacht wurde.
design-fault-cells-over = Diese Zeile hat mehr Zellen als die erste. Bitte suchen Sie ein Trennzeichen zu viel, oder setzen Sie den Text in Anführungszeichen.
design-fault-duplicate = Dieselbe Person steht schon in Zeile { $row }. Bitte behalten Sie eine der beiden Zeilen.
design-fault-has-it = Diese Person hat das schon. Bitte entfernen Sie die Zeile, oder berichtigen Sie den früheren Nachweis.

# Was einfacher oder freundlicher sein könnte.
design-hint-sentence-long = Ein Satz hat { $words } Wörter. Zwei kürzere versteht man leichter.
design-hint-meaning-without-you = Das wird der Person gesagt, die es hat. Sprechen Sie sie an: „Sie können …“, „Du weißt, wie …“.
design-hint-alternative-text-is-name = Das wiederholt den Namen. Sagen Sie, was auf dem Bild zu sehen ist, für jemanden, der es nicht sieht.
design-hint-next-steps-empty = Was kann als Nächstes kommen? Ein Satz hilft weiter.
design-hint-steps-empty = Mit Schritten sieht man, wie weit man ist und wie lange der Rest dauert.

# Tabellen mit Empfängern.
design-table-too-large = Die Tabelle ist zu groß. Bitte teilen Sie sie auf mehrere Dateien auf.
design-table-too-many-rows = Die Tabelle hat zu viele Zeilen. Bitte teilen Sie sie auf mehrere Dateien auf.
design-table-not-text = Das lässt sich nicht als Tabelle lesen. Bitte speichern Sie sie in der Tabellenkalkulation als „CSV UTF-8“.
design-table-empty = In der Tabelle steht niemand. Bitte geben Sie in der ersten Zeile die Namen der Spalten an und darunter eine Zeile für jede Person.
design-table-quotes = Ein Anführungszeichen geht auf und nie wieder zu. Bitte speichern Sie die Tabelle neu als CSV.
design-table-column-missing = Keine Spalte sagt, um wen es geht. Bitte nennen Sie in der ersten Zeile eine davon „E-Mail“ oder „DID“.
design-table-column-twice = Zwei Spalten bedeuten dasselbe. Bitte behalten Sie eine davon.
design-batch-fault-column = Was zu berichtigen ist
design-batch-note-encoding = Die Datei ist nicht in UTF-8; sie wurde als Windows-1252 gelesen. Bitte sehen Sie sich Namen mit Umlauten und Akzenten an.
design-batch-note-ignored = Nicht gebraucht und nicht gelesen: { $columns }.

# Wo jemand steht.
design-feedback-no-steps = Hier gibt es keine einzelnen Schritte. Was verlangt wird, steht in den Kriterien.
design-feedback-welcome = Sie können mit jedem Schritt beginnen; der erste ist ein guter Anfang.
design-feedback-welcome-back = Schön, dass Sie wieder da sind. Was Sie getan haben, ist noch da, und nichts muss doppelt gemacht werden.
design-feedback-first-step = Der erste Schritt ist getan.
design-feedback-going = Sie sind auf dem Weg.
design-feedback-nearly = Ein Schritt, der gebraucht wird, ist noch offen.
design-feedback-only-optional = Alles, was gebraucht wird, ist getan. Der Rest steht Ihnen frei.
design-feedback-complete = Alle Schritte sind getan.
design-feedback-in-review = Alle Schritte sind getan. Jetzt sieht ein Mensch es sich an, bevor es ausgestellt wird.
design-done = { $done } von { $all } { $all ->
    [one] Schritt
   *[other] Schritten
} getan.
design-next = Als Nächstes: { $step }, { $duration }.
design-time-left = Noch zu tun: { $duration }.
design-skip = Überspringen dürfen Sie: { $steps }.
design-minutes = etwa { $minutes ->
    [one] { $minutes } Minute
   *[other] { $minutes } Minuten
}
design-hours = etwa { $hours ->
    [one] { $hours } Stunde
   *[other] { $hours } Stunden
}

# Was eine empfangende Person gefragt wird.
design-ask-language = Welche Sprache soll Ihr Nachweis sprechen?
design-ask-language-why = Damit Sie ihn lesen können, und alle, denen Sie ihn zeigen.
design-ask-language-skipped = Er wird in der Sprache der Vorlage geschrieben. Sie können später um eine andere bitten.
design-ask-email = Wie erreichen wir Sie?
design-ask-email-why = Um Ihnen den Link zu Ihrem Nachweis zu schicken und Bescheid zu geben, wenn sich daran etwas ändert. Ihre Adresse steht nicht im Nachweis, nur ein Fingerabdruck davon, mit dem Sie zeigen können, dass er Ihrer ist.
design-ask-email-skipped = Sie können stattdessen einen dezentralen Bezeichner (DID) nennen. Ohne beides können wir ihn noch nicht ausstellen; was Sie getan haben, bleibt hier.
design-ask-name = Welcher Name soll im Nachweis stehen?
design-ask-name-why = Damit man sieht, dass er Ihrer ist. Nehmen Sie den Namen, unter dem man Sie kennt.
design-ask-name-skipped = Es steht kein Name darin. Dass er Ihrer ist, können Sie mit Ihrer E-Mail-Adresse oder Ihrem DID trotzdem zeigen.
design-ask-name-skipped-employment = Es steht kein Name darin. Ein Arbeitgeber bittet Sie vielleicht, auf andere Weise zu zeigen, dass er Ihrer ist. Den Namen können Sie später ergänzen.
design-ask-name-skipped-licence = Es steht kein Name darin. Bei einer Kontrolle müssten Sie auf andere Weise zeigen, dass er Ihrer ist. Den Namen können Sie später ergänzen.
design-ask-project = Möchten Sie etwas zeigen, das Sie gemacht haben?
design-ask-project-why = Ein Projekt sagt mehr als ein Titel. Sie entscheiden, was erzählt wird.
design-ask-project-skipped = Der Nachweis zählt ohne das genauso viel.
design-ask-mentor-note = Möchten Sie, dass eine Mentorin oder ein Mentor etwas zu Ihrer Arbeit sagt?
design-ask-mentor-note-why = Ein paar Worte von jemandem, der sie gesehen hat, machen sie für andere anschaulich. Sie lesen sie zuerst.
design-ask-mentor-note-skipped = Der Nachweis zählt ohne das genauso viel.

# Was von einem Badge von anderswo nicht übernommen werden konnte.
design-left-achievement-elsewhere = Wofür das Badge steht, ist nicht in der Datei, nur eine Adresse dazu.
design-left-issuer-elsewhere = Der Name der ausstellenden Stelle ist nicht in der Datei, nur eine Adresse.
design-left-criteria-elsewhere = Was dafür zu tun war, ist nicht in der Datei, höchstens eine Adresse dazu.
design-left-date = Das Datum der Verleihung ließ sich nicht lesen.
design-left-identity = Wen es nennt, wurde nicht übernommen; nichts zeigt hier, dass es Ihres ist.
design-left-evidence = Belege und ihre Geschichte bleiben im ursprünglichen Badge.
design-left-endorsements = Empfehlungen bleiben im ursprünglichen Badge.
design-left-picture = Das Bild bleibt im ursprünglichen Badge.
design-left-results = Ergebnisse und Noten bleiben im ursprünglichen Badge.
design-left-proof = Nichts daran wurde hier geprüft.

# Was ein kleinerer Nachweis behalten kann.
design-claim-name = Ihr Name
design-claim-meaning = Was es über Sie sagt und was als Nächstes kommt
design-claim-story = Ihre Geschichte
design-claim-evidence = Projekte und Worte von Mentorinnen und Mentoren
design-claim-skills = Fähigkeiten
