# Zwrot: Ty. Bez form zdradzających płeć osoby, która czyta.

emergency = Jeśli Twoje życie jest teraz w niebezpieczeństwie, zadzwoń pod numer { $number }.
emergency-services = Jeśli Twoje życie jest teraz w niebezpieczeństwie, zadzwoń pod numer { $ambulance } (pogotowie) lub { $police } (policja).
emergency-place = Jeśli Twoje życie jest teraz w niebezpieczeństwie, zadzwoń pod numer alarmowy miejsca, w którym jesteś.
lines = Ci ludzie słuchają i pomagają:
line-call = Zadzwoń: { $dial } – { $name } ({ $notes })
line-text = Wyślij SMS: { $dial } – { $name } ({ $notes })
line-text-word = Wyślij SMS o treści { $word } pod numer { $dial } – { $name } ({ $notes })
free = bezpłatnie
anonymous = anonimowo
always-open = całą dobę
open-now = teraz czynne
open-until = teraz czynne, do { $time }
closed-now = teraz nieczynne
opens-at = znów czynne: { $time }
hours = godziny: { $hours }
and = { ", " }
find-line = Znajdź telefon zaufania: { $site }
told = Zawiadamiamy teraz osobę z naszego zespołu.
help = Pomoc istnieje i działa. Nie musisz przechodzić przez to bez wsparcia.
not-crisis-service = Nie jesteśmy służbą kryzysową.
checked = Te numery ostatnio sprawdzono: { $date }.
