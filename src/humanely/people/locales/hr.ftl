# Obraćanje: Vi.

emergency = Ako Vam je život sada u opasnosti, nazovite { $number }.
emergency-services = Ako Vam je život sada u opasnosti, nazovite { $ambulance } (hitna pomoć) ili { $police } (policija).
emergency-place = Ako Vam je život sada u opasnosti, nazovite broj za hitne službe koji vrijedi tamo gdje se nalazite.
lines = Ovi ljudi slušaju i pomažu:
line-call = Nazovite: { $dial } – { $name } ({ $notes })
line-text = Pošaljite SMS: { $dial } – { $name } ({ $notes })
line-text-word = Pošaljite { $word } SMS-om na { $dial } – { $name } ({ $notes })
free = besplatno
anonymous = anonimno
always-open = dostupno danju i noću
open-now = sada dostupno
open-until = sada dostupno, do { $time }
closed-now = sada nedostupno
opens-at = ponovno dostupno: { $time }
hours = radno vrijeme: { $hours }
and = { ", " }
find-line = Pronađite liniju za pomoć: { $site }
told = Upravo obavještavamo osobu iz našeg tima.
help = Pomoć postoji i djelotvorna je. Ne morate kroz ovo prolaziti bez podrške.
not-crisis-service = Mi nismo krizna služba.
checked = Brojevi su zadnji put provjereni: { $date }
