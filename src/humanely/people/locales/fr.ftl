# Adresse : vous. Sans formes qui marquent le genre de qui lit.

emergency = Si votre vie est en danger maintenant, appelez le { $number }.
emergency-services = Si votre vie est en danger maintenant, appelez le { $ambulance } (ambulance) ou le { $police } (police).
emergency-place = Si votre vie est en danger maintenant, appelez le numéro d’urgence du lieu où vous êtes.
lines = Ces personnes écoutent et aident :
line-call = Appelez le { $dial } – { $name } ({ $notes })
line-text = Envoyez un SMS au { $dial } – { $name } ({ $notes })
line-text-word = Envoyez { $word } par SMS au { $dial } – { $name } ({ $notes })
free = gratuit
anonymous = anonyme
always-open = jour et nuit
open-now = ouvert maintenant
open-until = ouvert maintenant, jusqu’à { $time }
closed-now = fermé maintenant
opens-at = ouvre : { $time }
hours = horaires : { $hours }
and = { ", " }
find-line = Trouver une ligne d’écoute : { $site }
told = Une personne de notre équipe est prévenue maintenant.
help = L’aide existe, et elle fonctionne. Personne n’a à traverser cela sans soutien.
not-crisis-service = Nous ne sommes pas un service de crise.
checked = Dernière vérification de ces numéros : { $date }.
