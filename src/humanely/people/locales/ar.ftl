# صيغ لا تدل على جنس من يقرأ.

emergency = إذا كانت حياتك في خطر الآن، فالرجاء الاتصال بالرقم { $number }.
emergency-services = إذا كانت حياتك في خطر الآن، فالرجاء الاتصال بالرقم { $ambulance } (الإسعاف) أو { $police } (الشرطة).
emergency-place = إذا كانت حياتك في خطر الآن، فالرجاء الاتصال برقم الطوارئ في مكان وجودك.
lines = هنا أشخاص يستمعون ويساعدون:
line-call = للاتصال: { $dial } – { $name } ({ $notes })
line-text = لإرسال رسالة نصية: { $dial } – { $name } ({ $notes })
line-text-word = لإرسال { $word } في رسالة نصية إلى { $dial } – { $name } ({ $notes })
free = مجاني
anonymous = دون ذكر الاسم
always-open = ليلًا ونهارًا
open-now = مفتوح الآن
open-until = مفتوح الآن حتى { $time }
closed-now = مغلق الآن
opens-at = يفتح: { $time }
hours = المواعيد: { $hours }
and = { "، " }
find-line = للعثور على خط مساعدة: { $site }
told = يجري الآن إبلاغ شخص من فريقنا.
help = المساعدة موجودة وتنفع. لست وحدك.
not-crisis-service = نحن لسنا خدمة للأزمات.
checked = آخر تحقق من هذه الأرقام: { $date }.
