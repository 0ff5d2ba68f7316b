# The reference: every locale has these messages with these placeables. No digit, no question, no apology.

emergency = If your life is in danger now, call { $number }.
emergency-services = If your life is in danger now, call { $ambulance } (ambulance) or { $police } (police).
emergency-place = If your life is in danger now, call the emergency number of the place where you are.
lines = These people listen and help:
line-call = Call { $dial } – { $name } ({ $notes })
line-text = Text { $dial } – { $name } ({ $notes })
line-text-word = Text { $word } to { $dial } – { $name } ({ $notes })
free = free
anonymous = anonymous
always-open = open day and night
open-now = open now
open-until = open now, until { $time }
closed-now = closed now
opens-at = opens: { $time }
hours = hours: { $hours }
and = { ", " }
find-line = Find a line: { $site }
told = A person of our team is being told now.
help = Help exists, and it works. You do not have to go through this alone.
not-crisis-service = We are not a crisis service.
checked = These numbers were last checked on { $date }.
