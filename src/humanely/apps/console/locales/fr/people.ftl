people-lead = Voir, corriger, remettre ou effacer ce qui est enregistré sur quelqu’un, quand cette personne le demande.
people-id = Son identifiant
people-id-hint = Exactement comme votre canal le donne. Il n’y a pas de liste de personnes à parcourir.
people-find = Chercher
people-noted = Que vous avez regardé est consigné, avec votre nom et l’heure.
problem-person-unknown = Rien n’est enregistré sur une personne de cet identifiant.
problem-person-unknown-fix = Vérifiez l’identifiant, lettre par lettre, tel que votre canal le donne.
people-words = Ce sont les mots que la personne lit elle-même quand elle demande : « vous », c’est elle.
people-export = Enregistrer dans un fichier
people-erase = Effacer…
people-back = Revenir à la personne
people-person = La personne
people-consent = Ce qu’elle a permis
people-consent-text = Le texte avec lequel on lui demande
people-consent-note = Noter ce qu’elle vous a dit
people-no-consent = Aucun consentement n’a été demandé, et aucun n’est nécessaire pour l’instant.
people-act-granted = Elle accepte
people-act-refused = Elle dit non
people-act-withdrawn = Elle le retire
people-consent-noted = Ce qu’elle vous a dit est consigné et vaut dès maintenant.
people-history = { $count ->
    [one] Ce qui s’est passé, une entrée
   *[other] Ce qui s’est passé, { $count } entrées
}
people-what = Quoi
people-for-what = Pour quoi
people-how = Comment
people-talks = Conversations
people-no-talks = Aucune conversation n’est lisible.
people-deleted = { $count ->
    [one] D’un autre acte, il reste seulement qu’il a eu lieu.
   *[other] De { $count } autres actes, il reste seulement qu’ils ont eu lieu.
}
people-more = { $count ->
    [one] Une conversation plus ancienne est dans le fichier.
   *[other] { $count } conversations plus anciennes sont dans le fichier.
}
people-said = Dit
people-feels = dit se sentir : { $feeling }
people-estimated = Estimé, pour ce message
people-likely = { $name }, { $sure } %
people-risk = une vie est peut-être en danger
people-not-estimated = Rien n’a été estimé.
people-correct = Corriger
people-felt = Ce qu’elle dit avoir ressenti
people-take-away = Seulement retirer l’estimation
people-note = Avec ses mots, si elle veut
people-correct-save = Enregistrer ce qu’elle dit
people-corrected = Ce qu’elle dit est consigné. Cela l’emporte désormais sur l’estimation.
people-correction = Corrigé par la personne
people-taken-away = l’estimation a été retirée
people-decided = Décidé : { $action }
people-not-read = Non lu : { $sense }, { $purpose }
people-held = Retenu jusqu’à ce qu’un humain ait regardé
people-handoff = En route vers un humain
people-outcome = Ce qui en est résulté
people-forwarded = Transmis par { $by }
people-noted-by-team = Noté par l’équipe
people-looked-at = Une personne a regardé la réponse
people-contact = Où on peut lui écrire
people-contact-gone = plus maintenant
people-behaviour = Comment la page a été utilisée, compté sur son appareil
people-counts = En { $window } s : { $clicks } clics, { $rage } très rapprochés, { $dead } sans effet, { $retries } répétés, { $idle } s de pause
people-other = Enregistré
people-about = Ce que sont ces parties

erase-title = Effacer une personne
erase-goes = { $count ->
    [one] Un acte sur cette personne est lisible maintenant. Ensuite, personne ne pourra le lire, pas même nous.
   *[other] { $count } actes sur cette personne sont lisibles maintenant. Ensuite, personne ne pourra les lire, pas même nous.
}
erase-stays = Le fait que quelque chose a été enregistré reste dans le registre, scellé et sous un pseudonyme, pour que personne ne puisse le changer sans que cela se voie. Qui revient plus tard a besoin d’un nouvel identifiant.
erase-for-good = C’est définitif. Il n’y a pas de retour.
erase-sent-to = Autres systèmes auxquels ses mots ont été envoyés
erase-sent-to-hint = Pour le reçu, séparés par des virgules. Laissez vide s’il n’y en a pas.
erase-type = Saisissez son identifiant pour confirmer
erase-type-hint = Exactement : { $id }
erase-differs = Ce n’est pas son identifiant. Rien n’a été effacé.
erase-do = Effacer définitivement
erased-title = Effacé
erased-lead = C’est fait. Remettez ce reçu à la personne ; cette page n’est pas montrée une seconde fois.
erased-pseudonym = Reste dans le registre comme
erased-key = Clés détruites
erased-projections = Conversations et passages de relais retirés
erased-caches = Copies retirées
erased-exports = Fichiers retirés
erased-unreached = Ce qui n’a pas pu être atteint
erased-receipt = Le reçu en texte
people-looked = { $count ->
    [one] L’équipe a regardé ce dossier une fois
   *[other] L’équipe a regardé ce dossier { $count } fois
}
people-typing = La frappe, mesurée sur l’appareil
people-rhythm = En { $window } s : { $pause } ms entre deux touches (écart { $spread } ms), { $corrections } sur 100 ont effacé quelque chose
