# El certificado: anverso, para la pared.
certificate-awarded-to = Este certificado se otorga a
certificate-for = por
certificate-awarded-by = otorgado por
certificate-awarded-on = el { DATETIME($day, dateStyle: "long") }
certificate-day = { DATETIME($day, dateStyle: "long") }
certificate-valid-until = Válido hasta el { DATETIME($day, dateStyle: "long") }
certificate-title = { $achievement } – certificado para { $recipient }
certificate-description = Certificado: { $recipient } ha obtenido «{ $achievement }», otorgado por { $issuer }.
certificate-meaning = Lo que esto dice de usted
certificate-check = Compruébelo aquí
certificate-code = o lea este código en voz alta
certificate-qr-said = Un código QR que abre { $url }

# El certificado: reverso, para quien quiera saber más.
certificate-behind = Lo que hay detrás
certificate-behind-line = { $achievement } · { $recipient }
certificate-criteria = Lo que había que demostrar
certificate-narrative = Cómo se demostró
certificate-how = Cómo comprobarlo
certificate-how-scan = Escanee el código del anverso o abra esta dirección:
certificate-how-page = La página dice con palabras sencillas si la credencial es válida hoy y, si no lo es, a quién preguntar.
certificate-how-code = ¿Sin cámara? Lea en voz alta el código corto { $code }, por ejemplo por teléfono. Si hay un desliz, se nota.
certificate-how-file = La credencial firmada va adjunta a este PDF como { $name }. Cualquier persona puede comprobar el archivo sin preguntarnos, incluso sin conexión; la impresión y la firma en papel no prueban nada.
certificate-attachment = La credencial firmada, que las máquinas pueden comprobar.

# La imagen de la insignia, dicha para quien no la ve.
certificate-badge-said = Insignia: { $achievement }, otorgada por { $issuer }.
certificate-badge-said-level = Insignia: { $achievement }, { $level }, otorgada por { $issuer }.

# El paquete.
certificate-readme-title = Una credencial, con todo lo necesario para comprobarla
certificate-readme = Este paquete se reunió el { $day }. Está hecho para durar: lo que contiene se puede comprobar
    aunque quien emitió la credencial ya no responda. Guarde el paquete tal como está.
certificate-readme-contents = Qué contiene
certificate-readme-credential = la credencial con su firma. Es lo que cuenta.
certificate-readme-certificate = el certificado, para leer e imprimir. Lleva adjunta la credencial.
certificate-readme-picture = la insignia, con la credencial dentro de la imagen.
certificate-readme-keys = las claves públicas del emisor, tal como eran en las fechas indicadas allí.
certificate-readme-status = si la credencial estaba revocada o suspendida, en las fechas indicadas allí.
certificate-readme-ledger = la prueba de que la emisión consta en el registro del emisor, con fecha firmada.
certificate-readme-about = cuándo y en qué idioma se hizo este paquete.
certificate-readme-how = Cómo comprobarlo
certificate-readme-steps = Entregue el paquete entero a cualquier página que verifique credenciales con Humanely, o ejecute:
certificate-readme-limits = Lo que ocurrió después de esas fechas, este paquete no puede saberlo. Si el emisor aún
    responde, una comprobación en línea dice lo que vale hoy. Si las claves le importan mucho, compárelas con lo que
    el emisor publicó en otra parte: un paquete no puede responder por sus propias claves.
