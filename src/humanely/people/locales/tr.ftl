# Hitap: siz.

emergency = Hayatınız şu anda tehlikedeyse { $number } numarasını arayın.
emergency-services = Hayatınız şu anda tehlikedeyse { $ambulance } (ambulans) veya { $police } (polis) numarasını arayın.
emergency-place = Hayatınız şu anda tehlikedeyse bulunduğunuz yerin acil durum numarasını arayın.
lines = Bu insanlar dinler ve yardım eder:
line-call = Arayın: { $dial } – { $name } ({ $notes })
line-text = SMS gönderin: { $dial } – { $name } ({ $notes })
line-text-word = { $dial } numarasına { $word } yazıp SMS gönderin – { $name } ({ $notes })
free = ücretsiz
anonymous = adınızı vermeden
always-open = gece gündüz açık
open-now = şu anda açık
open-until = şu anda açık, kapanış: { $time }
closed-now = şu anda kapalı
opens-at = açılış: { $time }
hours = saatler: { $hours }
and = { ", " }
find-line = Bir destek hattı bulun: { $site }
told = Ekibimizden bir kişiye şu anda haber veriliyor.
help = Yardım var ve işe yarıyor. Bunu tek başınıza taşımak zorunda değilsiniz.
not-crisis-service = Biz bir kriz hizmeti değiliz.
checked = Bu numaralar en son kontrol edildi: { $date }.
