# Tiltale: du.

emergency = Hvis dit liv er i fare nu, så ring { $number }.
emergency-services = Hvis dit liv er i fare nu, så ring { $ambulance } (ambulance) eller { $police } (politi).
emergency-place = Hvis dit liv er i fare nu, så ring til alarmnummeret dér, hvor du er.
lines = Her er der mennesker, der lytter og hjælper:
line-call = Ring { $dial } – { $name } ({ $notes })
line-text = Send en sms til { $dial } – { $name } ({ $notes })
line-text-word = Send { $word } i en sms til { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anonymt
always-open = åbent døgnet rundt
open-now = åbent nu
open-until = åbent nu, til { $time }
closed-now = lukket nu
opens-at = åbner: { $time }
hours = åbningstider: { $hours }
and = { ", " }
find-line = Find en hjælpelinje: { $site }
told = En person i vores team får besked nu.
help = Der findes hjælp, og den virker. Du behøver ikke gå igennem det her alene.
not-crisis-service = Vi er ikke en krisetjeneste.
checked = Numrene blev sidst kontrolleret: { $date }.
