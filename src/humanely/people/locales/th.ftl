# ไม่ใช้คำที่บอกเพศของผู้อ่าน

emergency = หากชีวิตของคุณกำลังอยู่ในอันตราย โปรดโทร { $number }
emergency-services = หากชีวิตของคุณกำลังอยู่ในอันตราย โปรดโทร { $ambulance } (รถพยาบาล) หรือ { $police } (ตำรวจ)
emergency-place = หากชีวิตของคุณกำลังอยู่ในอันตราย โปรดโทรหมายเลขฉุกเฉินของที่ที่คุณอยู่
lines = คนเหล่านี้พร้อมรับฟังและช่วยเหลือ:
line-call = โทร { $dial } – { $name } ({ $notes })
line-text = ส่งข้อความไปที่ { $dial } – { $name } ({ $notes })
line-text-word = ส่งคำว่า { $word } ไปที่ { $dial } – { $name } ({ $notes })
free = ฟรี
anonymous = ไม่ต้องบอกชื่อ
always-open = เปิดตลอดวันตลอดคืน
open-now = ขณะนี้เปิด
open-until = ขณะนี้เปิด ถึง { $time }
closed-now = ขณะนี้ปิด
opens-at = เปิด: { $time }
hours = เวลา: { $hours }
and = { ", " }
find-line = ค้นหาสายช่วยเหลือ: { $site }
told = เรากำลังแจ้งคนในทีมของเรา
help = มีความช่วยเหลือที่ได้ผล คุณไม่ต้องผ่านเรื่องนี้ตามลำพัง
not-crisis-service = เราไม่ใช่หน่วยงานรับมือภาวะวิกฤต
checked = ตรวจสอบหมายเลขเหล่านี้ล่าสุดเมื่อ { $date }
