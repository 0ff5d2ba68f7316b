# 称呼：您。

emergency = 如果您现在有生命危险，请拨打 { $number }。
emergency-services = 如果您现在有生命危险，请拨打 { $ambulance }（急救）或 { $police }（报警）。
emergency-place = 如果您现在有生命危险，请拨打您所在地的紧急求助电话。
lines = 这些人愿意倾听和帮助：
line-call = 拨打 { $dial }：{ $name }（{ $notes }）
line-text = 发送短信到 { $dial }：{ $name }（{ $notes }）
line-text-word = 发送短信 { $word } 到 { $dial }：{ $name }（{ $notes }）
free = 免费
anonymous = 匿名
always-open = 昼夜开放
open-now = 现在开放
open-until = 现在开放，到 { $time } 为止
closed-now = 现在未开放
opens-at = 下次开放：{ $time }
hours = 服务时间：{ $hours }
and = { "，" }
find-line = 查找求助热线：{ $site }
told = 现在，我们正在通知团队里的一位工作人员。
help = 帮助是存在的，也确实有效。您不必独自承受。
not-crisis-service = 我们不是危机干预服务。
checked = 这些号码最近一次核对：{ $date }。
