# Unyambulishi: wewe.

emergency = Ikiwa maisha yako yako hatarini sasa, piga simu { $number }.
emergency-services = Ikiwa maisha yako yako hatarini sasa, piga simu { $ambulance } (ambulensi) au { $police } (polisi).
emergency-place = Ikiwa maisha yako yako hatarini sasa, piga nambari ya dharura ya mahali ulipo.
lines = Watu hawa wanasikiliza na kusaidia:
line-call = Piga simu { $dial } – { $name } ({ $notes })
line-text = Tuma ujumbe mfupi kwa { $dial } – { $name } ({ $notes })
line-text-word = Tuma neno { $word } kwa { $dial } – { $name } ({ $notes })
free = bure
anonymous = bila kutaja jina
always-open = wazi usiku na mchana
open-now = wazi sasa
open-until = wazi sasa, hadi { $time }
closed-now = imefungwa sasa
opens-at = itafunguliwa: { $time }
hours = saa za huduma: { $hours }
and = { ", " }
find-line = Tafuta laini ya msaada: { $site }
told = Mtu wa timu yetu anaarifiwa sasa.
help = Msaada upo, na unafanya kazi. Si lazima upitie haya peke yako.
not-crisis-service = Sisi si huduma ya dharura.
checked = Nambari hizi zilikaguliwa mara ya mwisho: { $date }.
