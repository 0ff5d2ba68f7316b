# Tiltale: du. Bokmål.

emergency = Hvis livet ditt er i fare nå, ring { $number }.
emergency-services = Hvis livet ditt er i fare nå, ring { $ambulance } (ambulanse) eller { $police } (politi).
emergency-place = Hvis livet ditt er i fare nå, ring nødnummeret der du er.
lines = Her er det mennesker som lytter og hjelper:
line-call = Ring { $dial } – { $name } ({ $notes })
line-text = Send SMS til { $dial } – { $name } ({ $notes })
line-text-word = Send { $word } på SMS til { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anonymt
always-open = åpent døgnet rundt
open-now = åpent nå
open-until = åpent nå, til { $time }
closed-now = stengt nå
opens-at = åpner: { $time }
hours = åpningstider: { $hours }
and = { ", " }
find-line = Finn en hjelpetelefon: { $site }
told = En person i teamet vårt får beskjed nå.
help = Det finnes hjelp, og den virker. Du trenger ikke å gå gjennom dette alene.
not-crisis-service = Vi er ikke en krisetjeneste.
checked = Numrene ble sist kontrollert: { $date }.
