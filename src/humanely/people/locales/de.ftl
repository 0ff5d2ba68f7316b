# Anrede: Sie.

emergency = Wenn Ihr Leben jetzt in Gefahr ist, rufen Sie { $number } an.
emergency-services = Wenn Ihr Leben jetzt in Gefahr ist, rufen Sie { $ambulance } (Rettungsdienst) oder { $police } (Polizei) an.
emergency-place = Wenn Ihr Leben jetzt in Gefahr ist, rufen Sie die Notrufnummer des Ortes an, an dem Sie sind.
lines = Hier hören Ihnen Menschen zu und helfen:
line-call = Anrufen: { $dial } – { $name } ({ $notes })
line-text = SMS an { $dial } – { $name } ({ $notes })
line-text-word = SMS mit { $word } an { $dial } – { $name } ({ $notes })
free = kostenlos
anonymous = anonym
always-open = Tag und Nacht erreichbar
open-now = jetzt erreichbar
open-until = jetzt erreichbar, bis { $time }
closed-now = jetzt nicht erreichbar
opens-at = wieder erreichbar: { $time }
hours = Zeiten: { $hours }
and = { ", " }
find-line = Eine Anlaufstelle finden: { $site }
told = Ein Mensch aus unserem Team wird jetzt benachrichtigt.
help = Es gibt Hilfe, und sie wirkt. Sie müssen da nicht allein durch.
not-crisis-service = Wir sind kein Krisendienst.
checked = Diese Nummern wurden zuletzt geprüft: { $date }.
