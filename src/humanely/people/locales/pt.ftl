# Tratamento: você. Sem formas que marquem o género de quem lê.

emergency = Se a sua vida está em perigo agora, ligue para { $number }.
emergency-services = Se a sua vida está em perigo agora, ligue para { $ambulance } (ambulância) ou { $police } (polícia).
emergency-place = Se a sua vida está em perigo agora, ligue para o número de emergência do lugar onde você está.
lines = Estas pessoas escutam e ajudam:
line-call = Ligue para { $dial } – { $name } ({ $notes })
line-text = Envie uma mensagem de texto para { $dial } – { $name } ({ $notes })
line-text-word = Envie { $word } por mensagem de texto para { $dial } – { $name } ({ $notes })
free = gratuito
anonymous = sem dizer o seu nome
always-open = dia e noite
open-now = aberto agora
open-until = aberto agora, fecho: { $time }
closed-now = fechado agora
opens-at = volta a abrir: { $time }
hours = horário: { $hours }
and = { ", " }
find-line = Encontre uma linha de apoio: { $site }
told = Uma pessoa da nossa equipe está sendo avisada agora.
help = A ajuda existe e funciona. Você não precisa passar por isso sem companhia.
not-crisis-service = Não somos um serviço de crise.
checked = Última verificação destes números: { $date }.
