# ניסוח שאינו מגלה את מין מי שקורא.

emergency = אם חייך בסכנה עכשיו, יש להתקשר למספר { $number }.
emergency-services = אם חייך בסכנה עכשיו, יש להתקשר למספר { $ambulance } (אמבולנס) או { $police } (משטרה).
emergency-place = אם חייך בסכנה עכשיו, יש להתקשר למספר החירום של המקום שבו נמצאים.
lines = כאן אנשים מקשיבים ועוזרים:
line-call = לשיחה: { $dial } – { $name } ({ $notes })
line-text = להודעת טקסט: { $dial } – { $name } ({ $notes })
line-text-word = יש לשלוח { $word } בהודעת טקסט אל { $dial } – { $name } ({ $notes })
free = חינם
anonymous = בעילום שם
always-open = פתוח יום ולילה
open-now = פתוח עכשיו
open-until = פתוח עכשיו, עד { $time }
closed-now = סגור עכשיו
opens-at = ייפתח: { $time }
hours = שעות פעילות: { $hours }
and = { ", " }
find-line = לאיתור קו סיוע: { $site }
told = אדם מהצוות שלנו מקבל עכשיו הודעה.
help = יש עזרה, והיא מועילה. לא חייבים לעבור את זה לבד.
not-crisis-service = אנחנו לא מוקד סיוע לשעת משבר.
checked = המספרים נבדקו לאחרונה: { $date }.
