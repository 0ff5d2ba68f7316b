# Xưng hô: bạn.

emergency = Nếu tính mạng của bạn đang nguy hiểm, hãy gọi { $number }.
emergency-services = Nếu tính mạng của bạn đang nguy hiểm, hãy gọi { $ambulance } (cấp cứu) hoặc { $police } (cảnh sát).
emergency-place = Nếu tính mạng của bạn đang nguy hiểm, hãy gọi số khẩn cấp tại nơi bạn đang ở.
lines = Ở đây có người lắng nghe và giúp đỡ:
line-call = Gọi { $dial } – { $name } ({ $notes })
line-text = Nhắn tin đến { $dial } – { $name } ({ $notes })
line-text-word = Nhắn { $word } đến { $dial } – { $name } ({ $notes })
free = miễn phí
anonymous = ẩn danh
always-open = hoạt động ngày đêm
open-now = đang hoạt động
open-until = đang hoạt động, đến { $time }
closed-now = hiện không hoạt động
opens-at = hoạt động lại: { $time }
hours = giờ hoạt động: { $hours }
and = { ", " }
find-line = Tìm đường dây hỗ trợ: { $site }
told = Một người trong nhóm chúng tôi đang được báo tin.
help = Có sự giúp đỡ, và điều đó có hiệu quả. Bạn không phải vượt qua chuyện này một mình.
not-crisis-service = Chúng tôi không phải dịch vụ ứng phó khủng hoảng.
checked = Các số này được kiểm tra lần cuối: { $date }.
