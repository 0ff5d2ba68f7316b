# Attestations, pour l’équipe.
cred-parts = Parties des attestations
cred-part-list = Attestations
cred-part-untold = Pas encore dit
cred-part-achievements = Réussites
cred-part-appeals = Recours
cred-part-figures = Chiffres
cred-part-endorsements = Recommandations
cred-part-keys = Clés
cred-keys-down = à la suivante
cred-keys-up = à la précédente
cred-keys-back = retour à la liste

# La liste, et une attestation.
cred-issue = Délivrer
cred-await = { $count ->
    [one] Une attestation attend une seconde personne.
   *[other] { $count } attestations attendent une seconde personne.
}
cred-any = toutes
cred-who = Pour
cred-of = Réussite
cred-state = État
cred-since = Depuis
cred-until = Valable jusqu’au
cred-code = Code
cred-show = Montrer
cred-batch = Groupe
cred-unreadable = ne peut plus être lu
cred-for-ever = sans fin
cred-under-appeal = en recours
cred-none = Il n’y a rien ici.
cred-none-more = Choisissez une réussite, et délivrez-la à une personne ou à une classe.
cred-state-prepared = préparée
cred-state-awaiting_review = attend une seconde personne
cred-state-offered = proposée
cred-state-collected = acceptée par la personne
cred-state-valid = acceptée par la personne
cred-state-suspended = en pause
cred-state-revoked = révoquée
cred-state-superseded = remplacée
cred-state-cancelled = annulée
cred-state-expired = expirée
cred-state-gone = effacée
cred-says = Ce qu’elle dit
cred-version = version { $version }
cred-name = Nom
cred-left-out = non indiqué
cred-email = Adresse électronique
cred-email-hidden = (absente de l’attestation, seulement une empreinte salée)
cred-language = Langue
cred-offered = Proposée
cred-collected = Acceptée par la personne
cred-shared = Montrée par la personne
cred-replaces = Prend la place de
cred-replaced-by = Remplacée par
cred-public = Page publique
cred-story = Histoire
cred-evidence-project = Un projet
cred-evidence-mentor_note = Un mot de qui a accompagné
cred-history = Ce qui a été fait
cred-do = Ce qui peut être fait
cred-issue-now = Délivrer
cred-approve = Approuver et délivrer
cred-submit = Envoyer en relecture
cred-second = Vous l’avez préparée. Un autre membre la regarde avant qu’elle soit délivrée.
cred-appealed = La personne a fait un recours. En attendant, personne ne lit de raison.
cred-due = Échéance
cred-link = Le lien de la personne
cred-link-hint = Avec lui, la personne voit où cela en est, l’accepte, la montre et fait un recours. Chaque lien vaut un an.
cred-link-make = Créer un lien
cred-link-once = Le lien de la personne, cette seule fois
cred-link-more = Ne le donnez qu’à cette personne, par une voie que vous savez être la sienne : qui l’a agit à sa place.
cred-untold-lead = Ce qui est fait est dit par courriel, une fois. Qui n’en a reçu aucun figure ici : transmettez-le avec un lien, et notez-le.
cred-untold-what = Ce qui s’est passé
cred-untold-none = Tout le monde le sait.
cred-untold-none-more = Qui n’est atteint par aucun courriel apparaît ici.
cred-untold-expiring = Expire bientôt
cred-untold-not_sent = aucun courriel n’est encore parti
cred-untold-no_address = pas d’adresse électronique
cred-untold-refused = son serveur refuse le courriel
cred-untold-late = trop tard pour un courriel
cred-untold-yet = La personne ne sait pas encore :
cred-untold-done = Je le lui ai dit
cred-told-noted = C’est noté ; rien de plus n’est envoyé à ce sujet.
cred-link-void = Quelqu’un d’autre a peut-être un lien
cred-link-void-hint = Ensuite, tous les liens donnés ne mènent plus nulle part, ni à celle-ci ni à ses autres attestations. Créez-en un nouveau.
cred-link-void-do = Annuler tous les liens
cred-links-void = Ses liens ne mènent plus nulle part. Créez-en un nouveau et donnez-le-lui.
cred-change = Changer
cred-change-hint = Vous voyez ce que la personne lira avant que rien ne soit fait.
cred-send-back = Renvoyer
cred-package = Quand nous ne serons plus là
cred-package-hint = Tout ce qu’il faut pour la vérifier sans ce serveur.
cred-package-save = Enregistrer le paquet
cred-endorsed-asked = demandées
cred-endorsed-given = données
cred-endorsed-held = retenues
cred-endorsed-awaits-holder = attendent la personne titulaire
cred-endorsed-published = publiées
cred-endorsed-withdrawn = retirées
cred-endorsed-removed = supprimées

# Étapes, telles que l’historique les raconte.
cred-step-credential-prepared = Préparée
cred-step-credential-submitted = Envoyée en relecture
cred-step-credential-sent_back = Renvoyée
cred-step-credential-offered = Signée et proposée
cred-step-credential-collected = Acceptée par la personne
cred-step-credential-shared = Montrée à qui a son adresse
cred-step-credential-unshared = Cachée à nouveau
cred-step-credential-suspended = Mise en pause
cred-step-credential-restored = Rétablie
cred-step-credential-revoked = Révoquée
cred-step-credential-superseded = Remplacée par une rectifiée
cred-step-credential-cancelled = Annulée
cred-step-appeal-filed = Recours déposé
cred-step-appeal-evidence_wanted = Demande de montrer quelque chose
cred-step-appeal-evidence_given = Quelque chose a été montré
cred-step-appeal-proposed = Décision proposée
cred-step-appeal-sent_back = Proposition renvoyée
cred-step-appeal-decided = Recours tranché
cred-step-appeal-withdrawn = Recours retiré
cred-step-appeal-overdue = Le délai du recours est passé
cred-step-endorsement-asked = Recommandation demandée
cred-step-endorsement-given = Recommandation donnée
cred-step-endorsement-held = Recommandation retenue pour modération
cred-step-endorsement-cleared = Recommandation transmise à la personne titulaire
cred-step-endorsement-published = Recommandation publiée
cred-step-endorsement-withdrawn = Recommandation retirée
cred-step-endorsement-reported = Recommandation signalée
cred-step-endorsement-removed = Recommandation supprimée
cred-party-staff = l’équipe
cred-party-holder = la personne
cred-party-endorser = qui recommande
cred-party-clock = de soi-même

# En changer une.
cred-do-suspended = Mettre en pause
cred-do-restored = Rétablir
cred-do-revoked = Révoquer
cred-do-cancelled = Annuler
cred-do-superseded = Rectifier
cred-means-suspended = Elle ne vaut plus jusqu’à ce qu’elle soit rétablie. Pour le temps d’éclaircir quelque chose.
cred-means-restored = Elle vaut de nouveau comme avant.
cred-means-revoked = Elle est retirée pour de bon ; ensuite, seul un recours la rétablit.
cred-means-cancelled = Elle est annulée avant que la personne l’accepte.
cred-holder-reads = La personne lira :
cred-anybody-reads = Qui la vérifie lit :
cred-no-reason = La raison ne figure dans aucune liste.
cred-why = Pourquoi
cred-why-hint = La personne lit ce qui est sous la raison que vous choisissez.
cred-reason-issued_in_error = Délivrée par erreur
cred-reason-requirements_not_met = Quelque chose de demandé n’a pas été montré
cred-reason-misconduct = Ses règles n’ont pas été respectées
cred-reason-holder_asked = La personne l’a demandé
cred-reason-key_compromised = La clé était en d’autres mains
cred-reason-superseded = Une plus récente prend sa place
cred-note = Note pour l’équipe
cred-note-hint = La personne ne la lit que dans l’export de ses données.
cred-told = À la personne
cred-told-hint = Facultatif. Elle seule le lit, sur sa page et dans le message : ce qui manque, ce qui aiderait, et quand vous l’examinez au plus tard. { $most } caractères au plus.
problem-credential-told-too-long = Ce que vous écrivez à la personne est trop long.
problem-credential-told-too-long-fix = Dites ce qui manque, ce qui aiderait et pour quand ; le reste peut aller dans la note pour l’équipe.
cred-read-first = Voir ce que la personne lira
cred-leave = Laisser en l’état

# Réussites.
cred-design = Concevoir une réussite
cred-import = En reprendre une
cred-achievements-none = Rien ne peut encore être obtenu.
cred-achievements-none-more = Concevez une réussite : ce qu’elle demande, ce qu’elle veut dire, et ce qui vient ensuite.
cred-retired = n’est plus délivrée
cred-live = est délivrée
cred-four-eyes = deux personnes regardent
cred-stakes-everyday = de tous les jours
cred-stakes-employment = un travail en dépend
cred-stakes-licence = une licence en dépend
cred-issued-count = { $count ->
    [0] aucune délivrée
    [one] { $count } délivrée
   *[other] { $count } délivrées
}
cred-issue-one = Délivrer à une personne
cred-issue-class = Délivrer à une classe
cred-face = Comme la personne la voit
cred-valid = Valable
cred-learner-reads = Ce que lit la personne :
cred-optional = peut être passée
cred-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
cred-learners = En chemin
cred-design-change = Changer la conception
cred-version-hint = Un changement fait une nouvelle version. Ce qui a été délivré reste tel quel.
cred-new-version = Nouvelle version
cred-languages = Autres langues
cred-words-in = Texte en « { $language } »
cred-words-more = Ajouter une langue
cred-retire = Ne plus délivrer
cred-retire-hint = Ce qui a été délivré reste. Enregistrer une nouvelle version la reprend.
cred-retired-hint = Enregistrez une nouvelle version pour la délivrer à nouveau.

# Le formulaire d’une conception.
cred-design-lead = Écrivez pour la personne qui l’aura. Tout peut être changé plus tard.
cred-faults = { $count ->
    [one] Un point demande un second regard.
   *[other] { $count } points demandent un second regard.
}
cred-faults-more = Rien n’est encore enregistré, et rien de ce que vous avez écrit n’est perdu.
cred-not-saved = Rien n’est encore enregistré.
cred-hint = Conseil :
cred-about = Ce que c’est
cred-rules = Comment elle est délivrée
cred-picture = L’image
cred-save = Enregistrer
cred-look = Voir d’abord
cred-rows = Plus de lignes
cred-kept-languages = D’autres langues sont gardées : { $languages }. Leurs textes se changent sur la page de la réussite.
cred-field-name = Nom
cred-field-name-hint = Comment on l’appellera, par exemple « Premiers secours ».
cred-field-id = Nom court pour les adresses
cred-field-id-hint = Laissez vide pour le former du nom. Il reste pour de bon.
cred-field-description = Description
cred-field-description-hint = Une ou deux phrases pour qui n’en a jamais entendu parler.
cred-field-criteria = Ce qu’il faut faire ou montrer
cred-field-criteria-hint = De sorte que chacun puisse dire si cela a été fait.
cred-field-meaning = Ce qu’elle veut dire
cred-field-meaning-hint = Dit à la personne : « Vous savez … ».
cred-field-language = Langue
cred-field-language-hint = De ces textes, par exemple « en », « de » ou « pt-BR ».
cred-field-stakes = Ce qui en dépend
cred-field-stakes-hint = Si un travail ou une licence en dépend, deux personnes regardent chaque attestation.
cred-field-review = Une seconde personne la regarde avant qu’elle soit délivrée
cred-field-valid_for_days = Valable pendant, en jours
cred-field-valid_for_days-hint = Vide pour sans fin.
cred-field-renewal = Comment la renouveler
cred-field-renewal-says = Comment la renouveler
cred-field-renewal-hint = Nécessaire si elle expire.
cred-field-renewal-url = Adresse pour renouveler
cred-field-parts = Ce que la personne peut ajouter
cred-field-parts-hint = Tout peut être omis ; l’attestation vaut autant.
cred-field-contact = Qui répond aux questions
cred-field-contact-hint = Les titulaires et ceux qui vérifient le lisent. Au moins un moyen de vous joindre.
cred-field-contact-name = Nom du service ou de la personne
cred-field-contact-email = Adresse électronique
cred-field-contact-url = Page
cred-field-contact-phone = Téléphone
cred-field-alternative_text = Ce que montre l’image
cred-field-alternative_text-hint = Pour qui ne la voit pas.
cred-field-colour = Couleur
cred-field-colour-hint = Par exemple #1d4f91.
cred-field-level = Un mot court sur l’image
cred-field-level-hint = Par exemple B1 ; peut rester vide.
cred-field-picture = Adresse d’une image à vous
cred-field-picture-hint = Vide pour celle qui est dessinée.
cred-field-next_steps = Ce qui peut venir ensuite
cred-field-next_steps-hint = Une phrase chacun, dite à la personne.
cred-field-next_steps-says = En une phrase
cred-field-next_steps-url = Adresse, s’il y en a une
cred-field-steps = Le chemin
cred-field-steps-hint = Chaque étape avec le temps qu’elle prend à la plupart.
cred-field-steps-id = Nom court
cred-field-steps-name = Étape
cred-field-steps-says = Ce qu’il faut faire
cred-field-steps-minutes = Minutes
cred-field-steps-optional = Peut être passée
cred-field-skills = Compétences
cred-field-skills-hint = Avec vos mots, ou avec le code et l’adresse d’un référentiel comme ESCO.
cred-field-skills-name = Compétence
cred-field-skills-framework = Référentiel
cred-field-skills-code = Code
cred-field-skills-url = Adresse dans le référentiel
cred-field-skills-level = Niveau
cred-field-careers = Où ces compétences sont demandées
cred-field-careers-hint = Un conseil à la personne ; il ne va dans aucune attestation.
cred-field-careers-name = Métier
cred-field-careers-code = Code
cred-field-careers-note = Ce qu’il faut encore
cred-import-lead = Collez une conception en JSON ou en TOML, ou choisissez un fichier. Vous la voyez dans le formulaire avant que rien ne soit enregistré.
cred-import-file = Fichier
cred-import-text = Ou son texte
cred-import-do = Remplir le formulaire avec
cred-import-nothing = Il n’y a encore rien à reprendre. Choisissez un fichier, ou collez un texte.
cred-import-unreadable = Ce n’est ni du JSON ni du TOML. Cherchez un guillemet ou une virgule qui manque.
cred-words = Textes dans une autre langue
cred-words-lead = Chaque texte à côté du premier. Ce que vous laissez vide est dit dans la première langue.
cred-words-remove = Ôter cette langue

# Délivrer.
cred-issue-lead = Seulement ce dont l’attestation a besoin. Une adresse électronique ou un DID suffit.
cred-correct-lead = Une nouvelle attestation prend la place de celle-ci, et chacune nomme l’autre.
cred-review-first = Un autre membre la regarde avant qu’elle soit délivrée.
cred-email-hint = Elle n’est pas dans l’attestation, seulement une empreinte.
cred-name-hint = Tel qu’il doit figurer dans l’attestation ; peut être omis.
cred-language-first = celle de la réussite ({ $language })
cred-project-hint = Ce qui a été fait, en une phrase. Peut être omis.
cred-project-url = Lien vers le projet
cred-project-url-hint = Commence par https://
cred-mentor-hint = Ce qu’en dit quelqu’un qui l’a vu. La personne le lit aussi.
cred-more = Plus
cred-did = Identifiant décentralisé (DID)
cred-did-hint = À la place de l’adresse électronique, ou en plus.
cred-story-hint = Ce qui relie les preuves, en phrases simples.
cred-send-review = Envoyer en relecture
cred-asks = Ce qu’on peut demander à la personne
cred-asks-hint = Ne demandez rien d’autre.
cred-if-skipped = Si c’est omis :
cred-class-table = Le tableau
cred-class-again = Un autre tableau
cred-class-hint = CSV tel que tout tableur l’enregistre. La première ligne nomme les colonnes : courriel ou DID ; nom, langue, projet, note du mentor. Rien n’est encore délivré.
cred-class-file = Fichier CSV
cred-class-look = Le regarder
cred-class-seen = { $good ->
    [one] Une ligne est prête
   *[other] { $good } lignes sont prêtes
}, { $bad ->
    [0] aucune à corriger
    [one] une à corriger
   *[other] { $bad } à corriger
}
cred-class-columns = Lu : { $columns }
cred-class-all = { $count ->
    [one] La délivrer
   *[other] Délivrer les { $count }
}
cred-class-good = { $count ->
    [one] Délivrer la bonne
   *[other] Délivrer les { $count } bonnes
}
cred-class-bad = { $count ->
    [one] Enregistrer la ligne à corriger
   *[other] Enregistrer les { $count } lignes à corriger
}
cred-class-faulty = Lignes à corriger
cred-class-ready = Lignes prêtes
cred-class-more-bad = Et { $count } autres ; le fichier les a toutes.
cred-class-more-good = Et { $count } autres.
cred-row = Ligne
cred-cells = Tel quel
cred-mend = À corriger
cred-goes-to = Va à
cred-total = { $count ->
    [one] Une attestation
   *[other] { $count } attestations
}
cred-batch-more = Et { $count } autres.
cred-approve-all = Approuver les { $count }
cred-refused = { $count ->
    [one] Une n’a pas été délivrée :
   *[other] { $count } n’ont pas été délivrées :
}
cred-undo = Défaire tout le groupe
cred-undo-means = { $revokes ->
    [one] Une que la personne a acceptée est révoquée
   *[other] { $revokes } que les personnes ont acceptées sont révoquées
} ; { $cancels ->
    [one] une qui ne l’est pas est annulée
   *[other] { $cancels } qui ne le sont pas sont annulées
}. Chaque personne lit pourquoi, et peut faire un recours.
cred-undo-do = Défaire les { $count }
cred-person = Adresse électronique ou identifiant
cred-person-hint = À qui l’attestation serait délivrée.
cred-way-done = fait
cred-way-skipped = passée
cred-way-open = à faire
cred-way-do-done = Fait
cred-way-do-skipped = Passer
cred-way-do-open = À refaire

# Recours.
cred-appeals-lead = Une personne propose, une autre décide. Qui a pris part à ce qui est contesté n’y participe pas.
cred-appeals-waiting = Recours en attente
cred-appeals-none = Aucun recours n’attend.
cred-appeals-none-more = Quand quelqu’un fait un recours, il apparaît ici avec sa date.
cred-appeals-ended = Terminés
cred-turn = À qui le tour
cred-turn-first = un premier regard
cred-turn-second = une seconde personne
cred-turn-person = la personne montre quelque chose
cred-yours = proposé par vous
cred-late = en retard
cred-late-count = { $count } en retard
cred-filed = Déposé
cred-outcome = Issue
cred-ended = Terminé
cred-in-time = À temps
cred-appeal = Recours
cred-appeal-filed = attend un premier regard
cred-appeal-evidence_wanted = attend la personne
cred-appeal-proposed = attend une seconde personne
cred-appeal-decided = tranché
cred-appeal-withdrawn = retiré
cred-appeal-said = Ce que dit la personne
cred-appeal-agent = écrit pour elle par
cred-appeal-wish = Ce qu’elle demande
cred-appeal-files = Ce qu’elle montre
cred-appeal-files-hint = Les fichiers s’enregistrent, ils ne s’ouvrent pas ici. Ouvrez-les comme tout fichier venu du dehors.
cred-kib = { $size } Kio
cred-appeal-waits = Nous avons demandé à voir :
cred-propose = Proposer une décision
cred-propose-hint = Une seconde personne la regarde avant que rien ne se passe.
cred-decision = Décision
cred-decision-upheld = Ce qui a été fait est maintenu
cred-decision-upheld-hint = rien ne change
cred-decision-overturned = Ce qui a été fait est annulé
cred-decision-overturned-hint = elle vaut de nouveau avec la décision
cred-decision-partly = Une partie est rectifiée
cred-decision-partly-hint = rectifiez l’attestation après la décision
cred-reasons = Raisons
cred-reasons-hint = La personne lit ce que vous écrivez. Elle lit « { $language } ».
cred-decide = Trancher
cred-decide-do = Trancher comme proposé
cred-proposed-by = Proposé par
cred-answers = Qui en répond
cred-answers-hint = La personne lit ce nom.
cred-appeal-send-back = Renvoyer la proposition
cred-another = Quelqu’un d’autre tranche : vous l’avez proposé, ou vous avez pris part à ce qui est contesté.
cred-outcome-would = Ce que la personne lirait
cred-outcome-reads = Ce que la personne lit
cred-against = Ce qu’il conteste
cred-beside = À côté du recours
cred-ask = Demander à voir quelque chose
cred-ask-hint = Le temps de l’attente, notre horloge s’arrête et la sienne ne s’épuise pas.
cred-ask-what = Ce que nous aimerions voir
cred-figures-title = Chiffres des recours
cred-figures-lead = Recours déposés depuis le
cred-figures-all = Tous
cred-figures-none = Personne n’a fait de recours.
cred-figures-none-more = Les chiffres apparaissent avec les premiers recours.
cred-open = Ouverts
cred-decided = Tranchés
cred-overturned = Annulés, en tout ou partie
cred-too-few = trop peu (moins de { $least })

# Recommandations.
cred-endorsements-lead = Ce que d’autres disent d’une attestation est d’abord lu par une machine ; en cas de doute, vous décidez. D’ici là, même la personne titulaire ne le lit pas. Ce qui passe est montré quand elle le veut.
cred-endorsements-none = Rien n’attend.
cred-endorsements-none-more = Ce qui est retenu ou signalé apparaît ici.
cred-held = Retenues avant publication
cred-reported = Signalées par quelqu’un
cred-relation-peer = chemine avec
cred-relation-mentor = accompagne
cred-relation-employer = emploie
cred-doubt-abuse = peut blesser
cred-doubt-abuse-means = Cela peut insulter ou rabaisser quelqu’un. C’est une estimation ; vous pouvez le lire autrement.
cred-doubt-crisis = parle peut-être d’un danger pour la vie
cred-doubt-crisis-means = Cela parle peut-être d’un danger pour la vie. Pensez à la personne avant la page : faut-il joindre quelqu’un ?
cred-doubt-private = dit peut-être quelque chose de privé
cred-doubt-private-means = Cela parle peut-être de la santé ou des difficultés de quelqu’un. Cette personne voudrait-elle que tout le monde le lise ?
cred-doubt-personal_data = contient une adresse ou un numéro
cred-doubt-personal_data-means = Adresses et numéros ont été masqués. Reste-t-il quelque chose qui ne doit pas être public ?
cred-doubt-unread = n’a pas pu être lue
cred-doubt-unread-means = Sa langue ne peut pas être estimée ici, alors une personne la lit.
cred-doubt-reported = signalée
cred-doubt-reported-means = Quelqu’un a pensé qu’elle ne devait pas être là. Elle est cachée jusqu’à votre décision.
cred-doubt-reported-again = signalée à nouveau
cred-doubt-reported-again-means = Quelqu’un a pensé qu’elle ne devait pas être là. Comme quelqu’un de l’équipe l’a déjà publiée, on la voit encore ; décidez à nouveau.
cred-clear = Laisser passer
cred-remove = Supprimer
cred-remove-why = Pourquoi, pour le registre
cred-endorsement-clear = Elle passe. Elle est montrée selon le souhait de la personne titulaire.
cred-endorsement-remove = Elle est supprimée, et ses mots ne sont plus sur la page.

# Clés de l’organisme émetteur.
cred-issuer = Délivre sous le nom
cred-address = Adresse
cred-key-not-public = Cette adresse n’est pas publique, alors les attestations nomment la clé elle-même (did:key). Sur votre propre machine, c’est bien. Pour de vraies attestations, mettez d’abord dans credentials.address votre adresse https : elle figure dans chaque attestation.
cred-key-renew = Créer une nouvelle clé
cred-key-public = Clé publique
cred-key-method = Nommée dans les attestations
cred-key-made = Créée
cred-key-retired-at = Mise hors service
cred-key-lost-since = En d’autres mains depuis
cred-key-active = signe
cred-key-active-means = La plus récente de celles qui signent est utilisée.
cred-key-retired = hors service
cred-key-retired-means = Elle ne signe plus rien. Ce qu’elle a signé reste bon.
cred-key-compromised = compromise
cred-key-compromised-means = Seul ce que le registre a vu avant ce moment reste bon. Ce qui est venu après est révoqué et délivré à nouveau.
cred-key-retire = Mettre hors service
cred-key-lose = Quelqu’un d’autre a pu l’avoir
cred-key-lose-means = À partir de ce moment, rien de ce qu’elle a signé ne compte. Cela ne peut pas être repris.
cred-key-since = Depuis (UTC)
cred-key-lose-do = La noter comme compromise

# Après que quelque chose a été fait.
cred-issued = Elle est délivrée. Créez le lien de la personne et donnez-le-lui.
cred-waits = Elle attend une seconde personne.
cred-submitted = Elle est envoyée en relecture.
cred-sent-back = Elle est renvoyée.
cred-corrected = La rectifiée est délivrée. Créez le lien de la personne et donnez-le-lui.
cred-suspended = Elle est en pause.
cred-restored = Elle vaut de nouveau.
cred-revoked = Elle est révoquée.
cred-cancelled = Elle est annulée.
cred-retired-now = Plus rien n’est délivré pour elle.
cred-design-saved = C’est enregistré.
cred-batch-issued = Le groupe est délivré.
cred-batch-waits = Le groupe attend une seconde personne.
cred-batch-approved = Tout ce qui attendait est délivré.
cred-batch-undone = Le groupe est défait.
cred-step-noted = C’est noté.
cred-done-asked = La demande est faite. Le recours attend la personne.
cred-done-proposed = La proposition est notée. Une seconde personne la regarde.
cred-done-decided = Le recours est tranché, et la personne le sait.
cred-done-back = La proposition est renvoyée.
cred-done-key-made = Une nouvelle clé signe désormais.
cred-done-key-retired = La clé ne signe plus rien.
cred-done-key-lost = C’est noté. Révoquez ce qu’elle a signé depuis, et délivrez-le à nouveau.

problem-credential-missing = Il n’y a pas d’attestation de ce code ici.
problem-credential-missing-fix = Comparez le code à celui de l’attestation ; il a trois groupes de quatre.
problem-credential-gone = Ce qui était noté de cette attestation est effacé, ou son temps est passé.
problem-credential-gone-fix = Qui en a une copie peut toujours la faire vérifier.
problem-credential-step-impossible = En l’état de l’attestation, ce n’est pas possible.
problem-credential-step-impossible-fix = Regardez-la à nouveau : quelqu’un d’autre a peut-être agi entre-temps.
problem-credential-review-missing = Un travail ou une licence peut en dépendre, alors une seconde personne la regarde d’abord.
problem-credential-review-missing-fix = Envoyez-la en relecture.
problem-credential-reason-missing = Une attestation n’est révoquée que pour une raison ; rien n’a été fait.
problem-credential-reason-missing-fix = Choisissez-en une.
problem-four-eyes = Qui l’a préparée ne peut pas l’approuver.
problem-four-eyes-fix = Demandez à un autre membre de l’équipe de la regarder.
problem-second-reviewer = Un recours est tranché par une seconde personne : ni qui a proposé la décision, ni qui a délivré ou changé l’attestation.
problem-second-reviewer-fix = Demandez à un autre membre de l’équipe de le regarder.
problem-appeal-step-impossible = En l’état du recours, ce n’est pas possible.
problem-appeal-step-impossible-fix = Regardez-le à nouveau : quelqu’un d’autre a peut-être agi entre-temps.
problem-appeal-reasons-missing = Il manque quelque chose que la personne lit ; rien n’a été noté.
problem-appeal-reasons-missing-fix = Choisissez une décision et donnez des raisons en mots. Pour trancher, il faut le nom de qui en répond.
problem-endorsement-step-impossible = En l’état de la recommandation, ce n’est pas possible.
problem-endorsement-step-impossible-fix = Regardez-la à nouveau : elle a peut-être été retirée.
problem-achievement-missing = Cette réussite n’existe pas.
problem-achievement-missing-fix = Revenez à la liste.
problem-achievement-retired = Cette réussite n’est plus délivrée.
problem-achievement-retired-fix = Enregistrez une nouvelle version pour la délivrer à nouveau, ou prenez-en une autre.
problem-batch-not-clean = Des lignes sont à corriger, alors rien n’a été délivré.
problem-batch-not-clean-fix = Corrigez-les et envoyez le tableau à nouveau, ou ne délivrez que les bonnes.
problem-table-unreadable = Le tableau ne peut pas être lu.
problem-table-unreadable-fix = Enregistrez-le en CSV UTF-8, et réessayez.
problem-short-code-slip = Ce n’est pas un code comme nous en donnons : certains caractères ne vont pas ensemble.
problem-short-code-slip-fix = Comparez-le à celui de l’attestation. 0, O, 1, I et L n’y figurent pas.
problem-step-needed = Cette étape est nécessaire ; elle ne peut pas être passée.
problem-step-needed-fix = Elle peut se faire en autant de fois qu’on veut.
problem-since-unfit = Ce moment ne peut pas être utilisé.
problem-since-unfit-fix = Donnez un jour et une heure en UTC qui soient passés.
problem-issuer-key-unknown = Cette clé n’existe pas.
problem-issuer-key-unknown-fix = Prenez-la dans la liste des clés.
problem-not-there = Il n’y a rien de ce nom ici.
problem-not-there-fix = Revenez à la liste.
problem-recipient-unknown = L’attestation ne nomme personne.
problem-recipient-unknown-fix = Donnez une adresse électronique ou un DID.
