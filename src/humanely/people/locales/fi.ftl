# Puhuttelu: sinä.

emergency = Jos henkesi on nyt vaarassa, soita numeroon { $number }.
emergency-services = Jos henkesi on nyt vaarassa, soita numeroon { $ambulance } (ambulanssi) tai { $police } (poliisi).
emergency-place = Jos henkesi on nyt vaarassa, soita sen paikan hätänumeroon, jossa olet.
lines = Täällä sinua kuunnellaan ja autetaan:
line-call = Soita: { $dial } – { $name } ({ $notes })
line-text = Lähetä tekstiviesti numeroon { $dial } – { $name } ({ $notes })
line-text-word = Lähetä tekstiviesti { $word } numeroon { $dial } – { $name } ({ $notes })
free = maksuton
anonymous = nimettömästi
always-open = auki ympäri vuorokauden
open-now = auki nyt
open-until = auki nyt, klo { $time } asti
closed-now = suljettu nyt
opens-at = avautuu: { $time }
hours = aukioloajat: { $hours }
and = { ", " }
find-line = Etsi auttava puhelin: { $site }
told = Kerromme tästä nyt ihmiselle, joka kuuluu tiimiimme.
help = Apua on, ja siitä on hyötyä. Sinun ei tarvitse käydä tätä läpi yksin.
not-crisis-service = Emme ole kriisipalvelu.
checked = Numerot on viimeksi tarkistettu: { $date }.
