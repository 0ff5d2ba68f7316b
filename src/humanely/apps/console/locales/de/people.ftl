people-lead = Sehen, berichtigen, aushändigen oder löschen, was über jemanden aufgezeichnet ist, wenn sie oder er darum bittet.
people-id = Kennung der Person
people-id-hint = Genau so, wie Ihr Kanal sie angibt. Eine Liste zum Durchblättern gibt es nicht.
people-find = Suchen
people-noted = Dass Sie nachgesehen haben, wird mit Ihrem Namen und der Zeit festgehalten.
problem-person-unknown = Über eine Person mit dieser Kennung ist nichts aufgezeichnet.
problem-person-unknown-fix = Prüfen Sie die Kennung Zeichen für Zeichen, so wie Ihr Kanal sie angibt.
people-words = Das sind die Worte, die die Person selbst liest, wenn sie fragt: „Sie“ ist die Person.
people-export = Als Datei sichern
people-erase = Löschen…
people-back = Zurück zur Person
people-person = Die Person
people-consent = Was sie erlaubt hat
people-consent-text = Der Text, mit dem gefragt wird
people-consent-note = Festhalten, was sie Ihnen gesagt hat
people-no-consent = Es wurde nach keiner Einwilligung gefragt; bisher ist keine nötig.
people-act-granted = Sie stimmt zu
people-act-refused = Sie sagt Nein
people-act-withdrawn = Sie nimmt es zurück
people-consent-noted = Was sie Ihnen gesagt hat, ist festgehalten und gilt ab jetzt.
people-history = { $count ->
    [one] Was geschah, ein Eintrag
   *[other] Was geschah, { $count } Einträge
}
people-what = Was
people-for-what = Wofür
people-how = Wie
people-talks = Gespräche
people-no-talks = Kein Gespräch ist lesbar.
people-deleted = { $count ->
    [one] Von einem weiteren Vorgang ist nur noch bekannt, dass es ihn gab.
   *[other] Von { $count } weiteren Vorgängen ist nur noch bekannt, dass es sie gab.
}
people-more = { $count ->
    [one] Ein älteres Gespräch steht in der Datei.
   *[other] { $count } ältere Gespräche stehen in der Datei.
}
people-said = Gesagt
people-feels = sagt, es geht ihr: { $feeling }
people-estimated = Geschätzt, für diese Nachricht
people-likely = { $name }, { $sure } %
people-risk = ein Leben könnte in Gefahr sein
people-not-estimated = Es wurde nichts geschätzt.
people-correct = Berichtigen
people-felt = Wie sie sich nach eigenen Worten fühlte
people-take-away = Nur die Schätzung streichen
people-note = In ihren Worten, wenn sie mag
people-correct-save = Ihre Angabe sichern
people-corrected = Ihre Angabe ist festgehalten. Sie geht ab jetzt der Schätzung vor.
people-correction = Von der Person berichtigt
people-taken-away = die Schätzung wurde gestrichen
people-decided = Entschieden: { $action }
people-not-read = Nicht gelesen: { $sense }, { $purpose }
people-held = Zurückgehalten, bis ein Mensch geschaut hat
people-handoff = Auf dem Weg zu einem Menschen
people-outcome = Was daraus wurde
people-forwarded = Weitergesendet über { $by }
people-noted-by-team = Vom Team vermerkt
people-looked-at = Ein Mensch hat die Antwort angesehen
people-contact = Wohin geschrieben werden kann
people-contact-gone = nicht mehr
people-behaviour = Wie die Seite benutzt wurde, auf dem Gerät gezählt
people-counts = In { $window } s: { $clicks } Klicks, { $rage } schnell hintereinander, { $dead } ohne Wirkung, { $retries } wiederholt, { $idle } s Pause
people-other = Aufgezeichnet
people-about = Was diese Teile sind

erase-title = Eine Person löschen
erase-goes = { $count ->
    [one] Ein Vorgang über diese Person ist jetzt lesbar. Danach kann ihn niemand mehr lesen, auch wir nicht.
   *[other] { $count } Vorgänge über diese Person sind jetzt lesbar. Danach kann sie niemand mehr lesen, auch wir nicht.
}
erase-stays = Dass etwas aufgezeichnet wurde, bleibt versiegelt und unter einem Pseudonym im Protokoll, damit niemand es unbemerkt ändern kann. Wer später wiederkommt, braucht eine neue Kennung.
erase-for-good = Das ist endgültig. Es gibt keinen Weg zurück.
erase-sent-to = Andere Systeme, an die ihre Worte gingen
erase-sent-to-hint = Für die Bestätigung, durch Kommas getrennt. Leer lassen, wenn es keine gibt.
erase-type = Zur Bestätigung die Kennung eingeben
erase-type-hint = Genau: { $id }
erase-differs = Das ist nicht die Kennung. Es wurde nichts gelöscht.
erase-do = Endgültig löschen
erased-title = Gelöscht
erased-lead = Es ist getan. Geben Sie der Person diese Bestätigung; die Seite wird nicht noch einmal gezeigt.
erased-pseudonym = Bleibt im Protokoll als
erased-key = Vernichtete Schlüssel
erased-projections = Entfernte Gespräche und Übergaben
erased-caches = Entfernte Kopien
erased-exports = Entfernte Dateien
erased-unreached = Was nicht erreicht werden konnte
erased-receipt = Die Bestätigung als Text
people-looked = { $count ->
    [one] Das Team sah diese Aufzeichnung einmal an
   *[other] Das Team sah diese Aufzeichnung { $count }-mal an
}
people-typing = Wie getippt wurde, auf dem Gerät gemessen
people-rhythm = In { $window } s: { $pause } ms zwischen Tasten (Streuung { $spread } ms), { $corrections } von 100 nahmen etwas zurück
