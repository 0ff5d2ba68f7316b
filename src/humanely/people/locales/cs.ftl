# Vykání, bez tvarů prozrazujících rod.

emergency = Pokud je teď Váš život v ohrožení, zavolejte { $number }.
emergency-services = Pokud je teď Váš život v ohrožení, zavolejte { $ambulance } (záchranná služba) nebo { $police } (policie).
emergency-place = Pokud je teď Váš život v ohrožení, zavolejte na číslo tísňového volání tam, kde jste.
lines = Tito lidé naslouchají a pomáhají:
line-call = Zavolejte: { $dial } – { $name } ({ $notes })
line-text = Pošlete SMS: { $dial } – { $name } ({ $notes })
line-text-word = Pošlete SMS s textem { $word } na číslo { $dial } – { $name } ({ $notes })
free = zdarma
anonymous = anonymně
always-open = nonstop
open-now = teď otevřeno
open-until = teď otevřeno, do { $time }
closed-now = teď zavřeno
opens-at = otevírá: { $time }
hours = hodiny: { $hours }
and = { ", " }
find-line = Najděte linku pomoci: { $site }
told = Právě to předáváme člověku z našeho týmu.
help = Pomoc existuje a funguje. Nemusíte tím procházet bez opory.
not-crisis-service = Nejsme krizová služba.
checked = Čísla byla naposledy ověřena: { $date }.
