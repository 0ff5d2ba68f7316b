# خطاب: شما.

emergency = اگر جان شما اکنون در خطر است، با { $number } تماس بگیرید.
emergency-services = اگر جان شما اکنون در خطر است، با { $ambulance } (آمبولانس) یا { $police } (پلیس) تماس بگیرید.
emergency-place = اگر جان شما اکنون در خطر است، با شماره اضطراری جایی که هستید تماس بگیرید.
lines = این افراد گوش می‌دهند و کمک می‌کنند:
line-call = تماس: { $dial } – { $name } ({ $notes })
line-text = پیامک: { $dial } – { $name } ({ $notes })
line-text-word = پیامک { $word } به { $dial } – { $name } ({ $notes })
free = رایگان
anonymous = بدون نام
always-open = شبانه‌روزی
open-now = اکنون باز است
open-until = اکنون باز است، تا { $time }
closed-now = اکنون بسته است
opens-at = باز می‌شود: { $time }
hours = ساعت‌ها: { $hours }
and = { "، " }
find-line = یافتن خط کمک: { $site }
told = اکنون به فردی از گروه ما خبر داده می‌شود.
help = کمک هست و اثر دارد. لازم نیست به‌تنهایی از این بگذرید.
not-crisis-service = ما مرکز بحران نیستیم.
checked = این شماره‌ها آخرین بار بررسی شد: { $date }.
