# Ce qu'a donné la vérification d'une attestation. Personne n'est accusé sans preuve ; chaque phrase se lit à voix haute.

## La réponse

verify-verdict-valid = Cette attestation est valide.
verify-verdict-valid-issuer-by-address = Cette attestation est valide. Elle a été signée au nom de l'adresse web { $host }.
verify-verdict-valid-issuer-not-listed = Cette attestation est intacte et en vigueur. Nous ne savons pas qui l'a émise.
verify-verdict-invalid = Cette attestation n'est pas valide.
verify-verdict-revoked = L'organisme émetteur a révoqué cette attestation.
verify-verdict-suspended = L'organisme émetteur a suspendu cette attestation pour le moment.
verify-verdict-expired = Cette attestation a expiré.
verify-verdict-not_yet_valid = Cette attestation n'est pas encore valide.
verify-verdict-cannot_tell = Nous n'avons pas pu établir si cette attestation est valide.

## Les questions et leurs réponses

verify-question-readable = Peut-on la lire ?
verify-question-signature = Sont-ce bien les mots que l'organisme émetteur a signés ?
verify-question-issuer = Connaissons-nous l'organisme émetteur ?
verify-question-time = Est-elle en vigueur aujourd'hui ?
verify-question-status = L'organisme émetteur la soutient-il toujours ?
verify-question-schema = Est-elle construite comme il faut ?
verify-question-endorsements = Ses recommandations sont-elles bonnes ?
verify-answer-yes = Oui
verify-answer-no = Non
verify-answer-not_known = On ne sait pas
verify-answer-not_applicable = Sans objet

## Peut-on la lire ?

verify-cause-readable = L'attestation a pu être lue.
verify-cause-file-unreadable = Nous n'avons trouvé dans ce fichier aucune attestation que nous puissions lire. Cela ne dit rien contre la personne qui l'a montré.
verify-cause-too-large = Le fichier est plus grand que toutes les attestations que nous lisons ; nous ne l'avons donc pas ouvert.
verify-cause-not-json = Le fichier est coupé ou a été abîmé en chemin, il ne peut donc pas être lu. Cela ne dit rien contre la personne qui l'a montré.
verify-cause-not-a-credential = Le fichier se lit, mais ce n'est pas une attestation.
verify-cause-older-badge = C'est un badge d'Open Badges 2.0, d'un genre plus ancien que nous pouvons lire mais pas vérifier. Cela ne dit rien contre lui : qui l'a émis peut dire s'il est valable.
verify-cause-duplicate-key = Le fichier dit deux fois la même chose, et peut-être chaque fois autre chose. Personne ne peut savoir laquelle des deux a été signée, et aucun système émetteur n'écrit une attestation ainsi.

verify-file-empty = Le fichier est vide.
verify-file-too-large = Le fichier est trop grand.
verify-file-unknown-kind = Le fichier n'est d'aucune sorte qui porte une attestation. Ce sont JSON, JWT, PNG, SVG, PDF et nos paquets.
verify-file-damaged = Le fichier est incomplet ou abîmé.
verify-file-nothing-inside = Le fichier est bon, mais il ne contient aucune attestation. Les messageries et les réseaux sociaux la retirent souvent des images.
verify-file-several-inside = Le fichier contient plus d'une attestation.
verify-file-only-an-address = L'image ne contient que l'adresse web du badge. Ouvrez cette adresse et vérifiez ce que vous y trouvez.
verify-file-not-text = Ce que contient le fichier n'est pas du texte lisible.
verify-file-bomb = Une petite partie du fichier se décompresse en bien plus que ce qu'il faut à une attestation ; nous nous sommes donc arrêtés.
verify-file-entities = L'image définit des textes à elle, dont aucun badge n'a besoin et qui peuvent nuire ; nous ne l'avons donc pas ouverte.
verify-file-active-content = L'image contient un programme ou charge quelque chose d'ailleurs ; nous ne l'avons donc pas ouverte.
verify-file-locked = Le PDF est protégé par un mot de passe.
verify-file-path-unsafe = Le paquet nomme un fichier hors de lui-même ; nous ne l'avons donc pas ouvert.
verify-file-not-json = Le texte n'est pas du JSON complet.
verify-file-not-an-object = Le texte est du JSON, mais pas une attestation.
verify-file-duplicate-key = Un nom se trouve deux fois au même endroit.
verify-file-too-deep = Ses parties sont imbriquées plus profondément que celles d'aucune attestation.
verify-file-bad-text = Il contient des caractères qui ne sont pas du texte.
verify-file-bad-number = Il contient un nombre que tous les ordinateurs ne lisent pas de la même façon.

## Sont-ce bien les mots que l'organisme émetteur a signés ?

verify-cause-signature-holds = Chaque mot est tel que l'organisme émetteur l'a signé.
verify-cause-signature-does-not-match = Ce que dit ce fichier n'est pas ce que l'organisme émetteur a signé. Soit quelque chose y a été changé ensuite, soit la signature appartient à autre chose. Nous ne pouvons pas voir comment c'est arrivé, ni si c'était voulu.
verify-cause-signature-malformed = La signature de ce fichier est incomplète ou abîmée. Cela peut arriver quand on copie ou convertit un fichier.
verify-cause-signature-of-another = Cette attestation a été signée par quelqu'un d'autre que l'organisme qu'elle nomme.
verify-cause-signature-missing = Ce fichier ne porte pas de signature, rien ne peut donc y être vérifié. L'attestation elle-même peut être tout à fait bonne.
verify-cause-signature-ended = L'organisme émetteur a signé cette attestation, mais la signature ne devait durer que jusqu'au { $ended }.
verify-cause-signature-not-reached = La signature n'a pas pu être regardée.
verify-cause-key-unreachable = La clé de l'organisme émetteur n'a pas pu être obtenue, car { $issuer } n'a pas répondu. Cela ne dit rien de l'attestation.
verify-cause-key-not-asked = Il faut la clé de l'organisme émetteur, auprès de { $issuer }, et personne ne l'a encore demandée. Cela ne dit rien de l'attestation.
verify-cause-key-refused = La clé de l'organisme émetteur n'a pas pu être obtenue : { $issuer } n'a pas d'adresse publique, ou il n'y a rien à cette adresse. Cela ne dit rien de la personne titulaire.
verify-cause-key-document-bad = L'organisme émetteur publie ses clés sous une forme à laquelle nous ne pouvons pas nous fier. C'est à lui de le corriger, pas à la personne titulaire.
verify-cause-key-not-listed = La clé qui a signé cette attestation n'est pas, ou n'est plus, parmi celles que publie l'organisme émetteur. Les organismes changent de clés ; lui seul peut dire si celle-ci était la sienne.
verify-cause-key-kind-unknown = Nous ne connaissons aucun moyen de trouver la clé de l'organisme émetteur à partir de l'identifiant qu'il utilise. Un autre vérificateur en connaît peut-être un.
verify-cause-key-revoked = La clé qui a signé cette attestation était déjà hors d'usage à la date de la signature ; nous ne pouvons donc pas dire qui s'en est servi.
verify-cause-key-compromised = Depuis le { $since }, quelqu'un d'autre a pu avoir la clé qui a signé cette attestation, et le registre de l'organisme émetteur ne montre pas qu'elle a été délivrée avant. La signature seule ne dit donc plus de qui elle vient. Cela ne dit rien de la personne qui la montre ; l'organisme émetteur peut vérifier et la délivrer à nouveau.
verify-cause-key-for-another-purpose = L'organisme émetteur publie la clé qui a signé cette attestation, mais pas pour signer des attestations.
verify-cause-suite-unknown = L'attestation est signée d'une manière que nous ne pouvons pas vérifier. Un autre vérificateur le pourra peut-être.
verify-cause-words-not-covered = Certains mots de cette attestation ne sont pas couverts par sa signature. Le système émetteur a pu se tromper, ou quelqu'un a pu les ajouter. Merci de ne pas vous y fier.
verify-cause-words-not-covered-named = La partie « { $detail } » de cette attestation n'est pas couverte par sa signature. Le système émetteur a pu se tromper, ou quelqu'un a pu l'ajouter. Merci de ne pas vous y fier.
verify-cause-vocabulary-unknown = L'attestation utilise un vocabulaire que nous n'avons pas. Il est peut-être plus récent que ce vérificateur.
verify-cause-vocabulary-unknown-named = L'attestation utilise le vocabulaire « { $detail } », que nous n'avons pas. Il est peut-être plus récent que ce vérificateur.
verify-cause-too-tangled = L'attestation est enchevêtrée d'une façon qui prendrait très longtemps à vérifier ; nous nous sommes donc arrêtés. Les attestations ordinaires ne sont pas faites ainsi.

## Connaissons-nous l'organisme émetteur ?

verify-cause-issuer-listed = L'organisme émetteur est { $issuer }, que nous connaissons.
verify-cause-issuer-not-listed = L'organisme émetteur n'est pas dans nos registres. Que nous ne le connaissions pas ne dit rien de mal de lui ; son nom est seulement celui qu'il se donne.
verify-cause-issuer-by-address = L'organisme émetteur n'est pas dans nos registres, mais la signature appartient à l'adresse web { $host }. Voyez vous-même si c'est l'organisation à laquelle vous pensez.
verify-cause-issuer-unproven = On ne peut pas dire qui est l'organisme émetteur avant que la signature soit vérifiée.
verify-cause-issuer-not-reached = Il n'y a pas d'organisme émetteur à rechercher.

## Est-elle en vigueur aujourd'hui ?

verify-cause-within-its-time = Elle est en vigueur jusqu'au { $until }.
verify-cause-without-end = Elle est en vigueur et n'indique pas de fin.
verify-cause-expired = Sa durée s'est terminée le { $ended }. Ce qu'elle dit de cette période reste vrai ; elle n'est simplement plus en vigueur.
verify-cause-expired-renewable = Sa durée s'est terminée le { $ended }. Ce qu'elle dit de cette période reste vrai. Elle peut être renouvelée à { $renewal }.
verify-cause-not-yet-valid = Elle entre en vigueur le { $starts }. Si cela vous semble faux, regardez aussi l'heure et la date de cet ordinateur.
verify-cause-time-unreadable = Ses dates ne sont pas écrites d'une façon que tout le monde lit pareil ; nous ne pouvons donc pas dire quand elle est en vigueur.
verify-cause-time-not-reached = Il n'y a pas de dates à regarder.

## L'organisme émetteur la soutient-il toujours ?

verify-cause-status-none = L'organisme émetteur ne tient pas de liste publique où cette attestation pourrait être révoquée.
verify-cause-status-good = La liste de l'organisme émetteur ne montre ni révocation ni suspension.
verify-cause-status-message = L'organisme émetteur a laissé un message à son sujet, qui dit : « { $message } »
verify-cause-newer-version = Elle est bonne, et l'organisme émetteur en propose une version plus récente.
verify-cause-revoked = L'organisme émetteur a retiré cette attestation. La liste ne dit pas pourquoi, et il y a bien des raisons, dont des erreurs de l'organisme lui-même.
verify-cause-revoked-under-appeal = L'organisme émetteur a retiré cette attestation, et la personne titulaire a fait un recours. Merci de ne rien en conclure avant qu'il soit tranché.
verify-cause-suspended = L'organisme émetteur a mis cette attestation en pause. Une pause n'est pas un jugement, et elle peut être levée.
verify-cause-suspended-under-appeal = L'organisme émetteur a mis cette attestation en pause le temps d'examiner un recours. Merci de ne rien en conclure avant qu'il soit tranché.
verify-cause-list-unreachable = La liste d'état de l'organisme émetteur n'a pas pu être obtenue ; nous ne savons donc pas si l'attestation a été révoquée depuis.
verify-cause-list-not-asked = Personne n'a encore demandé la liste d'état de l'organisme émetteur ; nous ne savons donc pas si l'attestation a été révoquée depuis.
verify-cause-list-refused = La liste d'état de l'organisme émetteur n'a pas d'adresse publique, ou ne s'y trouve pas ; nous ne savons donc pas si l'attestation a été révoquée depuis.
verify-cause-list-bad = Ce que l'organisme émetteur publie comme liste d'état ne peut pas être lu comme tel.
verify-cause-list-unproven = La signature de la liste d'état n'a pas pu être confirmée ; nous ne nous y fions donc pas.
verify-cause-list-of-another = La liste d'état que désigne l'attestation appartient à quelqu'un d'autre, ou est une autre liste ; nous ne nous y fions donc pas.
verify-cause-list-for-another-purpose = La liste d'état que désigne l'attestation sert à autre chose que « { $purpose } » ; elle ne répond donc pas à la question.
verify-cause-list-too-short = La liste d'état de l'organisme émetteur est plus courte que ne l'exige la norme, si bien que la consulter pourrait trahir la personne titulaire. Nous ne nous y fions pas.
verify-cause-list-bytewise = La liste d'état de l'organisme émetteur semble écrite avec un octet entier par attestation au lieu d'un bit, comme le fait une grande plateforme. Lue selon la norme, elle répondrait pour l'attestation de quelqu'un d'autre.
verify-cause-list-too-large = La liste d'état de l'organisme émetteur se décompresse en bien plus que ce qu'il faut à une liste ; nous nous sommes donc arrêtés.
verify-cause-list-outdated = La liste d'état de l'organisme émetteur n'était bonne que jusqu'au { $ended } et n'a pas été renouvelée.
verify-cause-list-copy-old = Notre copie de la liste d'état date du { $read }. Nous ne pouvons pas voir ce qui a changé depuis.
verify-cause-index-outside = La place dans la liste d'état que nomme l'attestation n'existe pas.
verify-cause-index-unreadable = L'attestation ne dit pas clairement où elle se trouve dans une liste d'état.
verify-cause-status-kind-unknown = L'organisme émetteur tient l'état de ses attestations d'une façon que nous ne pouvons pas lire.
verify-cause-status-not-reached = L'état n'a pas été regardé, car seule une attestation dont la signature est bonne prouve où elle se trouve.

## Est-elle construite comme il faut ?

verify-cause-structure-good = Elle est construite comme l'exige la norme.
verify-cause-structure-broken = Il manque quelque chose sans quoi personne ne peut émettre une attestation.
verify-cause-badge-incomplete = L'attestation vaut ce que vaut sa signature, mais en tant qu'Open Badge elle est incomplète. Certains programmes pourraient ne pas l'accepter.
verify-cause-structure-not-reached = Il n'y a rien dont on puisse regarder la structure.

verify-rule-context = Elle ne commence pas par le vocabulaire des attestations vérifiables.
verify-rule-type = Elle ne se présente pas comme une attestation vérifiable.
verify-rule-issuer = Elle ne nomme aucun organisme émetteur, ou le nomme sans identifiant.
verify-rule-subject = Elle ne dit rien de personne.
verify-rule-id = Son propre identifiant n'est pas une adresse.
verify-rule-issued-on = La date à laquelle elle a été émise manque.
verify-rule-status-form = Elle ne dit pas de quelle sorte est son état.
verify-rule-badge-context = Elle ne nomme pas le vocabulaire d'Open Badges 3.0.
verify-rule-badge-id = Elle n'a pas d'identifiant à elle.
verify-rule-badge-start = Elle ne dit pas à partir de quand elle est valide.
verify-rule-badge-issuer = L'organisme émetteur n'est pas décrit par un profil.
verify-rule-badge-subject = La personne n'y est pas marquée comme ayant accompli quelque chose.
verify-rule-badge-holder = Elle ne dit pas à qui elle appartient.
verify-rule-badge-achievement = Elle ne nomme aucune réussite.
verify-rule-achievement-id = La réussite n'a pas d'identifiant.
verify-rule-achievement-type = La réussite n'est pas marquée comme telle.
verify-rule-achievement-name = La réussite n'a pas de nom.
verify-rule-achievement-description = La réussite n'a pas de description.
verify-rule-achievement-criteria = La réussite ne dit pas ce qui a permis de l'obtenir.

## Ses recommandations sont-elles bonnes ?

verify-cause-endorsements-none = Elle ne porte pas de recommandations et n'en a pas besoin.
verify-cause-endorsements-hold = { $count ->
    [one] Sa recommandation est bonne.
   *[other] Ses { $count } recommandations sont bonnes.
}
verify-cause-endorsements-unchecked = Toutes les recommandations n'ont pas pu être vérifiées ; { $good } sur { $count } sont bonnes. L'attestation elle-même n'en est pas touchée.
verify-cause-endorsements-withdrawn = Une recommandation a été retirée ou a expiré ; { $good } sur { $count } sont bonnes. L'attestation elle-même n'en est pas touchée.
verify-cause-endorsements-of-other-words = Une recommandation a été donnée pour d'autres mots que ceux-ci ; { $good } sur { $count } sont bonnes. L'attestation elle-même n'en est pas touchée.
verify-cause-endorsements-do-not-match = Une recommandation n'est pas telle qu'elle a été signée ; { $good } sur { $count } sont bonnes. L'attestation elle-même n'en est pas touchée.
verify-cause-endorsements-not-reached = Il n'y a pas de recommandations à regarder.

## Ce qu'on peut dire malgré tout

verify-still-signed = Les mots ont été signés avec la clé de { $issuer } le { $date }.
verify-still-signed-undated = Les mots ont été signés avec la clé de { $issuer }.
verify-still-term-from = Selon ses propres termes, elle est valide à partir du { $from }.
verify-still-term-until = Selon ses propres termes, elle est valide jusqu'au { $until }.
verify-still-term-from-until = Selon ses propres termes, elle est valide du { $from } au { $until }.
verify-still-says-from = Le fichier lui-même dit qu'elle est valide à partir du { $from }. Nous n'avons pas pu le confirmer.
verify-still-says-until = Le fichier lui-même dit qu'elle est valide jusqu'au { $until }. Nous n'avons pas pu le confirmer.
verify-still-says-from-until = Le fichier lui-même dit qu'elle est valide du { $from } au { $until }. Nous n'avons pas pu le confirmer.
verify-still-in-force-on = Le { $date }, la liste de l'organisme émetteur ne montrait rien contre elle.
verify-still-package-key = Avec le relevé de clés venu dans le paquet, vu le { $date }, la signature est bonne. Nous n'avons pas pu confirmer ce relevé auprès de l'organisme émetteur.
verify-still-ledger-holds = Le paquet prouve que le registre de l'organisme émetteur a noté une étape de la vie d'une attestation le { $date }. Le registre garde les mots scellés ; c'est la signature qui en répond.
verify-still-ledger-false = Le paquet dit que la délivrance figure au registre de l'organisme émetteur, mais la preuve qu'il apporte n'est pas bonne. Ne vous fiez pas à cette partie ; la signature est vérifiée à part.
verify-still-ledger-unknown = Le paquet apporte aussi une preuve d'un registre dont nous ne connaissons pas la clé ; nous ne nous y sommes donc pas fiés.
verify-still-presentation = L'attestation est venue dans une présentation, par laquelle un portefeuille dit qui la montre. C'est l'attestation qui a été vérifiée, non qui la montre.
verify-still-inside-only = C'est l'attestation contenue dans ce fichier qui a été vérifiée. Ce que montre l'image ou la page autour n'est pas couvert par la signature.

## Que faire maintenant

verify-turn-nobody = Personne n'a rien à faire pour le moment.
verify-turn-nobody-retry = Personne n'a rien fait de mal. Merci de réessayer plus tard.
verify-turn-holder = La prochaine étape revient à la personne titulaire de l'attestation.
verify-turn-issuer = La prochaine étape revient à l'organisme émetteur. La personne titulaire ne peut pas corriger cela seule.
verify-turn-verifier = La prochaine étape revient à qui vérifie.
verify-turn-us = La prochaine étape nous revient, ou revient à un vérificateur qui sait lire cette sorte. Personne d'autre n'a rien à faire.

verify-settles = Ce qui permettrait d'y voir clair :
verify-evidence-original_file = Le fichier exactement tel que l'organisme émetteur l'a remis, ni capture d'écran, ni copie tirée d'une messagerie.
verify-evidence-issuer_confirmation = Une confirmation de l'organisme émetteur, demandée à une adresse trouvée indépendamment de ce fichier.
verify-evidence-issuer_records = Les documents de l'organisme émetteur lui-même sur la réussite, comme une inscription à son registre.
verify-evidence-new_credential = Une nouvelle attestation du même organisme émetteur.
verify-evidence-appeal = Un recours de la personne titulaire auprès de l'organisme émetteur, où une personne décide.
verify-evidence-newer_list = Une copie plus récente de la liste d'état de l'organisme émetteur.
verify-evidence-later_try = La même vérification, plus tard.

verify-contact-record = Pour joindre { $name } : { $where }. Cela vient de nos propres registres.
verify-contact-signed = Pour joindre { $name } : { $where }. Cela figure dans l'attestation, sous la signature de l'organisme émetteur.
verify-contact-unproven = Le fichier indique { $where } pour { $name }. Nous n'avons pas pu le confirmer ; merci de chercher d'abord l'adresse vous-même.
verify-contact-none = L'attestation ne dit pas où joindre l'organisme émetteur.
verify-contact-nameless = l'organisme émetteur

verify-until-appeal-decided = Le recours doit être tranché d'ici le { $until }.
verify-until-appeal-filed = Un recours peut être déposé jusqu'au { $until }.
verify-appeal-at = Le recours est traité à { $url }.
verify-until-retry = Il vaut la peine de réessayer après le { $until }, temps universel coordonné.
verify-until-starts = Il faut attendre jusqu'au { $until }.
verify-until-none = Nous ne connaissons aucun délai.
verify-last-good = C'était en ordre pour la dernière fois le { $date }.
