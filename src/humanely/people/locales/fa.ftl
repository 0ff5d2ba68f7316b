# خطاب: شما.

emergency = اگر جان شما اکنون در خطر است، با { $number } تماس بگیرید.
emergency-services = اگر جان شما اکنون در خطر است، با { $ambulance } (اورژانس) یا { $police } (پلیس) تماس بگیرید.
emergency-place = اگر جان شما اکنون در خطر است، با شماره اضطراری جایی که هستید تماس بگیرید.
lines = این افراد گوش می‌دهند و کمک می‌کنند:
line-call = تماس: { $dial } – { $name } ({ $notes })
line-text = پیامک: { $dial } – { $name } ({ $notes })
line-text-word = پیامک { $word } به { $dial } – { $name } ({ $notes })
free = رایگان
anonymous = بدون ذکر نام
always-open = شبانه‌روزی
open-now = اکنون پاسخ‌گوست
open-until = اکنون پاسخ‌گوست، تا { $time }
closed-now = اکنون پاسخ‌گو نیست
opens-at = پاسخ‌گویی از: { $time }
hours = ساعت‌های پاسخ‌گویی: { $hours }
and = { "، " }
find-line = یافتن خط کمک: { $site }
told = اکنون به فردی از گروه ما خبر داده می‌شود.
help = کمک هست و اثر دارد. لازم نیست به‌تنهایی با این روبه‌رو شوید.
not-crisis-service = ما مرکز کمک‌رسانی در بحران نیستیم.
checked = تاریخ آخرین بررسی این شماره‌ها: { $date }.
