skip = Aller au contenu
nav = Parties de la console
nav-inbox = Boîte de réception
nav-review = Relecture
nav-credentials = Attestations
nav-people = Personnes
nav-decisions = Décisions
nav-replay = Essai
nav-ledger = Registre
nav-team = Équipe
nav-webhooks = Webhooks
nav-keys = Clés d’API
nav-settings = Réglages
sign-out = Se déconnecter
to-start = Revenir au début
page-moved = Cette page a été mise à jour.
page-lost = La connexion est perdue. La page n’est peut-être plus à jour.

column-when = Quand
column-place = Place
per-cent = { $value } %
gone = Effacé, ou son délai est passé
older = Plus anciens
yes = oui
no = non

role-agent = accompagnement
role-mentor = mentorat
role-moderator = modération
role-reviewer = relecture
role-auditor = audit
role-registrar = délivrance
role-adjudicator = recours
role-admin = administration

problem = Quelque chose n’a pas marché
problem-not-allowed = Vos rôles ne comprennent pas cela.
problem-not-allowed-fix = { $count ->
    [one] Quelqu’un qui a ce rôle peut le faire, ou l’administration peut vous le donner : { $roles }.
   *[other] Quelqu’un qui a l’un de ces rôles peut le faire, ou l’administration peut vous en donner un : { $roles }.
}
problem-gone = Ce qui était gardé ici n’y est plus : la personne a été effacée, ou le délai est passé.
problem-gone-fix = Rien ne le ramène, et il n’y a plus rien à faire.
problem-key-destroyed = Cette personne a été effacée : plus rien de nouveau n’est enregistré sur elle.
problem-key-destroyed-fix = Qui revient reçoit un nouvel identifiant.
problem-unknown = Il n’y a rien à cette adresse.
problem-unknown-fix = La page a peut-être changé de place, été effacée ou pris fin. Repartez du début.
problem-form-foreign = Ce formulaire ne vient pas d’une page de cette console, ou la page était trop ancienne.
problem-form-foreign-fix = Revenez en arrière, ouvrez de nouveau la page et renvoyez-le.
problem-too-large = Ce qui a été envoyé est trop volumineux.
problem-too-large-fix = Revenez en arrière et raccourcissez-le.
problem-malformed = Le serveur n’a pas pu lire cette demande.
problem-malformed-fix = Revenez en arrière et essayez de nouveau.
problem-fault = Quelque chose a échoué dans Humanely lui-même.
problem-fault-fix = Essayez de nouveau. Si cela persiste, prévenez qui gère ce serveur ; son journal dit où c’est arrivé, et rien de ce qui a été écrit.
problem-sign-in-needed = Personne n’est connecté ici.
problem-sign-in-needed-fix = Connectez-vous et ouvrez de nouveau la page.
