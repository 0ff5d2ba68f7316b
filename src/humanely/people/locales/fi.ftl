# Puhuttelu: sinä.

emergency = Jos henkesi on nyt vaarassa, soita numeroon { $number }.
emergency-services = Jos henkesi on nyt vaarassa, soita numeroon { $ambulance } (ambulanssi) tai { $police } (poliisi).
emergency-place = Jos henkesi on nyt vaarassa, soita sen paikan hätänumeroon, jossa olet.
lines = Nämä ihmiset kuuntelevat ja auttavat:
line-call = Soita: { $dial } – { $name } ({ $notes })
line-text = Lähetä tekstiviesti: { $dial } – { $name } ({ $notes })
line-text-word = Lähetä tekstiviesti { $word } numeroon { $dial } – { $name } ({ $notes })
free = maksuton
anonymous = nimetön
always-open = auki ympäri vuorokauden
open-now = auki nyt
open-until = auki nyt, { $time } asti
closed-now = suljettu nyt
opens-at = avautuu: { $time }
hours = ajat: { $hours }
and = { ", " }
find-line = Etsi auttava puhelin: { $site }
told = Tiimimme ihmiselle kerrotaan tästä nyt.
help = Apua on, ja se auttaa. Sinun ei tarvitse selvitä tästä yksin.
not-crisis-service = Emme ole kriisipalvelu.
checked = Numerot on viimeksi tarkistettu: { $date }.
