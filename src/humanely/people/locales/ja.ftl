# です・ます体。

emergency = いま命の危険があるときは、{ $number } に電話してください。
emergency-services = いま命の危険があるときは、{ $ambulance }（救急）または { $police }（警察）に電話してください。
emergency-place = いま命の危険があるときは、いまいる場所の緊急通報番号に電話してください。
lines = 話を聴き、力になる人がいます：
line-call = 電話 { $dial }：{ $name }（{ $notes }）
line-text = SMS { $dial }：{ $name }（{ $notes }）
line-text-word = { $word } とSMSを送る { $dial }：{ $name }（{ $notes }）
free = 無料
anonymous = 匿名
always-open = 昼も夜も受付
open-now = 受付中
open-until = 受付中、{ $time } まで
closed-now = 現在は受付時間外
opens-at = 次の受付：{ $time }
hours = 受付時間：{ $hours }
and = { "、" }
find-line = 相談窓口を探す：{ $site }
told = いま、私たちのチームの担当者に知らせています。
help = 助けはあり、効果もあります。ひとりで抱えなくて大丈夫です。
not-crisis-service = 私たちは危機対応の窓口ではありません。
checked = これらの番号の最終確認日：{ $date }
