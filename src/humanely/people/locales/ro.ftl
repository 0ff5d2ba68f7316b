# Adresare: dumneavoastră.

emergency = Dacă viața vă este în pericol acum, sunați la { $number }.
emergency-services = Dacă viața vă este în pericol acum, sunați la { $ambulance } (ambulanță) sau la { $police } (poliție).
emergency-place = Dacă viața vă este în pericol acum, sunați la numărul de urgență al locului în care sunteți.
lines = Acești oameni vă ascultă și vă ajută:
line-call = Sunați la { $dial } – { $name } ({ $notes })
line-text = Trimiteți SMS la { $dial } – { $name } ({ $notes })
line-text-word = Trimiteți { $word } prin SMS la { $dial } – { $name } ({ $notes })
free = gratuit
anonymous = anonim
always-open = deschis zi și noapte
open-now = deschis acum
open-until = deschis acum, până la { $time }
closed-now = închis acum
opens-at = se deschide: { $time }
hours = program: { $hours }
and = { ", " }
find-line = Găsiți o linie de ajutor: { $site }
told = Un om din echipa noastră este anunțat acum.
help = Există ajutor, și funcționează. Nu e nevoie să treceți prin asta fără sprijin.
not-crisis-service = Nu suntem un serviciu de intervenție în criză.
checked = Numerele au fost verificate ultima dată: { $date }.
