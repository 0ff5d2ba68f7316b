# Aanspreekvorm: je.

emergency = Als je leven nu in gevaar is, bel { $number }.
emergency-services = Als je leven nu in gevaar is, bel { $ambulance } (ambulance) of { $police } (politie).
emergency-place = Als je leven nu in gevaar is, bel het alarmnummer van de plaats waar je bent.
lines = Deze mensen luisteren en helpen:
line-call = Bel { $dial } – { $name } ({ $notes })
line-text = Stuur een sms naar { $dial } – { $name } ({ $notes })
line-text-word = Sms { $word } naar { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anoniem
always-open = dag en nacht bereikbaar
open-now = nu bereikbaar
open-until = nu bereikbaar, tot { $time }
closed-now = nu niet bereikbaar
opens-at = weer bereikbaar: { $time }
hours = tijden: { $hours }
and = { ", " }
find-line = Vind een hulplijn: { $site }
told = Iemand van ons team krijgt nu bericht.
help = Er is hulp, en die werkt. Je hoeft dit niet alleen te dragen.
not-crisis-service = Wij zijn geen crisisdienst.
checked = Deze nummers zijn voor het laatst gecontroleerd op { $date }.
