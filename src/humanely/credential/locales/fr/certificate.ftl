# Le certificat : recto, pour le mur.
certificate-awarded-to = Ce certificat est décerné à
certificate-for = pour
certificate-awarded-by = décerné par
certificate-awarded-on = le { DATETIME($day, dateStyle: "long") }
certificate-day = { DATETIME($day, dateStyle: "long") }
certificate-valid-until = Valable jusqu’au { DATETIME($day, dateStyle: "long") }
certificate-title = { $achievement } – certificat pour { $recipient }
certificate-description = Certificat : { $recipient } a obtenu « { $achievement } », décerné par { $issuer }.
certificate-meaning = Ce que cela dit de vous
certificate-check = À vérifier ici
certificate-code = ou lisez ce code à voix haute
certificate-qr-said = Un code QR qui ouvre { $url }

# Le certificat : verso, pour qui veut en savoir plus.
certificate-behind = Ce qu’il y a derrière
certificate-behind-line = { $achievement } · { $recipient }
certificate-criteria = Ce qu’il fallait montrer
certificate-narrative = Comment cela a été montré
certificate-how = Comment le vérifier
certificate-how-scan = Scannez le code au recto, ou ouvrez cette adresse :
certificate-how-page = La page dit en mots simples si l’attestation est valable aujourd’hui et, sinon, à qui s’adresser.
certificate-how-code = Pas d’appareil photo ? Lisez à voix haute le code court { $code }, par exemple au téléphone. Une erreur de lecture se remarque.
certificate-how-file = L’attestation signée est jointe à ce PDF sous le nom { $name }. Chacun peut vérifier le fichier sans nous demander, même hors ligne ; l’impression et la signature sur papier ne prouvent rien.
certificate-attachment = L’attestation signée, que les machines peuvent vérifier.

# L’image du badge, dite à qui ne la voit pas.
certificate-badge-said = Badge : { $achievement }, décerné par { $issuer }.
certificate-badge-said-level = Badge : { $achievement }, { $level }, décerné par { $issuer }.

# Le paquet.
certificate-readme-title = Une attestation, avec tout ce qu’il faut pour la vérifier
certificate-readme = Ce paquet a été réuni le { $day }. Il est fait pour durer : son contenu se vérifie même quand
    l’organisme émetteur ne répond plus. Gardez le paquet tel qu’il est.
certificate-readme-contents = Ce qu’il contient
certificate-readme-credential = l’attestation avec sa signature. C’est elle qui compte.
certificate-readme-certificate = le certificat, à lire et à imprimer. L’attestation y est jointe.
certificate-readme-picture = le badge, avec l’attestation dans l’image.
certificate-readme-keys = les clés publiques de l’émetteur, telles qu’elles étaient aux dates indiquées.
certificate-readme-status = si l’attestation était révoquée ou suspendue, aux dates indiquées.
certificate-readme-ledger = la preuve que l’émission figure au registre de l’émetteur, avec une date signée.
certificate-readme-about = quand et dans quelle langue ce paquet a été fait.
certificate-readme-how = Comment la vérifier
certificate-readme-steps = Donnez le paquet entier à toute page qui vérifie des attestations avec Humanely, ou exécutez :
certificate-readme-limits = Ce qui s’est passé après ces dates, ce paquet ne peut pas le savoir. Si l’émetteur répond
    encore, une vérification en ligne dit ce qui vaut aujourd’hui. Si les clés comptent beaucoup pour vous,
    comparez-les à ce que l’émetteur a publié ailleurs : un paquet ne peut pas se porter garant de ses propres clés.
