# Magázás.

emergency = Ha most veszélyben van az élete, hívja ezt a számot: { $number }.
emergency-services = Ha most veszélyben van az élete, hívja ezt: { $ambulance } (mentők) vagy { $police } (rendőrség).
emergency-place = Ha most veszélyben van az élete, hívja a segélyhívót ott, ahol most van.
lines = Itt emberek meghallgatják és segítenek:
line-call = Hívás: { $dial } – { $name } ({ $notes })
line-text = SMS: { $dial } – { $name } ({ $notes })
line-text-word = SMS ezzel a szóval: { $word }, ide: { $dial } – { $name } ({ $notes })
free = ingyenes
anonymous = névtelen
always-open = éjjel-nappal elérhető
open-now = most elérhető
open-until = most elérhető, eddig: { $time }
closed-now = most nem elérhető
opens-at = nyitás: { $time }
hours = elérhető: { $hours }
and = { ", " }
find-line = Segélyvonal keresése: { $site }
told = Most szólunk egy embernek a csapatunkból.
help = Van segítség, és használ. Nem kell ezen egyedül átmennie.
not-crisis-service = Nem vagyunk krízisszolgálat.
checked = A számokat legutóbb ekkor ellenőrizték: { $date }.
