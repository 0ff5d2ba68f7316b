# Звертання: Ви.

emergency = Якщо Ваше життя зараз у небезпеці, телефонуйте { $number }.
emergency-services = Якщо Ваше життя зараз у небезпеці, телефонуйте { $ambulance } (швидка допомога) або { $police } (поліція).
emergency-place = Якщо Ваше життя зараз у небезпеці, телефонуйте на номер екстреної служби там, де Ви є.
lines = Ці люди слухають і допомагають:
line-call = Телефонуйте: { $dial } – { $name } ({ $notes })
line-text = Надішліть SMS: { $dial } – { $name } ({ $notes })
line-text-word = Надішліть { $word } у SMS на { $dial } – { $name } ({ $notes })
free = безкоштовно
anonymous = анонімно
always-open = цілодобово
open-now = зараз працює
open-until = зараз працює, до { $time }
closed-now = зараз не працює
opens-at = відкриється: { $time }
hours = години: { $hours }
and = { ", " }
find-line = Знайдіть лінію допомоги: { $site }
told = Ми зараз повідомляємо людину з нашої команди.
help = Допомога є, і вона діє. Вам не треба проходити це без підтримки.
not-crisis-service = Ми не кризова служба.
checked = Ці номери востаннє перевірено: { $date }.
