# Sapaan: Anda.

emergency = Jika nyawa Anda sekarang dalam bahaya, hubungi { $number }.
emergency-services = Jika nyawa Anda sekarang dalam bahaya, hubungi { $ambulance } (ambulans) atau { $police } (polisi).
emergency-place = Jika nyawa Anda sekarang dalam bahaya, hubungi nomor darurat di tempat Anda berada.
lines = Orang-orang ini mendengarkan dan membantu:
line-call = Telepon { $dial } – { $name } ({ $notes })
line-text = Kirim SMS ke { $dial } – { $name } ({ $notes })
line-text-word = Kirim { $word } lewat SMS ke { $dial } – { $name } ({ $notes })
free = gratis
anonymous = anonim
always-open = buka siang malam
open-now = buka sekarang
open-until = buka sekarang, sampai { $time }
closed-now = tutup sekarang
opens-at = buka lagi: { $time }
hours = jam layanan: { $hours }
and = { ", " }
find-line = Cari layanan bantuan: { $site }
told = Seorang anggota tim kami sedang diberi tahu.
help = Bantuan itu ada, dan benar-benar menolong. Anda tidak harus melalui ini sendirian.
not-crisis-service = Kami bukan layanan krisis.
checked = Nomor ini terakhir diperiksa: { $date }.
