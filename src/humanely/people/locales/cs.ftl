# Vykání, bez tvarů prozrazujících rod.

emergency = Pokud je teď Váš život v ohrožení, volejte { $number }.
emergency-services = Pokud je teď Váš život v ohrožení, volejte { $ambulance } (záchranná služba) nebo { $police } (policie).
emergency-place = Pokud je teď Váš život v ohrožení, volejte tísňovou linku platnou v místě, kde jste.
lines = Tito lidé naslouchají a pomáhají:
line-call = Zavolejte: { $dial } – { $name } ({ $notes })
line-text = Pošlete SMS na číslo { $dial } – { $name } ({ $notes })
line-text-word = Pošlete SMS s textem { $word } na číslo { $dial } – { $name } ({ $notes })
free = zdarma
anonymous = anonymně
always-open = nonstop
open-now = teď dostupné
open-until = teď dostupné, do { $time }
closed-now = teď nedostupné
opens-at = znovu dostupné: { $time }
hours = provozní doba: { $hours }
and = { ", " }
find-line = Najděte linku důvěry: { $site }
told = Právě o tom dáváme vědět člověku z našeho týmu.
help = Pomoc existuje a funguje. Nemusíte tím procházet bez opory.
not-crisis-service = Nejsme krizová služba.
checked = Čísla byla naposledy ověřena: { $date }.
