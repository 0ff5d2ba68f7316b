# Ce qui ne va pas dans un champ, et que faire.
design-fault-missing = Ce champ est nécessaire. Merci de le remplir.
design-fault-not-text = Il faut du texte ici. Merci de l’écrire avec des mots.
design-fault-hidden-characters = Il contient des caractères cachés qui peuvent inverser l’ordre des lettres. Merci de le retaper, sans copier.
design-fault-too-long = Il y a { $length } caractères ; il y a place pour { $most }. Merci de raccourcir.
design-fault-not-link = Ce n’est pas une adresse qui commence par https://. Merci de la copier depuis la barre d’adresse du navigateur.
design-fault-not-identifier = Ce n’est pas une adresse qui commence par https:// ou http://. Merci de la copier depuis la page du référentiel.
design-fault-not-language = Ce n’est pas un code de langue. Merci d’écrire deux ou trois minuscules, comme « en », « fr » ou « pt-BR ».
design-fault-not-colour = Ce n’est pas une couleur. Merci d’écrire # et six chiffres ou lettres de a à f, comme #1d4f91.
design-fault-not-email = Ce n’est pas une adresse électronique. Merci de regarder s’il manque un @ ou un point, ou s’il y a une virgule.
design-fault-not-phone = Ce n’est pas un numéro de téléphone. Merci de l’écrire en chiffres, de préférence avec l’indicatif du pays, comme +33 1 99 00 00 00.
design-fault-not-did = Ce n’est pas un identifiant décentralisé. Il commence par « did: », comme did:key:z6Mk…
design-fault-not-id = Merci d’utiliser seulement des minuscules, des chiffres et des traits d’union isolés, 64 au plus, comme « securite-chariot ».
design-fault-id-taken = Une autre réussite porte déjà cet identifiant. Choisissez-en un autre, ou modifiez celle-là.
design-fault-not-among = Merci de choisir l’une de ces valeurs : { $among }.
design-fault-not-whole = Merci d’écrire un nombre entier de { $least } à { $most }.
design-fault-not-flag = Merci de répondre par oui ou non.
design-fault-not-list = Il faut une liste ici, même avec une seule entrée.
design-fault-not-form = Ceci a ses propres champs. Merci de les remplir un à un.
design-fault-too-many = Il y a { $length } entrées ; il y a place pour { $most }. Merci de garder les plus importantes.
design-fault-unknown-field = Ce champ n’existe pas. Merci de vérifier son orthographe ; rien n’en serait conservé.
design-fault-framework-missing = Un code ne dit rien sans son référentiel. Merci de le nommer, par exemple ESCO.
design-fault-no-way-to-reach = Il faut au moins un moyen de poser des questions : adresse électronique, page ou téléphone.
design-fault-review-needed = Un emploi ou une habilitation en dépend ; une personne approuve donc chaque attestation. Merci de laisser la relecture activée.
design-fault-renewal-missing = Elle expire ; qui la détient doit savoir comment la renouveler. Merci de le dire, ou de la laisser valable sans limite.
design-fault-same-step = Deux étapes s’appellent « { $step } ». Merci de donner à chacune son propre identifiant.
design-fault-language-twice = Le formulaire lui-même est écrit dans cette langue. Merci de retirer cette version ou de changer sa langue.
design-fault-step-unknown = Une étape est traduite qui n’existe pas. Merci de reprendre les identifiants des étapes ci-dessus.
design-fault-nobody-named = Il n’y a ni adresse électronique ni DID ; personne ne pourrait montrer que l’attestation est la sienne. Merci d’en ajouter un.
design-fault-project-missing = Il y a un lien vers un projet, mais pas un mot à son sujet. Merci de dire en une phrase ce qui a été fait.
design-fault-cells-over = Cette ligne a plus de cellules que la première. Merci de chercher un séparateur en trop, ou de mettre le texte entre guillemets droits.
design-fault-duplicate = La même personne figure déjà à la ligne { $row }. Merci de garder une des deux lignes.
design-fault-has-it = Cette personne l’a déjà. Merci de retirer la ligne, ou de corriger l’attestation précédente.

# Ce qui pourrait être plus simple ou plus aimable.
design-hint-sentence-long = Une phrase compte { $words } mots. Deux phrases plus courtes se suivent mieux.
design-hint-meaning-without-you = Ceci est dit à la personne qui la détient. Adressez-vous à elle : « Vous savez… », « Tu peux… ».
design-hint-alternative-text-is-name = Ceci répète le nom. Dites ce que montre l’image, pour qui ne la voit pas.
design-hint-next-steps-empty = Que peut-il venir ensuite ? Une phrase aide à continuer.
design-hint-steps-empty = Avec des étapes, on voit où l’on en est et combien de temps prend le reste.

# Tableaux de destinataires.
design-table-too-large = Le tableau est trop volumineux. Merci de le répartir en plusieurs fichiers.
design-table-too-many-rows = Le tableau a trop de lignes. Merci de le répartir en plusieurs fichiers.
design-table-not-text = Ceci ne se lit pas comme un tableau. Merci de l’enregistrer dans le tableur en « CSV UTF-8 ».
design-table-empty = Il n’y a personne dans le tableau. Merci de mettre les noms des colonnes sur la première ligne, puis une ligne par personne.
design-table-quotes = Un guillemet s’ouvre et ne se ferme pas. Merci d’enregistrer de nouveau le tableau en CSV.
design-table-column-missing = Aucune colonne ne dit de qui il s’agit. Merci d’en nommer une « courriel » ou « did » sur la première ligne.
design-table-column-twice = Deux colonnes veulent dire la même chose. Merci d’en garder une.
design-batch-fault-column = Ce qu’il faut corriger
design-batch-note-encoding = Le fichier n’est pas en UTF-8 ; il a été lu en Windows-1252. Merci de regarder les noms accentués.
design-batch-note-ignored = Pas nécessaires, et pas lues : { $columns }.

# Où en est quelqu’un.
design-feedback-no-steps = Il n’y a pas d’étapes séparées ici. Les critères disent ce qui est demandé.
design-feedback-welcome = Vous pouvez commencer par l’étape de votre choix ; la première est un bon début.
design-feedback-welcome-back = C’est un plaisir de vous revoir. Tout ce que vous avez fait est encore là, et rien n’est à refaire.
design-feedback-first-step = La première étape est faite.
design-feedback-going = Vous êtes en chemin.
design-feedback-nearly = Il reste une étape nécessaire.
design-feedback-only-optional = Tout le nécessaire est fait. Le reste est à votre choix.
design-feedback-complete = Toutes les étapes sont faites.
design-feedback-in-review = Toutes les étapes sont faites. Une personne regarde maintenant, avant l’émission.
design-done = Fait : { $done } sur { $all } { $all ->
    [one] étape
   *[other] étapes
}.
design-next = Ensuite : { $step }, { $duration }.
design-time-left = Reste à faire : { $duration }.
design-skip = Vous pouvez passer : { $steps }.
design-minutes = environ { $minutes ->
    [one] { $minutes } minute
   *[other] { $minutes } minutes
}
design-hours = environ { $hours ->
    [one] { $hours } heure
   *[other] { $hours } heures
}

# Ce que l’on demande à qui la reçoit.
design-ask-language = Quelle langue votre attestation doit-elle parler ?
design-ask-language-why = Pour que vous puissiez la lire, et ceux à qui vous la montrez aussi.
design-ask-language-skipped = Elle est écrite dans la langue d’origine. Vous pourrez en demander une autre plus tard.
design-ask-email = Où pouvons-nous vous joindre ?
design-ask-email-why = Pour vous envoyer le lien vers votre attestation et vous prévenir si quelque chose y change. Votre adresse n’y figure pas, seulement une empreinte avec laquelle vous pouvez montrer qu’elle est à vous.
design-ask-email-skipped = Vous pouvez donner à la place un identifiant décentralisé (DID). Sans l’un ni l’autre, nous ne pouvons pas encore l’émettre ; ce que vous avez fait reste ici.
design-ask-name = Quel nom doit figurer dans l’attestation ?
design-ask-name-why = Pour que l’on voie qu’elle est à vous. Prenez le nom sous lequel on vous connaît.
design-ask-name-skipped = Aucun nom n’y figure. Vous pouvez quand même montrer qu’elle est à vous, avec votre adresse électronique ou votre DID.
design-ask-name-skipped-employment = Aucun nom n’y figure. Un employeur vous demandera peut-être de montrer autrement qu’elle est à vous. Vous pourrez ajouter le nom plus tard.
design-ask-name-skipped-licence = Aucun nom n’y figure. Lors d’un contrôle, il faudrait montrer autrement qu’elle est à vous. Vous pourrez ajouter le nom plus tard.
design-ask-project = Voulez-vous montrer quelque chose que vous avez fait ?
design-ask-project-why = Un projet en dit plus qu’un titre. Vous choisissez ce qui est raconté.
design-ask-project-skipped = L’attestation compte tout autant sans cela.
design-ask-mentor-note = Voulez-vous qu’une mentore ou un mentor dise un mot de votre travail ?
design-ask-mentor-note-why = Quelques mots de quelqu’un qui l’a vu aident les autres à se le représenter. Vous les lisez d’abord.
design-ask-mentor-note-skipped = L’attestation compte tout autant sans cela.

# Ce qui n’a pas pu être repris d’un badge venu d’ailleurs.
design-left-achievement-elsewhere = Ce que le badge reconnaît n’est pas dans le fichier ; il n’y a qu’une adresse.
design-left-issuer-elsewhere = Le nom de l’émetteur n’est pas dans le fichier ; il n’y a qu’une adresse.
design-left-criteria-elsewhere = Ce qu’il fallait faire n’est pas dans le fichier ; il y a tout au plus une adresse.
design-left-date = La date à laquelle il a été remis n’a pas pu être lue.
design-left-identity = La personne qu’il nomme n’a pas été reprise, et rien ne montre ici qu’il est à vous.
design-left-evidence = Les preuves et leur histoire restent dans le badge d’origine.
design-left-endorsements = Les recommandations restent dans le badge d’origine.
design-left-picture = L’image reste dans le badge d’origine.
design-left-results = Les résultats et les notes restent dans le badge d’origine.
design-left-proof = Rien n’en a été vérifié ici.

# Ce qu’une attestation plus petite peut garder.
design-claim-name = Votre nom
design-claim-meaning = Ce qu’elle dit de vous, et la suite
design-claim-story = Votre histoire
design-claim-evidence = Projets et mots de mentores et mentors
design-claim-skills = Compétences
