# Obraćanje: Vi.

emergency = Ako Vam je život sada u opasnosti, nazovite { $number }.
emergency-services = Ako Vam je život sada u opasnosti, nazovite { $ambulance } (hitna pomoć) ili { $police } (policija).
emergency-place = Ako Vam je život sada u opasnosti, nazovite broj za hitne slučajeve mjesta na kojem jeste.
lines = Ovi ljudi slušaju i pomažu:
line-call = Nazovite: { $dial } – { $name } ({ $notes })
line-text = Pošaljite SMS: { $dial } – { $name } ({ $notes })
line-text-word = Pošaljite { $word } SMS-om na { $dial } – { $name } ({ $notes })
free = besplatno
anonymous = anonimno
always-open = otvoreno dan i noć
open-now = otvoreno sada
open-until = otvoreno sada, do { $time }
closed-now = sada zatvoreno
opens-at = otvara se: { $time }
hours = vrijeme: { $hours }
and = { ", " }
find-line = Pronađite liniju za pomoć: { $site }
told = Upravo obavještavamo čovjeka iz našeg tima.
help = Pomoć postoji i djeluje. Ne morate kroz ovo prolaziti bez podrške.
not-crisis-service = Mi nismo krizna služba.
checked = Brojevi su zadnji put provjereni: { $date }.
