# Magázás.

emergency = Ha most veszélyben van az élete, hívja ezt a számot: { $number }.
emergency-services = Ha most veszélyben van az élete, hívja ezek egyikét: { $ambulance } (mentők) vagy { $police } (rendőrség).
emergency-place = Ha most veszélyben van az élete, hívja annak a helynek a segélyhívó számát, ahol van.
lines = Itt emberek meghallgatják Önt, és segítenek:
line-call = Hívás: { $dial } – { $name } ({ $notes })
line-text = SMS ide: { $dial } – { $name } ({ $notes })
line-text-word = SMS ezzel a szóval: { $word }, ide: { $dial } – { $name } ({ $notes })
free = ingyenes
anonymous = anonim
always-open = éjjel-nappal elérhető
open-now = most elérhető
open-until = most elérhető, eddig: { $time }
closed-now = most nem elérhető
opens-at = újra elérhető: { $time }
hours = ügyeleti idő: { $hours }
and = { ", " }
find-line = Segélyvonal keresése: { $site }
told = Most szólunk egy embernek a csapatunkból.
help = Van segítség, és használ. Nem kell ezen egyedül keresztülmennie.
not-crisis-service = Nem vagyunk krízisszolgálat.
checked = A számok legutóbbi ellenőrzése: { $date }
