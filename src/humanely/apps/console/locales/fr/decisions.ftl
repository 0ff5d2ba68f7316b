decisions-lead = Ce qui a été décidé, le plus récent d’abord, avec ce qui y a mené.
decisions-replay = Essayer une autre politique
decisions-action = Ce qui a été décidé
decisions-because = Ce qui y a mené
decisions-sure = Indices
decisions-human = un humain est attendu
decisions-crisis = une vie est peut-être en danger
decisions-none = Rien n’a encore été décidé.
decisions-none-more = La première décision apparaît ici avec le premier message.
decisions-evidence = Sur quoi cela repose
decisions-weight = Poids
decisions-why-staff = Pourquoi, en entier
decisions-why-person = Pourquoi, comme la personne le lit
decisions-instead = Aussi demandé : { $action }
decisions-nothing-else = Rien d’autre n’était demandé.
decisions-language = La même chose dans une autre langue
decisions-urgency = Urgence
decisions-policy = Politique
decisions-conversation = Conversation
replay-lead = Voyez ce qu’une politique aurait décidé sur ce qui est enregistré. Rien n’est changé, personne ne reçoit de réponse.
replay-text = La politique à essayer
replay-hint = Seulement ce qui diffère de celle fournie, et un nom. Elle commence par celle en vigueur.
replay-try = Essayer
replay-changed = { $changed ->
    [0] Aucune de { $decisions } décisions dans { $conversations } conversations ne changerait.
    [one] Une de { $decisions } décisions dans { $conversations } conversations changerait.
   *[other] { $changed } de { $decisions } décisions dans { $conversations } conversations changeraient.
}
replay-bounded = Seules { $count } conversations ont été regardées ; la commande humanely replay les regarde toutes.
replay-actions = Combien de fois
replay-kinds = Ce qui changerait
replay-now = Maintenant
replay-then = Avec ce texte
replay-more = Plus ou moins
replay-count = Décisions
replay-unknown = Ce que personne ne peut savoir : comment les conversations auraient continué après une autre décision.
