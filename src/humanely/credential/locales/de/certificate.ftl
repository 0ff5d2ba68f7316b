# Die Urkunde: Vorderseite, für die Wand.
certificate-awarded-to = Diese Urkunde wird verliehen an
certificate-for = für
certificate-awarded-by = verliehen von
certificate-awarded-on = am { DATETIME($day, dateStyle: "long") }
certificate-day = { DATETIME($day, dateStyle: "long") }
certificate-valid-until = Gültig bis { DATETIME($day, dateStyle: "long") }
certificate-title = { $achievement } – Urkunde für { $recipient }
certificate-description = Urkunde: { $recipient } hat „{ $achievement }“ erworben, verliehen von { $issuer }.
certificate-meaning = Was das über Sie sagt
certificate-check = Hier prüfen
certificate-code = oder diesen Code vorlesen
certificate-qr-said = Ein QR-Code, der { $url } öffnet

# Die Urkunde: Rückseite, für alle, die es wissen wollen.
certificate-behind = Was dahintersteht
certificate-behind-line = { $achievement } · { $recipient }
certificate-criteria = Was zu zeigen war
certificate-narrative = Wie es gezeigt wurde
certificate-how = So lässt es sich prüfen
certificate-how-scan = Scannen Sie den Code auf der Vorderseite, oder öffnen Sie diese Adresse:
certificate-how-page = Die Seite sagt in klaren Worten, ob der Nachweis heute gültig ist, und wen Sie fragen können, wenn nicht.
certificate-how-code = Keine Kamera? Lesen Sie den Kurzcode { $code } vor, zum Beispiel am Telefon. Ein Versprecher fällt auf.
certificate-how-file = Der signierte Nachweis ist dieser PDF-Datei als { $name } beigefügt. Jede Person kann die Datei prüfen, ohne uns zu fragen, auch ohne Netz; Druck und Unterschrift auf Papier beweisen nichts.
certificate-attachment = Der signierte Nachweis, den Maschinen prüfen können.

# Das Bild des Badges, gesagt für alle, die es nicht sehen.
certificate-badge-said = Badge: { $achievement }, verliehen von { $issuer }.
certificate-badge-said-level = Badge: { $achievement }, { $level }, verliehen von { $issuer }.

# Das Paket.
certificate-readme-title = Ein Nachweis, mit allem, was man zum Prüfen braucht
certificate-readme = Dieses Paket wurde am { $day } zusammengestellt. Es soll lange halten: Was darin ist, lässt sich
    auch dann prüfen, wenn die ausstellende Stelle nicht mehr antwortet. Bewahren Sie das Paket auf, wie es ist.
certificate-readme-contents = Was darin ist
certificate-readme-credential = der Nachweis mit seiner Signatur. Auf ihn kommt es an.
certificate-readme-certificate = die Urkunde, zum Lesen und Drucken. Der Nachweis ist ihr beigefügt.
certificate-readme-picture = das Badge, mit dem Nachweis im Bild.
certificate-readme-keys = die öffentlichen Schlüssel der ausstellenden Stelle, an den dort genannten Tagen.
certificate-readme-status = ob der Nachweis widerrufen oder ausgesetzt war, an den dort genannten Tagen.
certificate-readme-ledger = der Beleg, dass die Ausstellung im Protokoll der Stelle steht, mit signiertem Datum.
certificate-readme-about = wann und in welcher Sprache dieses Paket entstand.
certificate-readme-how = So lässt es sich prüfen
certificate-readme-steps = Geben Sie das ganze Paket einer Seite, die Nachweise mit Humanely prüft, oder führen Sie aus:
certificate-readme-limits = Was nach diesen Tagen geschah, kann das Paket nicht wissen. Antwortet die ausstellende
    Stelle noch, so sagt eine Prüfung im Netz, was heute gilt. Wenn viel von den Schlüsseln abhängt, vergleichen Sie
    sie mit dem, was die Stelle anderswo veröffentlicht hat: Ein Paket kann nicht für seine eigenen Schlüssel bürgen.
