skip = Zum Inhalt springen
nav = Bereiche der Konsole
nav-inbox = Eingang
nav-review = Prüfung
nav-credentials = Nachweise
nav-people = Personen
nav-decisions = Entscheidungen
nav-replay = Probelauf
nav-ledger = Protokoll
nav-team = Team
nav-webhooks = Webhooks
nav-keys = API-Schlüssel
nav-settings = Einstellungen
sign-out = Abmelden
to-start = Zum Anfang
page-moved = Diese Seite wurde aktualisiert.
page-lost = Die Verbindung ist unterbrochen. Die Seite ist vielleicht nicht aktuell.

column-when = Wann
column-place = Stelle
per-cent = { $value } %
gone = Gelöscht, oder die Zeit ist abgelaufen
older = Ältere
yes = ja
no = nein

role-agent = Betreuung
role-mentor = Begleitung
role-moderator = Moderation
role-reviewer = Prüfung
role-auditor = Revision
role-registrar = Ausstellung
role-adjudicator = Einspruchsstelle
role-admin = Verwaltung

problem = Etwas hat nicht geklappt
problem-not-allowed = Ihre Rollen umfassen das nicht.
problem-not-allowed-fix = { $count ->
    [one] Wer diese Rolle hat, kann es tun; die Verwaltung kann sie Ihnen geben: { $roles }.
   *[other] Wer eine dieser Rollen hat, kann es tun; die Verwaltung kann Ihnen eine geben: { $roles }.
}
problem-gone = Was hier aufbewahrt war, ist fort: Die Person wurde gelöscht, oder die Zeit dafür ist abgelaufen.
problem-gone-fix = Nichts bringt es zurück, und es ist nichts mehr zu tun.
problem-key-destroyed = Diese Person wurde gelöscht, deshalb wird nichts Neues über sie festgehalten.
problem-key-destroyed-fix = Wer wiederkommt, bekommt eine neue Kennung.
problem-unknown = Unter dieser Adresse gibt es nichts.
problem-unknown-fix = Vielleicht ist es umgezogen, gelöscht oder beendet. Beginnen Sie am Anfang.
problem-form-foreign = Dieses Formular kam nicht von einer Seite dieser Konsole, oder die Seite war zu alt.
problem-form-foreign-fix = Gehen Sie zurück, öffnen Sie die Seite neu und senden Sie es noch einmal.
problem-too-large = Was gesendet wurde, ist zu groß.
problem-too-large-fix = Gehen Sie zurück und kürzen Sie es.
problem-malformed = Der Server konnte diese Anfrage nicht lesen.
problem-malformed-fix = Gehen Sie zurück und versuchen Sie es noch einmal.
problem-fault = In Humanely selbst ist etwas fehlgeschlagen.
problem-fault-fix = Versuchen Sie es noch einmal. Bleibt es dabei, sagen Sie denen Bescheid, die den Server betreiben; sein Protokoll zeigt, wo es geschah, und nichts von dem, was geschrieben wurde.
problem-sign-in-needed = Hier ist niemand angemeldet.
problem-sign-in-needed-fix = Melden Sie sich an und öffnen Sie die Seite noch einmal.
