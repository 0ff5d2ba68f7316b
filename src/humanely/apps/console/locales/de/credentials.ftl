# Nachweise, für das Team.
cred-parts = Teile der Nachweise
cred-part-list = Nachweise
cred-part-untold = Noch nicht gesagt
cred-part-achievements = Leistungen
cred-part-appeals = Einsprüche
cred-part-figures = Zahlen
cred-part-endorsements = Empfehlungen
cred-part-keys = Schlüssel
cred-keys-down = zum nächsten
cred-keys-up = zum vorigen
cred-keys-back = zurück zur Liste

# Die Liste und ein Nachweis.
cred-issue = Ausstellen
cred-await = { $count ->
    [one] Ein Nachweis wartet auf eine zweite Person.
   *[other] { $count } Nachweise warten auf eine zweite Person.
}
cred-any = alle
cred-who = Für
cred-of = Leistung
cred-state = Stand
cred-since = Seit
cred-until = Gültig bis
cred-code = Code
cred-show = Zeigen
cred-batch = Gruppe
cred-unreadable = nicht mehr lesbar
cred-for-ever = ohne Ende
cred-under-appeal = im Einspruch
cred-none = Hier ist nichts.
cred-none-more = Wählen Sie eine Leistung und stellen Sie sie einer Person oder einer Klasse aus.
cred-state-prepared = vorbereitet
cred-state-awaiting_review = wartet auf eine zweite Person
cred-state-offered = angeboten
cred-state-collected = abgeholt
cred-state-valid = abgeholt
cred-state-suspended = ausgesetzt
cred-state-revoked = widerrufen
cred-state-superseded = ersetzt
cred-state-cancelled = abgesagt
cred-state-expired = abgelaufen
cred-state-gone = gelöscht
cred-says = Was darin steht
cred-version = Fassung { $version }
cred-name = Name
cred-left-out = weggelassen
cred-email = E-Mail-Adresse
cred-email-hidden = (steht nicht im Nachweis, nur ein gesalzener Hashwert)
cred-language = Sprache
cred-offered = Angeboten
cred-collected = Abgeholt
cred-shared = Von der Person gezeigt
cred-replaces = Tritt an die Stelle von
cred-replaced-by = Ersetzt durch
cred-public = Öffentliche Seite
cred-story = Geschichte
cred-evidence-project = Ein Projekt
cred-evidence-mentor_note = Worte einer Begleitperson
cred-history = Was geschehen ist
cred-do = Was sich tun lässt
cred-issue-now = Ausstellen
cred-approve = Zustimmen und ausstellen
cred-submit = Zur Prüfung geben
cred-second = Sie haben das vorbereitet. Jemand anders aus dem Team sieht es an, bevor es ausgestellt wird.
cred-appealed = Die Person hat Einspruch erhoben. Solange liest niemand einen Grund.
cred-due = Fällig
cred-link = Der Link der Person
cred-link-hint = Damit sieht die Person, wie es steht, holt den Nachweis ab, zeigt ihn und widerspricht. Jeder Link gilt ein Jahr.
cred-link-make = Einen Link machen
cred-link-once = Der Link der Person, nur dieses eine Mal
cred-link-more = Geben Sie ihn nur dieser Person, auf einem Weg, der sicher ihrer ist: Wer ihn hat, handelt an ihrer Stelle.
cred-untold-lead = Was getan wurde, sagt eine Mail, einmal. Wen keine Mail erreicht hat, steht hier: Geben Sie es mit einem Link weiter und vermerken Sie es.
cred-untold-what = Was geschah
cred-untold-none = Alle wissen Bescheid.
cred-untold-none-more = Wen keine Mail erreicht, der erscheint hier.
cred-untold-expiring = Läuft bald ab
cred-untold-not_sent = noch ging keine Mail hinaus
cred-untold-no_address = keine Adresse für Mail
cred-untold-refused = der Mailserver nimmt keine Mail an
cred-untold-late = zu spät für eine Mail
cred-untold-yet = Die Person weiß noch nicht:
cred-untold-done = Ich habe es gesagt
cred-told-noted = Es ist vermerkt; davon wird nichts mehr geschickt.
cred-link-void = Jemand anders könnte einen Link haben
cred-link-void-hint = Danach führen alle bisherigen Links ins Leere, zu diesem und den anderen Nachweisen der Person. Machen Sie einen neuen.
cred-link-void-do = Alle Links ungültig machen
cred-links-void = Die Links führen ins Leere. Machen Sie einen neuen und geben Sie ihn weiter.
cred-change = Ändern
cred-change-hint = Sie sehen, was die Person lesen wird, bevor etwas geschieht.
cred-send-back = Zurückgeben
cred-package = Wenn es uns nicht mehr gibt
cred-package-hint = Alles, was es braucht, um ihn ohne diesen Server zu prüfen.
cred-package-save = Das Paket sichern
cred-endorsed-asked = erbeten
cred-endorsed-given = gegeben
cred-endorsed-held = zurückgehalten
cred-endorsed-awaits-holder = wartet auf die Person
cred-endorsed-published = veröffentlicht
cred-endorsed-withdrawn = zurückgezogen
cred-endorsed-removed = entfernt

# Schritte, wie der Verlauf sie nennt.
cred-step-credential-prepared = Vorbereitet
cred-step-credential-submitted = Zur Prüfung gegeben
cred-step-credential-sent_back = Zurückgegeben
cred-step-credential-offered = Unterschrieben und angeboten
cred-step-credential-collected = Abgeholt
cred-step-credential-shared = Allen gezeigt, die die Adresse haben
cred-step-credential-unshared = Wieder verborgen
cred-step-credential-suspended = Ausgesetzt
cred-step-credential-restored = Wieder in Kraft
cred-step-credential-revoked = Widerrufen
cred-step-credential-superseded = Durch einen berichtigten ersetzt
cred-step-credential-cancelled = Abgesagt
cred-step-appeal-filed = Einspruch erhoben
cred-step-appeal-evidence_wanted = Um etwas zum Ansehen gebeten
cred-step-appeal-evidence_given = Etwas wurde gezeigt
cred-step-appeal-proposed = Entscheidung vorgeschlagen
cred-step-appeal-sent_back = Vorschlag zurückgegeben
cred-step-appeal-decided = Über den Einspruch entschieden
cred-step-appeal-withdrawn = Einspruch zurückgenommen
cred-step-appeal-overdue = Die Frist des Einspruchs ist vorbei
cred-step-endorsement-asked = Empfehlung erbeten
cred-step-endorsement-given = Empfehlung gegeben
cred-step-endorsement-held = Empfehlung zur Moderation zurückgehalten
cred-step-endorsement-cleared = Empfehlung an die Person weitergegeben
cred-step-endorsement-published = Empfehlung veröffentlicht
cred-step-endorsement-withdrawn = Empfehlung zurückgezogen
cred-step-endorsement-reported = Empfehlung gemeldet
cred-step-endorsement-removed = Empfehlung entfernt
cred-party-staff = das Team
cred-party-holder = die Person
cred-party-endorser = wer empfiehlt
cred-party-clock = von selbst

# Einen ändern.
cred-do-suspended = Aussetzen
cred-do-restored = Wieder in Kraft setzen
cred-do-revoked = Widerrufen
cred-do-cancelled = Absagen
cred-do-superseded = Berichtigen
cred-means-suspended = Er gilt nicht, bis er wieder in Kraft gesetzt wird. Dafür, wenn etwas geklärt werden muss.
cred-means-restored = Er gilt wieder wie zuvor.
cred-means-revoked = Er wird für immer zurückgenommen; danach setzt ihn nur ein Einspruch wieder in Kraft.
cred-means-cancelled = Er wird abgesagt, bevor er abgeholt ist.
cred-holder-reads = Die Person wird lesen:
cred-anybody-reads = Wer ihn prüft, liest:
cred-no-reason = Der Grund steht in keiner Liste.
cred-why = Warum
cred-why-hint = Die Person liest, was unter dem Grund steht, den Sie wählen.
cred-reason-issued_in_error = Aus Versehen ausgestellt
cred-reason-requirements_not_met = Etwas Verlangtes wurde nicht gezeigt
cred-reason-misconduct = Die Regeln wurden nicht eingehalten
cred-reason-holder_asked = Die Person bat darum
cred-reason-key_compromised = Der Schlüssel war in fremden Händen
cred-reason-superseded = Ein neuerer tritt an seine Stelle
cred-note = Notiz für das Team
cred-note-hint = Die Person liest sie nur im Auszug ihrer Daten.
cred-told = An die Person
cred-told-hint = Freiwillig. Nur sie liest es, auf ihrer Seite und in der Nachricht: was fehlt, was helfen würde und bis wann Sie es ansehen. Höchstens { $most } Zeichen.
problem-credential-told-too-long = Was Sie der Person schreiben, ist zu lang.
problem-credential-told-too-long-fix = Sagen Sie, was fehlt, was helfen würde und bis wann; der Rest kann in die Notiz für das Team.
cred-read-first = Ansehen, was die Person lesen wird
cred-leave = Lassen, wie es ist

# Leistungen.
cred-design = Eine Leistung entwerfen
cred-import = Eine übernehmen
cred-achievements-none = Noch lässt sich nichts erreichen.
cred-achievements-none-more = Entwerfen Sie eine Leistung: was sie verlangt, was sie bedeutet und was danach kommt.
cred-retired = nicht mehr ausgestellt
cred-live = wird ausgestellt
cred-four-eyes = vier Augen
cred-stakes-everyday = alltäglich
cred-stakes-employment = Arbeit hängt daran
cred-stakes-licence = eine Erlaubnis hängt daran
cred-issued-count = { $count ->
    [0] noch keiner ausgestellt
    [one] { $count } ausgestellt
   *[other] { $count } ausgestellt
}
cred-issue-one = Einer Person ausstellen
cred-issue-class = Einer Klasse ausstellen
cred-face = Wie die Person es sieht
cred-valid = Gültig
cred-learner-reads = Was die Person liest:
cred-optional = darf ausgelassen werden
cred-days = { $days ->
    [one] { $days } Tag
   *[other] { $days } Tage
}
cred-learners = Auf dem Weg dorthin
cred-design-change = Den Entwurf ändern
cred-version-hint = Eine Änderung ergibt eine neue Fassung. Was ausgestellt ist, bleibt, wie es war.
cred-new-version = Neue Fassung
cred-languages = Weitere Sprachen
cred-words-in = Wortlaut in „{ $language }“
cred-words-more = Eine Sprache hinzufügen
cred-retire = Nicht mehr ausstellen
cred-retire-hint = Was ausgestellt ist, bleibt. Eine neue Fassung nimmt sie wieder auf.
cred-retired-hint = Speichern Sie eine neue Fassung, um sie wieder auszustellen.

# Das Formular eines Entwurfs.
cred-design-lead = Schreiben Sie es für die Person, die es haben wird. Alles lässt sich später ändern.
cred-faults = { $count ->
    [one] Eine Stelle braucht einen zweiten Blick.
   *[other] { $count } Stellen brauchen einen zweiten Blick.
}
cred-faults-more = Noch ist nichts gespeichert, und nichts, was Sie geschrieben haben, ist verloren.
cred-not-saved = Noch ist nichts gespeichert.
cred-hint = Tipp:
cred-about = Was es ist
cred-rules = Wie es ausgestellt wird
cred-picture = Das Bild
cred-save = Speichern
cred-look = Erst ansehen
cred-rows = Mehr Zeilen
cred-kept-languages = Weitere Sprachen bleiben erhalten: { $languages }. Ihr Wortlaut lässt sich auf der Seite der Leistung ändern.
cred-field-name = Name
cred-field-name-hint = Wie man sie nennen wird, etwa „Erste Hilfe“.
cred-field-id = Kurzname für Adressen
cred-field-id-hint = Leer lassen, um ihn aus dem Namen zu bilden. Er bleibt für immer.
cred-field-description = Beschreibung
cred-field-description-hint = Ein, zwei Sätze für jemanden, der nie davon gehört hat.
cred-field-criteria = Was zu tun oder zu zeigen ist
cred-field-criteria-hint = So, dass alle sagen können, ob es geschehen ist.
cred-field-meaning = Was es bedeutet
cred-field-meaning-hint = Zur Person gesagt: „Sie können …“.
cred-field-language = Sprache
cred-field-language-hint = Dieser Worte, etwa „en“, „de“ oder „pt-BR“.
cred-field-stakes = Was daran hängt
cred-field-stakes-hint = Hängt Arbeit oder eine Erlaubnis daran, sehen zwei Menschen jeden Nachweis an.
cred-field-review = Eine zweite Person sieht ihn an, bevor er ausgestellt wird
cred-field-valid_for_days = Gültig für, in Tagen
cred-field-valid_for_days-hint = Leer für ohne Ende.
cred-field-renewal = Wie er erneuert wird
cred-field-renewal-says = Wie er erneuert wird
cred-field-renewal-hint = Nötig, wenn er abläuft.
cred-field-renewal-url = Adresse zum Erneuern
cred-field-parts = Was die Person hinzufügen darf
cred-field-parts-hint = Alles darf fehlen; der Nachweis gilt genauso.
cred-field-contact = Wer Fragen beantwortet
cred-field-contact-hint = Das lesen die Person und alle, die prüfen. Mindestens ein Weg, Sie zu erreichen.
cred-field-contact-name = Name der Stelle oder Person
cred-field-contact-email = E-Mail-Adresse
cred-field-contact-url = Seite
cred-field-contact-phone = Telefon
cred-field-alternative_text = Was das Bild zeigt
cred-field-alternative_text-hint = Für alle, die es nicht sehen.
cred-field-colour = Farbe
cred-field-colour-hint = Etwa #1d4f91.
cred-field-level = Ein kurzes Wort auf dem Bild
cred-field-level-hint = Etwa B1; darf leer sein.
cred-field-picture = Adresse eines eigenen Bildes
cred-field-picture-hint = Leer für das gezeichnete.
cred-field-next_steps = Was danach kommen kann
cred-field-next_steps-hint = Je ein Satz, zur Person gesagt.
cred-field-next_steps-says = In einem Satz
cred-field-next_steps-url = Adresse, wenn es eine gibt
cred-field-steps = Der Weg
cred-field-steps-hint = Jeder Schritt mit der Zeit, die die meisten dafür brauchen.
cred-field-steps-id = Kurzname
cred-field-steps-name = Schritt
cred-field-steps-says = Was zu tun ist
cred-field-steps-minutes = Minuten
cred-field-steps-optional = Darf ausgelassen werden
cred-field-skills = Fähigkeiten
cred-field-skills-hint = In eigenen Worten oder mit Code und Adresse eines Rahmens wie ESCO.
cred-field-skills-name = Fähigkeit
cred-field-skills-framework = Rahmen
cred-field-skills-code = Code
cred-field-skills-url = Adresse im Rahmen
cred-field-skills-level = Stufe
cred-field-careers = Wo diese Fähigkeiten gefragt sind
cred-field-careers-hint = Ein Rat an die Person; er steht in keinem Nachweis.
cred-field-careers-name = Beruf
cred-field-careers-code = Code
cred-field-careers-note = Was es noch braucht
cred-import-lead = Fügen Sie einen Entwurf als JSON oder TOML ein oder wählen Sie eine Datei. Sie sehen ihn im Formular, bevor etwas gespeichert wird.
cred-import-file = Datei
cred-import-text = Oder ihr Text
cred-import-do = Das Formular damit füllen
cred-import-nothing = Noch gibt es nichts zu übernehmen. Wählen Sie eine Datei oder fügen Sie einen Text ein.
cred-import-unreadable = Das ist weder JSON noch TOML. Bitte suchen Sie nach einem Anführungszeichen oder Komma, das fehlt.
cred-words = Wortlaut in einer weiteren Sprache
cred-words-lead = Jeder Text neben dem ersten. Was leer bleibt, steht in der ersten Sprache.
cred-words-remove = Diese Sprache wegnehmen

# Ausstellen.
cred-issue-lead = Nur, was der Nachweis braucht. Eine E-Mail-Adresse oder eine DID genügt.
cred-correct-lead = Ein neuer Nachweis tritt an die Stelle dieses, und jeder nennt den anderen.
cred-review-first = Jemand anders aus dem Team sieht ihn an, bevor er ausgestellt wird.
cred-email-hint = Sie steht nicht im Nachweis, nur ein Fingerabdruck davon.
cred-name-hint = Wie er im Nachweis stehen soll; darf fehlen.
cred-language-first = die der Leistung ({ $language })
cred-project-hint = Was entstanden ist, in einem Satz. Darf fehlen.
cred-project-url = Link zum Projekt
cred-project-url-hint = Beginnt mit https://
cred-mentor-hint = Was jemand sagt, der es gesehen hat. Die Person liest es auch.
cred-more = Mehr
cred-did = Dezentraler Bezeichner (DID)
cred-did-hint = Statt der E-Mail-Adresse oder daneben.
cred-story-hint = Was die Belege verbindet, in einfachen Sätzen.
cred-send-review = Zur Prüfung geben
cred-asks = Was die Person gefragt werden darf
cred-asks-hint = Fragen Sie nichts weiter.
cred-if-skipped = Wenn es fehlt:
cred-class-table = Die Tabelle
cred-class-again = Eine andere Tabelle
cred-class-hint = CSV, wie jede Tabellenkalkulation es speichert. Die erste Zeile nennt die Spalten: E-Mail oder DID; Name, Sprache, Projekt, Mentornotiz. Noch wird nichts ausgestellt.
cred-class-file = CSV-Datei
cred-class-look = Ansehen
cred-class-seen = { $good ->
    [one] Eine Zeile ist bereit
   *[other] { $good } Zeilen sind bereit
}, { $bad ->
    [0] keine ist zu berichtigen
    [one] eine ist zu berichtigen
   *[other] { $bad } sind zu berichtigen
}
cred-class-columns = Gelesen: { $columns }
cred-class-all = { $count ->
    [one] Ausstellen
   *[other] Alle { $count } ausstellen
}
cred-class-good = { $count ->
    [one] Den guten ausstellen
   *[other] Die { $count } guten ausstellen
}
cred-class-bad = { $count ->
    [one] Die fehlerhafte Zeile sichern
   *[other] Die { $count } fehlerhaften Zeilen sichern
}
cred-class-faulty = Zu berichtigende Zeilen
cred-class-ready = Bereite Zeilen
cred-class-more-bad = Und { $count } weitere; in der Datei stehen alle.
cred-class-more-good = Und { $count } weitere.
cred-row = Zeile
cred-cells = Wie es dasteht
cred-mend = Was zu berichtigen ist
cred-goes-to = Geht an
cred-total = { $count ->
    [one] Ein Nachweis
   *[other] { $count } Nachweise
}
cred-batch-more = Und { $count } weitere.
cred-approve-all = Allen { $count } zustimmen
cred-refused = { $count ->
    [one] Einer wurde nicht ausgestellt:
   *[other] { $count } wurden nicht ausgestellt:
}
cred-undo = Die ganze Gruppe zurücknehmen
cred-undo-means = { $revokes ->
    [one] Ein abgeholter wird widerrufen
   *[other] { $revokes } abgeholte werden widerrufen
}; { $cancels ->
    [one] einer, der nicht abgeholt ist, wird abgesagt
   *[other] { $cancels }, die nicht abgeholt sind, werden abgesagt
}. Jede Person liest, warum, und kann Einspruch erheben.
cred-undo-do = Alle { $count } zurücknehmen
cred-person = E-Mail-Adresse oder Kennung
cred-person-hint = An die der Nachweis ausgestellt würde.
cred-way-done = getan
cred-way-skipped = ausgelassen
cred-way-open = offen
cred-way-do-done = Getan
cred-way-do-skipped = Auslassen
cred-way-do-open = Wieder offen

# Einsprüche.
cred-appeals-lead = Eine Person schlägt vor, eine andere entscheidet. Wer beteiligt war, entscheidet nicht mit.
cred-appeals-waiting = Einsprüche, die warten
cred-appeals-none = Kein Einspruch wartet.
cred-appeals-none-more = Wenn jemand Einspruch erhebt, erscheint er hier mit seinem Datum.
cred-appeals-ended = Beendet
cred-turn = Wer am Zug ist
cred-turn-first = ein erster Blick
cred-turn-second = eine zweite Person
cred-turn-person = die Person zeigt etwas
cred-yours = von Ihnen vorgeschlagen
cred-late = zu spät
cred-late-count = { $count } zu spät
cred-filed = Erhoben
cred-outcome = Ausgang
cred-ended = Beendet
cred-in-time = Rechtzeitig
cred-appeal = Einspruch
cred-appeal-filed = wartet auf einen ersten Blick
cred-appeal-evidence_wanted = wartet auf die Person
cred-appeal-proposed = wartet auf eine zweite Person
cred-appeal-decided = entschieden
cred-appeal-withdrawn = zurückgenommen
cred-appeal-said = Was die Person sagt
cred-appeal-agent = für sie geschrieben von
cred-appeal-wish = Worum sie bittet
cred-appeal-files = Was sie zeigt
cred-appeal-files-hint = Dateien werden gesichert, nicht hier geöffnet. Öffnen Sie sie wie jede Datei von außen.
cred-kib = { $size } KiB
cred-appeal-waits = Wir baten um:
cred-propose = Eine Entscheidung vorschlagen
cred-propose-hint = Eine zweite Person sieht sie an, bevor etwas geschieht.
cred-decision = Entscheidung
cred-decision-upheld = Was getan wurde, bleibt
cred-decision-upheld-hint = nichts ändert sich
cred-decision-overturned = Was getan wurde, wird aufgehoben
cred-decision-overturned-hint = mit der Entscheidung gilt er wieder
cred-decision-partly = Ein Teil wird berichtigt
cred-decision-partly-hint = berichtigen Sie den Nachweis nach der Entscheidung
cred-reasons = Gründe
cred-reasons-hint = Die Person liest es, wie Sie es schreiben. Sie liest „{ $language }“.
cred-decide = Entscheiden
cred-decide-do = Wie vorgeschlagen entscheiden
cred-proposed-by = Vorgeschlagen von
cred-answers = Wer dafür steht
cred-answers-hint = Die Person liest diesen Namen.
cred-appeal-send-back = Den Vorschlag zurückgeben
cred-another = Jemand anders entscheidet: Sie haben es vorgeschlagen oder waren beteiligt.
cred-outcome-would = Was die Person lesen würde
cred-outcome-reads = Was die Person liest
cred-against = Wogegen er sich richtet
cred-beside = Neben dem Einspruch
cred-ask = Um etwas zum Ansehen bitten
cred-ask-hint = Solange wir darauf warten, steht unsere Uhr, und die der Person läuft nicht ab.
cred-ask-what = Was wir gern sehen würden
cred-figures-title = Zahlen zu Einsprüchen
cred-figures-lead = Einsprüche seit
cred-figures-all = Alle
cred-figures-none = Niemand hat Einspruch erhoben.
cred-figures-none-more = Zahlen erscheinen mit den ersten Einsprüchen.
cred-open = Offen
cred-decided = Entschieden
cred-overturned = Aufgehoben, ganz oder teils
cred-too-few = zu wenige (unter { $least })

# Empfehlungen.
cred-endorsements-lead = Was andere über einen Nachweis sagen, liest erst eine Maschine; im Zweifel entscheiden Sie. Bis dahin liest es auch die Person selbst nicht. Was durchgeht, wird gezeigt, sobald sie es möchte.
cred-endorsements-none = Nichts wartet.
cred-endorsements-none-more = Was zurückgehalten oder gemeldet wird, erscheint hier.
cred-held = Vor dem Veröffentlichen zurückgehalten
cred-reported = Von jemandem gemeldet
cred-relation-peer = lernt oder arbeitet mit
cred-relation-mentor = begleitet
cred-relation-employer = beschäftigt
cred-doubt-abuse = kann verletzen
cred-doubt-abuse-means = Es könnte jemanden beleidigen oder herabsetzen. Das ist eine Schätzung; Sie können es anders lesen.
cred-doubt-crisis = könnte von Lebensgefahr erzählen
cred-doubt-crisis-means = Es könnte von Lebensgefahr erzählen. Denken Sie zuerst an den Menschen, dann an die Seite: Muss jemand erreicht werden?
cred-doubt-private = erzählt vielleicht Privates
cred-doubt-private-means = Es erzählt vielleicht von Gesundheit oder Not. Möchte die Person, dass das alle lesen?
cred-doubt-personal_data = enthält eine Adresse oder Nummer
cred-doubt-personal_data-means = Adressen und Nummern wurden verdeckt. Ist noch etwas da, das nicht öffentlich sein soll?
cred-doubt-unread = konnte nicht gelesen werden
cred-doubt-unread-means = Für diese Sprache gibt es hier keine Schätzung; darum liest es ein Mensch.
cred-doubt-reported = gemeldet
cred-doubt-reported-means = Jemand fand, es solle dort nicht stehen. Es ist verborgen, bis Sie entscheiden.
cred-doubt-reported-again = erneut gemeldet
cred-doubt-reported-again-means = Jemand fand, es solle dort nicht stehen. Weil jemand vom Team es schon veröffentlicht hat, ist es noch zu sehen; entscheiden Sie noch einmal.
cred-clear = Durchlassen
cred-remove = Entfernen
cred-remove-why = Warum, fürs Protokoll
cred-endorsement-clear = Sie geht durch. Gezeigt wird sie, wie die Person es möchte.
cred-endorsement-remove = Sie ist entfernt, ihre Worte stehen nicht mehr auf der Seite.

# Schlüssel der ausstellenden Stelle.
cred-issuer = Stellt aus als
cred-address = Adresse
cred-key-not-public = Diese Adresse ist nicht öffentlich, darum nennen Nachweise den Schlüssel selbst (did:key). Auf dem eigenen Rechner ist das in Ordnung. Für echte Nachweise setzen Sie zuerst credentials.address auf Ihre https-Adresse: Sie steht in jedem Nachweis.
cred-key-renew = Einen neuen Schlüssel machen
cred-key-public = Öffentlicher Schlüssel
cred-key-method = In Nachweisen genannt als
cred-key-made = Gemacht
cred-key-retired-at = Außer Dienst
cred-key-lost-since = In fremden Händen seit
cred-key-active = unterschreibt
cred-key-active-means = Benutzt wird der neueste von denen, die unterschreiben.
cred-key-retired = außer Dienst
cred-key-retired-means = Er unterschreibt nichts mehr. Was er unterschrieben hat, bleibt gut.
cred-key-compromised = in fremden Händen
cred-key-compromised-means = Gut bleibt nur, was das Protokoll vor diesem Zeitpunkt sah. Was danach kam, wird widerrufen und neu ausgestellt.
cred-key-retire = Außer Dienst stellen
cred-key-lose = Jemand anders könnte ihn gehabt haben
cred-key-lose-means = Von diesem Zeitpunkt an gilt nichts mehr, was er unterschrieben hat. Das lässt sich nicht zurücknehmen.
cred-key-since = Seit (UTC)
cred-key-lose-do = So vermerken

# Nachdem etwas getan ist.
cred-issued = Er ist ausgestellt. Machen Sie den Link der Person und geben Sie ihn weiter.
cred-waits = Er wartet auf eine zweite Person.
cred-submitted = Er ist zur Prüfung gegeben.
cred-sent-back = Er ist zurückgegeben.
cred-corrected = Der berichtigte ist ausgestellt. Machen Sie den Link der Person und geben Sie ihn weiter.
cred-suspended = Er ist ausgesetzt.
cred-restored = Er gilt wieder.
cred-revoked = Er ist widerrufen.
cred-cancelled = Er ist abgesagt.
cred-retired-now = Dafür wird nichts mehr ausgestellt.
cred-design-saved = Es ist gespeichert.
cred-batch-issued = Die Gruppe ist ausgestellt.
cred-batch-waits = Die Gruppe wartet auf eine zweite Person.
cred-batch-approved = Alles, was wartete, ist ausgestellt.
cred-batch-undone = Die Gruppe ist zurückgenommen.
cred-step-noted = Es ist vermerkt.
cred-done-asked = Die Person ist gebeten. Der Einspruch wartet auf sie.
cred-done-proposed = Der Vorschlag ist vermerkt. Eine zweite Person sieht ihn an.
cred-done-decided = Über den Einspruch ist entschieden, und die Person erfährt es.
cred-done-back = Der Vorschlag ist zurückgegeben.
cred-done-key-made = Von nun an unterschreibt ein neuer Schlüssel.
cred-done-key-retired = Der Schlüssel unterschreibt nichts mehr.
cred-done-key-lost = Es ist vermerkt. Widerrufen Sie, was er seitdem unterschrieben hat, und stellen Sie es neu aus.

problem-credential-missing = Einen Nachweis mit diesem Code gibt es hier nicht.
problem-credential-missing-fix = Vergleichen Sie den Code mit dem auf dem Nachweis; er hat drei Gruppen zu vier Zeichen.
problem-credential-gone = Was über diesen Nachweis festgehalten war, ist gelöscht, oder seine Zeit ist vorbei.
problem-credential-gone-fix = Wer eine Kopie hat, kann sie weiter prüfen lassen.
problem-credential-step-impossible = So, wie der Nachweis steht, geht das nicht.
problem-credential-step-impossible-fix = Sehen Sie ihn noch einmal an: Vielleicht hat inzwischen jemand anders gehandelt.
problem-credential-review-missing = Arbeit oder eine Erlaubnis kann daran hängen; darum sieht ihn zuerst eine zweite Person an.
problem-credential-review-missing-fix = Geben Sie ihn zur Prüfung.
problem-credential-reason-missing = Widerrufen wird nur mit einem Grund; nichts ist geschehen.
problem-credential-reason-missing-fix = Wählen Sie einen.
problem-four-eyes = Wer ihn vorbereitet hat, kann ihm nicht zustimmen.
problem-four-eyes-fix = Bitten Sie jemand anderen aus dem Team, ihn anzusehen.
problem-second-reviewer = Über einen Einspruch entscheidet eine zweite Person: nicht, wer die Entscheidung vorgeschlagen oder den Nachweis ausgestellt oder geändert hat.
problem-second-reviewer-fix = Bitten Sie jemand anderen aus dem Team, ihn anzusehen.
problem-appeal-step-impossible = So, wie der Einspruch steht, geht das nicht.
problem-appeal-step-impossible-fix = Sehen Sie ihn noch einmal an: Vielleicht hat inzwischen jemand anders gehandelt.
problem-appeal-reasons-missing = Etwas fehlt, das die Person liest; nichts wurde festgehalten.
problem-appeal-reasons-missing-fix = Wählen Sie eine Entscheidung und nennen Sie Gründe in Worten. Zum Entscheiden braucht es den Namen dessen, der dafür steht.
problem-endorsement-step-impossible = So, wie die Empfehlung steht, geht das nicht.
problem-endorsement-step-impossible-fix = Sehen Sie sie noch einmal an: Vielleicht wurde sie zurückgezogen.
problem-achievement-missing = Diese Leistung gibt es nicht.
problem-achievement-missing-fix = Gehen Sie zurück zur Liste.
problem-achievement-retired = Diese Leistung wird nicht mehr ausgestellt.
problem-achievement-retired-fix = Speichern Sie eine neue Fassung, um sie wieder auszustellen, oder nehmen Sie eine andere.
problem-batch-not-clean = Einige Zeilen sind zu berichtigen; darum wurde nichts ausgestellt.
problem-batch-not-clean-fix = Berichtigen Sie sie und laden Sie die Tabelle neu hoch, oder stellen Sie nur die guten aus.
problem-table-unreadable = Die Tabelle lässt sich nicht lesen.
problem-table-unreadable-fix = Speichern Sie sie als CSV in UTF-8 und versuchen Sie es noch einmal.
problem-short-code-slip = Das ist kein Code, wie wir ihn vergeben: Einige Zeichen passen nicht zusammen.
problem-short-code-slip-fix = Vergleichen Sie ihn mit dem Code auf dem Nachweis. 0, O, 1, I und L kommen nicht vor.
problem-step-needed = Dieser Schritt ist nötig; er lässt sich nicht auslassen.
problem-step-needed-fix = Er darf in beliebig vielen Anläufen getan werden.
problem-since-unfit = Der Zeitpunkt lässt sich nicht verwenden.
problem-since-unfit-fix = Nennen Sie einen Tag und eine Zeit in UTC, die vorbei sind.
problem-issuer-key-unknown = Diesen Schlüssel gibt es nicht.
problem-issuer-key-unknown-fix = Nehmen Sie ihn aus der Liste der Schlüssel.
problem-not-there = Etwas mit diesem Namen gibt es hier nicht.
problem-not-there-fix = Gehen Sie zurück zur Liste.
problem-recipient-unknown = Der Nachweis nennt niemanden.
problem-recipient-unknown-fix = Geben Sie eine E-Mail-Adresse oder eine DID an.
