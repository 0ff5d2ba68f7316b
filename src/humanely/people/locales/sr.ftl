# Обраћање: Ви. Ћирилица.

emergency = Ако Вам је живот сада у опасности, позовите { $number }.
emergency-services = Ако Вам је живот сада у опасности, позовите { $ambulance } (хитна помоћ) или { $police } (полиција).
emergency-place = Ако Вам је живот сада у опасности, позовите број за хитне случајеве места на којем сте.
lines = Ови људи слушају и помажу:
line-call = Позовите: { $dial } – { $name } ({ $notes })
line-text = Пошаљите SMS: { $dial } – { $name } ({ $notes })
line-text-word = Пошаљите { $word } SMS-ом на { $dial } – { $name } ({ $notes })
free = бесплатно
anonymous = анонимно
always-open = отворено дан и ноћ
open-now = отворено сада
open-until = отворено сада, до { $time }
closed-now = сада затворено
opens-at = отвара се: { $time }
hours = време: { $hours }
and = { ", " }
find-line = Пронађите линију за помоћ: { $site }
told = Управо обавештавамо човека из нашег тима.
help = Помоћ постоји и делује. Не морате кроз ово пролазити без подршке.
not-crisis-service = Ми нисмо кризна служба.
checked = Бројеви су последњи пут проверени: { $date }.
