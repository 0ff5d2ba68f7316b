ledger-lead = Chaque acte est ici une entrée, dans l’ordre. Ce qui a été dit est scellé ; un changement, un retrait ou un déplacement se verrait.
ledger-head = Le registre maintenant
ledger-size = Entrées
ledger-root = Racine
ledger-verifier = Clé publique
ledger-verify = Tout vérifier
ledger-right = Tout est en ordre : le registre contient ce qui a été enregistré.
ledger-wrong = { $count ->
    [one] Une chose ne va pas.
   *[other] { $count } choses ne vont pas.
}
ledger-extent = Lu : { $entries } entrées, dont { $erased } sans leur contenu, volontairement. Tenues par un point de contrôle signé : les { $proven } premières.
ledger-one = Prouver une entrée
ledger-prove = Prouver
ledger-holds = L’entrée { $place } est dans le registre de { $size } entrées
ledger-holds-not = Cette entrée ne mène pas à la racine
ledger-kind = Type
ledger-subject = Pseudonyme
ledger-hash = Empreinte
ledger-proof-text = La preuve, à transmettre
ledger-check = Contrôler une preuve
ledger-paste = Une preuve que l’on vous a donnée
ledger-paste-hint = Tout le JSON, tel que cette page ou GET /v1/ledger/proof le donne.
ledger-check-do = Contrôler
ledger-leads = Ses empreintes mènent à la racine qu’elle nomme.
ledger-head-ours = Ce registre avait cette racine à cette taille.
ledger-old-ours = Ce registre avait aussi la racine plus ancienne.
ledger-record-ours = L’entrée à cette place est ici la même.
ledger-checkpoints = Points de contrôle signés
ledger-checkpoints-lead = Gardez-en un là où personne d’ici ne peut le changer : il montre plus tard si quelque chose a été changé avant lui.
ledger-entries = { $count ->
    [one] une entrée
   *[other] { $count } entrées
}
ledger-unsigned = Rien n’a encore été signé.
ledger-acts = Les actes les plus récents, sans leurs mots
ledger-acts-table = Actes les plus récents
kind-consent = consentement
kind-law = non lu, selon la loi
kind-estimate = message
kind-decision = décision
kind-response = réponse
kind-handoff = passage de relais
kind-note = note
kind-review = relecture
kind-contact = moyen de contact
kind-correction = correction
kind-erasure = effacement
kind-outcome = résultat
kind-key = clé d’API
kind-staff = équipe
kind-setting = réglage
kind-webhook = webhook
kind-achievement = réussite
kind-credential = attestation
kind-appeal = recours
kind-endorsement = recommandation
kind-behaviour = comportement
