# Was die Prüfung eines Nachweises ergab. Niemand wird ohne Beweis beschuldigt; jeder Satz lässt sich vorlesen.

## Die Antwort

verify-verdict-valid = Dieser Nachweis ist gültig.
verify-verdict-valid-issuer-by-address = Dieser Nachweis ist gültig. Er wurde für die Webadresse { $host } unterschrieben.
verify-verdict-valid-issuer-not-listed = Dieser Nachweis ist unverändert und in Kraft. Wer ihn ausgestellt hat, wissen wir nicht.
verify-verdict-invalid = Dieser Nachweis ist nicht gültig.
verify-verdict-revoked = Die ausstellende Stelle hat diesen Nachweis widerrufen.
verify-verdict-suspended = Die ausstellende Stelle hat diesen Nachweis vorerst ausgesetzt.
verify-verdict-expired = Dieser Nachweis ist abgelaufen.
verify-verdict-not_yet_valid = Dieser Nachweis ist noch nicht gültig.
verify-verdict-cannot_tell = Wir konnten nicht feststellen, ob dieser Nachweis gültig ist.

## Die Fragen und ihre Antworten

verify-question-readable = Lässt er sich lesen?
verify-question-signature = Sind das die Worte, die die ausstellende Stelle unterschrieben hat?
verify-question-issuer = Kennen wir die ausstellende Stelle?
verify-question-time = Ist er heute in Kraft?
verify-question-status = Steht die ausstellende Stelle noch dazu?
verify-question-schema = Ist er aufgebaut, wie er sein soll?
verify-question-endorsements = Gelten die Fürsprachen darin?
verify-answer-yes = Ja
verify-answer-no = Nein
verify-answer-not_known = Nicht bekannt
verify-answer-not_applicable = Trifft nicht zu

## Lässt er sich lesen?

verify-cause-readable = Der Nachweis ließ sich lesen.
verify-cause-file-unreadable = Wir haben in dieser Datei keinen Nachweis gefunden, den wir lesen können. Das sagt nichts gegen die Person, die sie gezeigt hat.
verify-cause-too-large = Die Datei ist größer als jeder Nachweis, den wir lesen; darum haben wir sie nicht geöffnet.
verify-cause-not-json = Die Datei bricht ab oder wurde unterwegs beschädigt und lässt sich darum nicht lesen. Das sagt nichts gegen die Person, die sie gezeigt hat.
verify-cause-not-a-credential = Die Datei lässt sich lesen, ist aber kein Nachweis.
verify-cause-older-badge = Das ist ein Badge nach Open Badges 2.0, einer älteren Art, die wir lesen, aber nicht prüfen können. Das spricht nicht gegen ihn: Wer ihn ausgestellt hat, kann sagen, ob er gilt.
verify-cause-duplicate-key = Die Datei sagt dasselbe zweimal, und jedes Mal vielleicht etwas anderes. Niemand kann sagen, was davon unterschrieben wurde, und kein System einer ausstellenden Stelle schreibt einen Nachweis so.

verify-file-empty = Die Datei ist leer.
verify-file-too-large = Die Datei ist zu groß.
verify-file-unknown-kind = Die Datei ist von keiner Art, die Nachweise enthält. Das sind JSON, JWT, PNG, SVG, PDF und unsere Pakete.
verify-file-damaged = Die Datei ist unvollständig oder beschädigt.
verify-file-nothing-inside = Die Datei ist in Ordnung, aber es ist kein Nachweis darin. Chats und soziale Netze nehmen ihn oft aus einem Bild heraus.
verify-file-several-inside = In der Datei ist mehr als ein Nachweis.
verify-file-only-an-address = Das Bild enthält nur die Webadresse des Abzeichens. Öffnen Sie diese Adresse, und prüfen Sie, was Sie dort finden.
verify-file-not-text = Was in der Datei steht, ist kein lesbarer Text.
verify-file-bomb = Ein kleiner Teil der Datei entpackt sich zu weit mehr, als ein Nachweis braucht; darum haben wir aufgehört.
verify-file-entities = Das Bild legt eigene Textbausteine fest, die kein Abzeichen braucht und die schaden können; darum haben wir es nicht geöffnet.
verify-file-active-content = Das Bild enthält ein Programm oder lädt etwas von anderswo; darum haben wir es nicht geöffnet.
verify-file-locked = Das PDF ist mit einem Passwort geschützt.
verify-file-path-unsafe = Das Paket nennt eine Datei außerhalb von sich selbst; darum haben wir es nicht geöffnet.
verify-file-not-json = Der Text ist kein vollständiges JSON.
verify-file-not-an-object = Der Text ist JSON, aber kein Nachweis.
verify-file-duplicate-key = Ein Name steht zweimal an derselben Stelle.
verify-file-too-deep = Die Teile sind tiefer verschachtelt als in irgendeinem Nachweis.
verify-file-bad-text = Es stehen Zeichen darin, die kein Text sind.
verify-file-bad-number = Es steht eine Zahl darin, die nicht alle Computer gleich lesen.

## Sind das die Worte, die die ausstellende Stelle unterschrieben hat?

verify-cause-signature-holds = Jedes Wort ist so, wie die ausstellende Stelle es unterschrieben hat.
verify-cause-signature-does-not-match = Was in dieser Datei steht, ist nicht das, was die ausstellende Stelle unterschrieben hat. Entweder wurde danach etwas darin geändert, oder die Unterschrift gehört zu etwas anderem. Wie es dazu kam und ob es Absicht war, können wir nicht sehen.
verify-cause-signature-malformed = Die Unterschrift in dieser Datei ist unvollständig oder beschädigt. Das kann beim Kopieren oder Umwandeln geschehen.
verify-cause-signature-of-another = Diesen Nachweis hat jemand anderes unterschrieben als die Stelle, die er nennt.
verify-cause-signature-missing = Diese Datei trägt keine Unterschrift; darum lässt sich nichts darin prüfen. Der Nachweis selbst kann trotzdem völlig in Ordnung sein.
verify-cause-signature-ended = Die ausstellende Stelle hat diesen Nachweis unterschrieben, aber die Unterschrift sollte nur bis { $ended } gelten.
verify-cause-signature-not-reached = Die Unterschrift konnte nicht angesehen werden.
verify-cause-key-unreachable = Der Schlüssel der ausstellenden Stelle ließ sich nicht holen, weil { $issuer } nicht geantwortet hat. Das sagt nichts über den Nachweis.
verify-cause-key-not-asked = Gebraucht wird der Schlüssel der ausstellenden Stelle von { $issuer }; danach hat noch niemand gefragt. Das sagt nichts über den Nachweis.
verify-cause-key-refused = Der Schlüssel der ausstellenden Stelle ließ sich nicht holen: { $issuer } hat keine öffentliche Adresse, oder es liegt dort nichts. Das sagt nichts über die Person, der der Nachweis gehört.
verify-cause-key-document-bad = Die ausstellende Stelle veröffentlicht ihre Schlüssel in einer Form, auf die wir uns nicht verlassen können. Das muss diese Stelle richten, nicht die Person, der der Nachweis gehört.
verify-cause-key-not-listed = Der Schlüssel, mit dem dieser Nachweis unterschrieben ist, steht nicht oder nicht mehr unter denen, die die ausstellende Stelle veröffentlicht. Stellen wechseln ihre Schlüssel; nur sie selbst kann sagen, ob dieser ihrer war.
verify-cause-key-kind-unknown = Wir kennen keinen Weg, aus der Kennung der ausstellenden Stelle ihren Schlüssel zu finden. Ein anderes Prüfprogramm kennt vielleicht einen.
verify-cause-key-revoked = Der Schlüssel, mit dem dieser Nachweis unterschrieben ist, war am Tag der Unterschrift schon außer Gebrauch; wer ihn benutzt hat, können wir darum nicht sagen.
verify-cause-key-compromised = Seit dem { $since } könnte jemand anders den Schlüssel gehabt haben, mit dem dieser Nachweis unterschrieben ist, und das Register der ausstellenden Stelle zeigt nicht, dass er vorher ausgestellt wurde. Die Unterschrift allein sagt darum nicht mehr, von wem er ist. Über die Person, die ihn zeigt, sagt das nichts; die ausstellende Stelle kann nachsehen und ihn neu ausstellen.
verify-cause-key-for-another-purpose = Die ausstellende Stelle veröffentlicht den Schlüssel, mit dem dieser Nachweis unterschrieben ist, aber nicht zum Unterschreiben von Nachweisen.
verify-cause-suite-unknown = Der Nachweis ist auf eine Weise unterschrieben, die wir nicht prüfen können. Ein anderes Prüfprogramm kann es vielleicht.
verify-cause-words-not-covered = Einige Worte dieses Nachweises sind von der Unterschrift nicht gedeckt. Vielleicht ist dem System der ausstellenden Stelle ein Fehler unterlaufen, vielleicht hat jemand sie hinzugefügt. Bitte verlassen Sie sich nicht darauf.
verify-cause-words-not-covered-named = Der Teil „{ $detail }“ dieses Nachweises ist von der Unterschrift nicht gedeckt. Vielleicht ist dem System der ausstellenden Stelle ein Fehler unterlaufen, vielleicht hat jemand ihn hinzugefügt. Bitte verlassen Sie sich nicht darauf.
verify-cause-vocabulary-unknown = Der Nachweis benutzt ein Vokabular, das wir nicht haben. Es ist vielleicht neuer als dieses Prüfprogramm.
verify-cause-vocabulary-unknown-named = Der Nachweis benutzt das Vokabular „{ $detail }“, das wir nicht haben. Es ist vielleicht neuer als dieses Prüfprogramm.
verify-cause-too-tangled = Der Nachweis ist so verschlungen, dass die Prüfung sehr lange dauern würde; darum haben wir aufgehört. Gewöhnliche Nachweise sind nicht so gebaut.

## Kennen wir die ausstellende Stelle?

verify-cause-issuer-listed = Ausgestellt hat ihn { $issuer }; diese Stelle kennen wir.
verify-cause-issuer-not-listed = Die ausstellende Stelle steht nicht in unseren Verzeichnissen. Dass wir sie nicht kennen, sagt nichts Schlechtes über sie; ihr Name ist nur der, den sie sich selbst gibt.
verify-cause-issuer-by-address = Die ausstellende Stelle steht nicht in unseren Verzeichnissen, aber die Unterschrift gehört zur Webadresse { $host }. Sehen Sie selbst nach, ob das die Einrichtung ist, an die Sie denken.
verify-cause-issuer-unproven = Wer die ausstellende Stelle ist, lässt sich nicht sagen, bevor die Unterschrift geprüft ist.
verify-cause-issuer-not-reached = Es gibt keine ausstellende Stelle, die man nachschlagen könnte.

## Ist er heute in Kraft?

verify-cause-within-its-time = Er ist bis { $until } in Kraft.
verify-cause-without-end = Er ist in Kraft und nennt kein Ende.
verify-cause-expired = Er galt bis { $ended }. Was für diese Zeit darin steht, bleibt wahr; er ist nur nicht mehr in Kraft.
verify-cause-expired-renewable = Er galt bis { $ended }. Was für diese Zeit darin steht, bleibt wahr. Erneuern lässt er sich unter { $renewal }.
verify-cause-not-yet-valid = Er gilt ab { $starts }. Wenn Ihnen das falsch vorkommt, sehen Sie auch nach Uhr und Datum dieses Computers.
verify-cause-time-unreadable = Seine Daten sind nicht so geschrieben, dass alle sie gleich lesen; darum können wir nicht sagen, wann er in Kraft ist.
verify-cause-time-not-reached = Es gibt keine Daten, die man ansehen könnte.

## Steht die ausstellende Stelle noch dazu?

verify-cause-status-none = Die ausstellende Stelle führt keine öffentliche Liste, in der dieser Nachweis widerrufen sein könnte.
verify-cause-status-good = Die Liste der ausstellenden Stelle zeigt weder Widerruf noch Aussetzung.
verify-cause-status-message = Die ausstellende Stelle hat eine Nachricht dazu hinterlassen; sie lautet: „{ $message }“
verify-cause-newer-version = Er ist in Ordnung, und die ausstellende Stelle bietet eine neuere Fassung an.
verify-cause-revoked = Die ausstellende Stelle hat diesen Nachweis zurückgenommen. Warum, sagt die Liste nicht; es gibt viele Gründe, auch Fehler der ausstellenden Stelle.
verify-cause-revoked-under-appeal = Die ausstellende Stelle hat diesen Nachweis zurückgenommen, und die Person, der er gehört, hat Einspruch erhoben. Bitte ziehen Sie keine Schlüsse, bevor darüber entschieden ist.
verify-cause-suspended = Die ausstellende Stelle hat diesen Nachweis angehalten. Das ist kein Urteil und kann wieder aufgehoben werden.
verify-cause-suspended-under-appeal = Die ausstellende Stelle hat diesen Nachweis angehalten, solange ein Einspruch geprüft wird. Bitte ziehen Sie keine Schlüsse, bevor darüber entschieden ist.
verify-cause-list-unreachable = Die Statusliste der ausstellenden Stelle ließ sich nicht holen; darum wissen wir nicht, ob der Nachweis seither widerrufen wurde.
verify-cause-list-not-asked = Nach der Statusliste der ausstellenden Stelle hat noch niemand gefragt; darum wissen wir nicht, ob der Nachweis seither widerrufen wurde.
verify-cause-list-refused = Die Statusliste der ausstellenden Stelle hat keine öffentliche Adresse oder liegt dort nicht; darum wissen wir nicht, ob der Nachweis seither widerrufen wurde.
verify-cause-list-bad = Was die ausstellende Stelle als Statusliste veröffentlicht, lässt sich nicht als eine lesen.
verify-cause-list-unproven = Die Unterschrift der Statusliste ließ sich nicht bestätigen; darum richten wir uns nicht nach ihr.
verify-cause-list-of-another = Die Statusliste, auf die der Nachweis verweist, gehört jemand anderem oder ist eine andere; darum richten wir uns nicht nach ihr.
verify-cause-list-for-another-purpose = Die Statusliste, auf die der Nachweis verweist, dient einem anderen Zweck als „{ $purpose }“ und beantwortet die Frage darum nicht.
verify-cause-list-too-short = Die Statusliste der ausstellenden Stelle ist kürzer, als der Standard verlangt, sodass das Nachsehen verraten könnte, um wen es geht. Wir richten uns nicht nach ihr.
verify-cause-list-bytewise = Die Statusliste der ausstellenden Stelle scheint für jeden Nachweis ein ganzes Byte statt eines Bits zu verwenden, wie es eine große Plattform tut. Nach dem Standard gelesen, gäbe sie Auskunft über den Nachweis von jemand anderem.
verify-cause-list-too-large = Die Statusliste der ausstellenden Stelle entpackt sich zu weit mehr, als eine Liste braucht; darum haben wir aufgehört.
verify-cause-list-outdated = Die Statusliste der ausstellenden Stelle galt nur bis { $ended } und wurde nicht erneuert.
verify-cause-list-copy-old = Unsere Kopie der Statusliste ist vom { $read }. Was sich seither geändert hat, können wir nicht sehen.
verify-cause-index-outside = Die Stelle in der Statusliste, die der Nachweis nennt, gibt es nicht.
verify-cause-index-unreadable = Der Nachweis sagt nicht klar, wo er in einer Statusliste steht.
verify-cause-status-kind-unknown = Die ausstellende Stelle führt den Status ihrer Nachweise auf eine Weise, die wir nicht lesen können.
verify-cause-status-not-reached = Der Status wurde nicht angesehen, denn nur ein Nachweis mit gültiger Unterschrift belegt, wo er steht.

## Ist er aufgebaut, wie er sein soll?

verify-cause-structure-good = Er ist aufgebaut, wie der Standard es verlangt.
verify-cause-structure-broken = Es fehlt etwas, ohne das niemand einen Nachweis ausstellen kann.
verify-cause-badge-incomplete = Der Nachweis ist so gut wie seine Unterschrift, aber als Open Badge ist er unvollständig. Manche Programme nehmen ihn vielleicht nicht an.
verify-cause-structure-not-reached = Es gibt nichts, dessen Aufbau man ansehen könnte.

verify-rule-context = Er beginnt nicht mit dem Vokabular prüfbarer Nachweise.
verify-rule-type = Er bezeichnet sich nicht als prüfbaren Nachweis.
verify-rule-issuer = Er nennt keine ausstellende Stelle oder nennt sie ohne Kennung.
verify-rule-subject = Er sagt über niemanden etwas.
verify-rule-id = Seine eigene Kennung ist keine Adresse.
verify-rule-issued-on = Das Datum der Ausstellung fehlt.
verify-rule-status-form = Er sagt nicht, von welcher Art sein Status ist.
verify-rule-badge-context = Er nennt das Vokabular von Open Badges 3.0 nicht.
verify-rule-badge-id = Er hat keine eigene Kennung.
verify-rule-badge-start = Er sagt nicht, ab wann er gilt.
verify-rule-badge-issuer = Die ausstellende Stelle ist nicht durch ein Profil beschrieben.
verify-rule-badge-subject = Die Person darin ist nicht als jemand gekennzeichnet, der etwas erreicht hat.
verify-rule-badge-holder = Er sagt nicht, wem er gehört.
verify-rule-badge-achievement = Er nennt keine Leistung.
verify-rule-achievement-id = Die Leistung hat keine Kennung.
verify-rule-achievement-type = Die Leistung ist nicht als solche gekennzeichnet.
verify-rule-achievement-name = Die Leistung hat keinen Namen.
verify-rule-achievement-description = Die Leistung hat keine Beschreibung.
verify-rule-achievement-criteria = Die Leistung sagt nicht, wofür sie vergeben wurde.

## Gelten die Fürsprachen darin?

verify-cause-endorsements-none = Er trägt keine Fürsprachen und braucht keine.
verify-cause-endorsements-hold = { $count ->
    [one] Die Fürsprache darin gilt.
   *[other] Alle { $count } Fürsprachen gelten.
}
verify-cause-endorsements-unchecked = Nicht jede Fürsprache ließ sich prüfen; { $good } von { $count } gelten. Den Nachweis selbst berührt das nicht.
verify-cause-endorsements-withdrawn = Eine Fürsprache wurde zurückgezogen oder ist abgelaufen; { $good } von { $count } gelten. Den Nachweis selbst berührt das nicht.
verify-cause-endorsements-of-other-words = Eine Fürsprache wurde für andere Worte als diese gegeben; { $good } von { $count } gelten. Den Nachweis selbst berührt das nicht.
verify-cause-endorsements-do-not-match = Eine Fürsprache ist nicht so, wie sie unterschrieben wurde; { $good } von { $count } gelten. Den Nachweis selbst berührt das nicht.
verify-cause-endorsements-not-reached = Es gibt keine Fürsprachen, die man ansehen könnte.

## Was sich trotzdem sagen lässt

verify-still-signed = Die Worte wurden am { $date } mit dem Schlüssel von { $issuer } unterschrieben.
verify-still-signed-undated = Die Worte wurden mit dem Schlüssel von { $issuer } unterschrieben.
verify-still-term-from = Nach seinen eigenen Worten gilt er ab { $from }.
verify-still-term-until = Nach seinen eigenen Worten gilt er bis { $until }.
verify-still-term-from-until = Nach seinen eigenen Worten gilt er vom { $from } bis zum { $until }.
verify-still-says-from = In der Datei selbst steht, dass er ab { $from } gilt. Bestätigen konnten wir das nicht.
verify-still-says-until = In der Datei selbst steht, dass er bis { $until } gilt. Bestätigen konnten wir das nicht.
verify-still-says-from-until = In der Datei selbst steht, dass er vom { $from } bis zum { $until } gilt. Bestätigen konnten wir das nicht.
verify-still-in-force-on = Am { $date } zeigte die Liste der ausstellenden Stelle nichts, was dagegen spricht.
verify-still-package-key = Mit dem Schlüsseleintrag aus dem Paket, gesehen am { $date }, ist die Unterschrift in Ordnung. Bei der ausstellenden Stelle konnten wir diesen Eintrag nicht bestätigen.
verify-still-ledger-holds = Das Paket belegt, dass im Register der ausstellenden Stelle am { $date } ein Schritt im Leben eines Nachweises festgehalten wurde. Die Worte hält das Register unter Verschluss; für sie steht die Unterschrift.
verify-still-ledger-false = Das Paket sagt, die Ausstellung stehe im Register der ausstellenden Stelle, aber der Beleg, den es dafür mitbringt, stimmt nicht. Bitte verlassen Sie sich auf diesen Teil nicht; die Unterschrift wird unabhängig davon geprüft.
verify-still-ledger-unknown = Das Paket bringt auch einen Beleg aus einem Register mit, dessen Schlüssel wir nicht kennen; wir haben uns darum nicht danach gerichtet.
verify-still-presentation = Der Nachweis kam in einer Vorlage, mit der eine Wallet sagt, wer ihn zeigt. Geprüft wurde der Nachweis, nicht, wer ihn zeigt.
verify-still-inside-only = Geprüft wurde der Nachweis in dieser Datei. Was das Bild oder die Seite darum herum zeigt, ist von der Unterschrift nicht gedeckt.

## Was jetzt zu tun ist

verify-turn-nobody = Im Moment muss niemand etwas tun.
verify-turn-nobody-retry = Niemand hat etwas falsch gemacht. Bitte versuchen Sie es später noch einmal.
verify-turn-holder = Der nächste Schritt liegt bei der Person, der der Nachweis gehört.
verify-turn-issuer = Der nächste Schritt liegt bei der ausstellenden Stelle. Die Person, der der Nachweis gehört, kann das nicht allein richten.
verify-turn-verifier = Der nächste Schritt liegt bei denen, die prüfen.
verify-turn-us = Der nächste Schritt liegt bei uns oder bei einem Prüfprogramm, das diese Art lesen kann. Sonst muss niemand etwas tun.

verify-settles = Das würde Klarheit schaffen:
verify-evidence-original_file = Die Datei genau so, wie die ausstellende Stelle sie ausgegeben hat, kein Bildschirmfoto und keine Kopie aus einem Chat.
verify-evidence-issuer_confirmation = Eine Bestätigung der ausstellenden Stelle, erbeten unter einer Adresse, die Sie unabhängig von dieser Datei gefunden haben.
verify-evidence-issuer_records = Die eigenen Unterlagen der ausstellenden Stelle über die Leistung, etwa ein Eintrag in ihrem Register.
verify-evidence-new_credential = Ein neuer Nachweis von derselben Stelle.
verify-evidence-appeal = Ein Einspruch der Person, der der Nachweis gehört, bei der ausstellenden Stelle; dort entscheidet ein Mensch.
verify-evidence-newer_list = Eine neuere Kopie der Statusliste der ausstellenden Stelle.
verify-evidence-later_try = Dieselbe Prüfung noch einmal, später.

verify-contact-record = { $name } ist erreichbar unter { $where }. Das wissen wir aus unseren eigenen Unterlagen.
verify-contact-signed = { $name } ist erreichbar unter { $where }. Das steht im Nachweis, unter der Unterschrift der ausstellenden Stelle.
verify-contact-unproven = Die Datei nennt { $where } für { $name }. Bestätigen konnten wir das nicht; bitte suchen Sie die Adresse zuerst selbst.
verify-contact-none = Der Nachweis sagt nicht, wo die ausstellende Stelle erreichbar ist.
verify-contact-nameless = die ausstellende Stelle

verify-until-appeal-decided = Über den Einspruch soll bis { $until } entschieden werden.
verify-until-appeal-filed = Einspruch kann bis { $until } erhoben werden.
verify-appeal-at = Der Einspruch wird unter { $url } bearbeitet.
verify-until-retry = Der nächste Versuch lohnt sich nach { $until }, Koordinierte Weltzeit.
verify-until-starts = Es dauert noch bis { $until }.
verify-until-none = Eine Frist ist uns nicht bekannt.
verify-last-good = Zuletzt in Ordnung war das am { $date }.
