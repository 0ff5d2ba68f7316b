# 합니다체와 하세요체.

emergency = 지금 생명이 위험하다면 { $number }에 전화하세요.
emergency-services = 지금 생명이 위험하다면 { $ambulance }(구급) 또는 { $police }(경찰)에 전화하세요.
emergency-place = 지금 생명이 위험하다면 계신 곳의 긴급 전화번호로 전화하세요.
lines = 이야기를 듣고 돕는 사람들이 있습니다:
line-call = 전화 { $dial } – { $name } ({ $notes })
line-text = 문자 { $dial } – { $name } ({ $notes })
line-text-word = { $dial }(으)로 문자 { $word } 보내기 – { $name } ({ $notes })
free = 무료
anonymous = 익명
always-open = 밤낮으로 운영
open-now = 지금 운영 중
open-until = 지금 운영 중, { $time }까지
closed-now = 지금은 운영 시간이 아님
opens-at = 다음 운영: { $time }
hours = 운영 시간: { $hours }
and = { ", " }
find-line = 상담 전화 찾기: { $site }
told = 지금 저희 팀의 담당자에게 알리고 있습니다.
help = 도움은 있고, 효과가 있습니다. 혼자 감당하지 않으셔도 됩니다.
not-crisis-service = 저희는 위기 상담 기관이 아닙니다.
checked = 이 번호들의 마지막 확인일: { $date }
