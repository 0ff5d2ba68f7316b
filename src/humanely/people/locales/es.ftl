# Tratamiento: tú. Sin formas que marquen el género de quien lee.

emergency = Si tu vida está en peligro ahora, llama al { $number }.
emergency-services = Si tu vida está en peligro ahora, llama al { $ambulance } (ambulancia) o al { $police } (policía).
emergency-place = Si tu vida está en peligro ahora, llama al número de emergencias del lugar donde estás.
lines = Estas personas escuchan y ayudan:
line-call = Llama al { $dial } – { $name } ({ $notes })
line-text = Envía un SMS al { $dial } – { $name } ({ $notes })
line-text-word = Envía { $word } por SMS al { $dial } – { $name } ({ $notes })
free = gratis
anonymous = sin dar tu nombre
always-open = día y noche
open-now = atiende ahora
open-until = atiende ahora, cierre: { $time }
closed-now = ahora no atiende
opens-at = vuelve a atender: { $time }
hours = horario: { $hours }
and = { ", " }
find-line = Busca una línea de ayuda: { $site }
told = Estamos avisando ahora a una persona de nuestro equipo.
help = La ayuda existe y funciona. No tienes que pasar por esto sin compañía.
not-crisis-service = No somos un servicio de crisis.
checked = Última comprobación de estos números: { $date }.
