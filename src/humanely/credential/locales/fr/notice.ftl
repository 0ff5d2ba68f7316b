# Ce qu’un message à la personne titulaire dit autour de ce qui a été fait, qui est dans holder.ftl.
notice-hello = Bonjour { $name },
notice-hello-nameless = Bonjour,
notice-subject-offered = « { $achievement } » vous attend
notice-subject-expiring = « { $achievement } » expire bientôt
notice-subject-appeal = Votre recours au sujet de « { $achievement } »
notice-subject-news = Des nouvelles de « { $achievement } »
notice-told-expiring = « { $achievement } » est en vigueur jusqu’au { $until }. Ce qu’elle dit reste vrai ensuite ; elle ne compte seulement plus comme à jour.
notice-words = L’équipe vous écrit : { $words }
notice-no-renewal = Vous n’avez rien à faire.
notice-appeal = Vous pouvez faire un recours à tout moment ; cela ne coûte rien. Si vous le faites aujourd’hui, vous aurez une réponse d’ici le { $due }.
notice-page = Votre page, où vous voyez tout cela et pouvez agir : { $link } Qui a ce lien peut agir en votre nom ; ne le transmettez donc à personne. Si quelqu’un d’autre peut l’avoir, créez-en un nouveau à la fin de cette page, ou demandez-le-nous : celui-ci ne mènera alors plus nulle part.
notice-contact = Des questions ? { $name } est là pour vous : { $where }
notice-from = Bien à vous, { $issuer }
