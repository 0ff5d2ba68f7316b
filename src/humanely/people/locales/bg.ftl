# Обръщение: Вие.

emergency = Ако животът Ви е в опасност сега, обадете се на { $number }.
emergency-services = Ако животът Ви е в опасност сега, обадете се на { $ambulance } (Бърза помощ) или { $police } (полиция).
emergency-place = Ако животът Ви е в опасност сега, обадете се на номера за спешни случаи там, където сте.
lines = Тук има хора, които изслушват и помагат:
line-call = Обадете се на { $dial } – { $name } ({ $notes })
line-text = Изпратете SMS на { $dial } – { $name } ({ $notes })
line-text-word = Изпратете { $word } като SMS на { $dial } – { $name } ({ $notes })
free = безплатно
anonymous = анонимно
always-open = денонощно
open-now = работи сега
open-until = работи сега, до { $time }
closed-now = сега не работи
opens-at = отваря: { $time }
hours = работно време: { $hours }
and = { ", " }
find-line = Намерете линия за помощ: { $site }
told = Сега уведомяваме човек от нашия екип.
help = Помощ има и тя действа. Не е нужно да преминавате през това без подкрепа.
not-crisis-service = Ние не сме кризисна служба.
checked = Последна проверка на номерата: { $date }
