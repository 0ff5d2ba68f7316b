### Ce qui est dit d'abord. "short" est pour montre, SMS et voix : 60 caractères. Vous, "-familiar" : tu.

ai =
    .full = C'est un assistant d'IA qui répond ici, pas une personne. Vous pouvez demander une personne à tout moment.
    .full-familiar = C'est un assistant d'IA qui répond ici, pas une personne. Tu peux demander une personne à tout moment.
    .short = Une IA répond ici. Vous pouvez demander une personne.
    .short-familiar = Une IA répond ici. Tu peux demander une personne.
ai_again =
    .full = C'est de nouveau l'assistant d'IA qui répond, pas une personne. Vous pouvez demander une personne à tout moment.
    .full-familiar = C'est de nouveau l'assistant d'IA qui répond, pas une personne. Tu peux demander une personne à tout moment.
    .short = De nouveau l'IA. Vous pouvez demander une personne.
    .short-familiar = De nouveau l'IA. Tu peux demander une personne.
estimates =
    .full = À partir de vos mots, nous pouvons estimer comment un message est ressenti, pour mieux répondre. Une estimation peut être fausse. Si vous ne le voulez pas, dites-le-nous et cela s'arrête ; l'aide reste la même.
    .full-familiar = À partir de tes mots, nous pouvons estimer comment un message est ressenti, pour mieux répondre. Une estimation peut être fausse. Si tu ne le veux pas, dis-le-nous et cela s'arrête ; l'aide reste la même.
    .short = Nous estimons peut-être le ton ressenti. Un non suffit.

# Who wrote a message.

author =
    .ai = Écrit par un assistant d'IA
    .human = Écrit par une personne
    .ai_draft_human_sent = Préparé par un assistant d'IA, relu et envoyé par une personne
