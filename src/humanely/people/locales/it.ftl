# Si dà del tu. Senza forme che indicano il genere di chi legge.

emergency = Se la tua vita è in pericolo ora, chiama il { $number }.
emergency-services = Se la tua vita è in pericolo ora, chiama il { $ambulance } (ambulanza) o il { $police } (polizia).
emergency-place = Se la tua vita è in pericolo ora, chiama il numero di emergenza del luogo in cui ti trovi.
lines = Queste persone ascoltano e aiutano:
line-call = Chiama il numero { $dial } – { $name } ({ $notes })
line-text = Invia un SMS al numero { $dial } – { $name } ({ $notes })
line-text-word = Invia { $word } con un SMS al numero { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anonimo
always-open = giorno e notte
open-now = aperto ora
open-until = aperto ora, chiusura: { $time }
closed-now = chiuso ora
opens-at = riapre: { $time }
hours = orari: { $hours }
and = { ", " }
find-line = Trova una linea di ascolto: { $site }
told = Una persona del nostro team viene avvisata adesso.
help = L’aiuto esiste e funziona. Non devi affrontare tutto questo senza qualcuno accanto.
not-crisis-service = Non siamo un servizio di crisi.
checked = Ultima verifica di questi numeri: { $date }.
