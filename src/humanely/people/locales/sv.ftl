# Tilltal: du.

emergency = Om ditt liv är i fara nu, ring { $number }.
emergency-services = Om ditt liv är i fara nu, ring { $ambulance } (ambulans) eller { $police } (polis).
emergency-place = Om ditt liv är i fara nu, ring det nödnummer som gäller där du är.
lines = Här finns människor som lyssnar och hjälper:
line-call = Ring { $dial } – { $name } ({ $notes })
line-text = Skicka sms till { $dial } – { $name } ({ $notes })
line-text-word = Skicka { $word } som sms till { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anonymt
always-open = öppet dygnet runt
open-now = öppet nu
open-until = öppet nu, till { $time }
closed-now = stängt nu
opens-at = öppnar: { $time }
hours = öppettider: { $hours }
and = { ", " }
find-line = Hitta en hjälplinje: { $site }
told = En person i vårt team får besked nu.
help = Det finns hjälp, och den fungerar. Du behöver inte gå igenom det här ensam.
not-crisis-service = Vi är ingen krisjour.
checked = Numren kontrollerades senast: { $date }.
