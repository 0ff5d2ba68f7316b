# Обръщение: Вие.

emergency = Ако животът Ви е в опасност сега, обадете се на { $number }.
emergency-services = Ако животът Ви е в опасност сега, обадете се на { $ambulance } (Бърза помощ) или { $police } (полиция).
emergency-place = Ако животът Ви е в опасност сега, обадете се на номера за спешни случаи там, където сте.
lines = Тези хора изслушват и помагат:
line-call = Обадете се: { $dial } – { $name } ({ $notes })
line-text = Изпратете SMS: { $dial } – { $name } ({ $notes })
line-text-word = Изпратете { $word } като SMS на { $dial } – { $name } ({ $notes })
free = безплатно
anonymous = анонимно
always-open = денонощно
open-now = работи сега
open-until = работи сега, до { $time }
closed-now = сега не работи
opens-at = отваря: { $time }
hours = часове: { $hours }
and = { ", " }
find-line = Намерете линия за помощ: { $site }
told = Сега уведомяваме човек от нашия екип.
help = Помощ има и тя действа. Не е нужно да преминавате през това без подкрепа.
not-crisis-service = Ние не сме кризисна служба.
checked = Номерата са проверени последно: { $date }.
