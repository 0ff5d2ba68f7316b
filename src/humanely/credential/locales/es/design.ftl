# Qué falla en un campo y qué hacer.
design-fault-missing = Esto hace falta. Por favor, rellénelo.
design-fault-not-text = Aquí va texto. Por favor, escríbalo con palabras.
design-fault-hidden-characters = Contiene caracteres ocultos que pueden invertir el orden de las letras. Por favor, escríbalo de nuevo, sin copiar.
design-fault-too-long = Tiene { $length } caracteres; caben { $most }. Por favor, acórtelo.
design-fault-not-link = No es una dirección que empiece por https://. Por favor, cópiela de la barra de direcciones del navegador.
design-fault-not-identifier = No es una dirección que empiece por https:// o http://. Por favor, cópiela de la página del propio marco.
design-fault-not-language = No es un código de idioma. Por favor, escriba dos o tres letras minúsculas, como «en», «es» o «pt-BR».
design-fault-not-colour = No es un color. Por favor, escriba # y seis cifras o letras de la a a la f, como #1d4f91.
design-fault-not-email = No es una dirección de correo. Por favor, mire si falta una @ o un punto, o si hay una coma.
design-fault-not-phone = No es un número de teléfono. Por favor, escríbalo con cifras, mejor con el prefijo del país, como +34 910 000 000.
design-fault-not-did = No es un identificador descentralizado. Empieza por «did:», como did:key:z6Mk…
design-fault-not-id = Por favor, use solo minúsculas, cifras y guiones sueltos, 64 como máximo, como «seguridad-carretilla».
design-fault-id-taken = Otro logro tiene ya este identificador. Elija otro o cambie aquel logro.
design-fault-not-among = Por favor, elija una de estas opciones: { $among }.
design-fault-not-whole = Por favor, escriba un número entero de { $least } a { $most }.
design-fault-not-flag = Por favor, responda sí o no.
design-fault-not-list = Aquí va una lista, aunque solo tenga una entrada.
design-fault-not-form = Esto tiene campos propios. Por favor, rellénelos uno a uno.
design-fault-too-many = Hay { $length } entradas; caben { $most }. Por favor, conserve las más importantes.
design-fault-unknown-field = Este campo no existe. Por favor, revise cómo está escrito; no se guardaría nada de él.
design-fault-framework-missing = Un código no dice nada sin su lista. Por favor, nombre el marco, como ESCO.
design-fault-no-way-to-reach = Hace falta al menos una forma de preguntar: correo, página o teléfono.
design-fault-review-needed = De esto depende un empleo o una licencia, por eso una persona aprueba cada credencial. Por favor, deje activada la revisión.
design-fault-renewal-missing = Caduca, así que quien la tenga debe saber cómo renovarla. Por favor, explíquelo, o deje que valga siempre.
design-fault-same-step = Dos pasos se llaman «{ $step }». Por favor, dé a cada uno su propio identificador.
design-fault-language-twice = El formulario mismo está escrito en este idioma. Por favor, quite esta versión o cambie su idioma.
design-fault-step-unknown = Se ha traducido un paso que no existe. Por favor, use los identificadores de los pasos de arriba.
design-fault-nobody-named = No hay ni correo ni DID, así que nadie podría mostrar que la credencial es suya. Por favor, añada uno.
design-fault-project-missing = Hay un enlace a un proyecto, pero ni una palabra sobre él. Por favor, diga en una frase qué se hizo.
design-fault-cells-over = Esta fila tiene más celdas que la primera. Por favor, busque un separador de más, o ponga el texto entre comillas.
design-fault-duplicate = La misma persona ya está en la fila { $row }. Por favor, conserve una de las dos filas.
design-fault-has-it = Esta persona ya la tiene. Por favor, quite la fila, o corrija la credencial anterior.

# Qué podría ser más sencillo o más amable.
design-hint-sentence-long = Una frase tiene { $words } palabras. Dos más cortas se siguen mejor.
design-hint-meaning-without-you = Esto se le dice a la persona que la tiene. Hable con ella: «Usted sabe…», «Puedes…, y eso te permite…».
design-hint-alternative-text-is-name = Esto repite el nombre. Diga qué muestra la imagen, para quien no la ve.
design-hint-next-steps-empty = ¿Qué puede venir después? Una frase ayuda a seguir.
design-hint-steps-empty = Con pasos se ve hasta dónde se ha llegado y cuánto falta.

# Tablas de destinatarios.
design-table-too-large = La tabla es demasiado grande. Por favor, repártala en varios archivos.
design-table-too-many-rows = La tabla tiene demasiadas filas. Por favor, repártala en varios archivos.
design-table-not-text = Esto no se puede leer como tabla. Por favor, guárdela en la hoja de cálculo como «CSV UTF-8».
design-table-empty = En la tabla no hay nadie. Por favor, ponga en la primera fila los nombres de las columnas y debajo una fila por persona.
design-table-quotes = Unas comillas se abren y no se cierran. Por favor, guarde la tabla de nuevo como CSV.
design-table-column-missing = Ninguna columna dice de quién se trata. Por favor, llame a una de ellas «correo» o «did» en la primera fila.
design-table-column-twice = Dos columnas significan lo mismo. Por favor, conserve una.
design-batch-fault-column = Qué hay que corregir
design-batch-note-encoding = El archivo no está en UTF-8; se ha leído como Windows-1252. Por favor, mire los nombres con tildes.
design-batch-note-ignored = No hacen falta y no se han leído: { $columns }.

# En qué punto está cada persona.
design-feedback-no-steps = Aquí no hay pasos separados. Los criterios dicen qué se pide.
design-feedback-welcome = Puede empezar por el paso que quiera; el primero es un buen comienzo.
design-feedback-welcome-back = Nos alegra verle de nuevo. Todo lo que hizo sigue aquí, y nada hay que hacerlo dos veces.
design-feedback-first-step = El primer paso está hecho.
design-feedback-going = Está en camino.
design-feedback-nearly = Queda un paso necesario.
design-feedback-only-optional = Todo lo necesario está hecho. Lo demás es decisión suya.
design-feedback-complete = Todos los pasos están hechos.
design-feedback-in-review = Todos los pasos están hechos. Ahora lo mira una persona, antes de emitir la credencial.
design-done = Hechos: { $done } de { $all } { $all ->
    [one] paso
   *[other] pasos
}.
design-next = A continuación: { $step }, { $duration }.
design-time-left = Queda: { $duration }.
design-skip = Puede saltarse: { $steps }.
design-minutes = { $minutes ->
    [one] alrededor de { $minutes } minuto
   *[other] alrededor de { $minutes } minutos
}
design-hours = { $hours ->
    [one] alrededor de { $hours } hora
   *[other] alrededor de { $hours } horas
}

# Qué se pregunta a quien la recibe.
design-ask-language = ¿En qué idioma debe hablar su credencial?
design-ask-language-why = Para que pueda leerla usted, y también las personas a quienes la muestre.
design-ask-language-skipped = Se escribe en el idioma del logro. Más adelante puede pedir otro.
design-ask-email = ¿Dónde podemos escribirle?
design-ask-email-why = Para enviarle el enlace a su credencial y avisarle si algo cambia en ella. Su dirección no figura en la credencial, solo una huella con la que puede mostrar que es suya.
design-ask-email-skipped = Puede dar en su lugar un identificador descentralizado (DID). Sin ninguno de los dos todavía no podemos emitirla; lo que hizo sigue aquí.
design-ask-name = ¿Qué nombre debe figurar en la credencial?
design-ask-name-why = Para que se vea que es suya. Use el nombre con el que le conocen.
design-ask-name-skipped = No figura ningún nombre. Aun así puede mostrar que es suya con su correo o su DID.
design-ask-name-skipped-employment = No figura ningún nombre. Quizá una empresa le pida mostrar de otro modo que es suya. Puede añadir el nombre más adelante.
design-ask-name-skipped-licence = No figura ningún nombre. En una inspección tendría que mostrar de otro modo que es suya. Puede añadir el nombre más adelante.
design-ask-project = ¿Quiere mostrar algo que ha hecho?
design-ask-project-why = Un proyecto dice más que un título. Usted decide qué se cuenta.
design-ask-project-skipped = La credencial vale lo mismo sin ello.
design-ask-mentor-note = ¿Quiere que una mentora o un mentor diga algo sobre su trabajo?
design-ask-mentor-note-why = Unas palabras de alguien que lo ha visto ayudan a otros a imaginarlo. Usted las lee primero.
design-ask-mentor-note-skipped = La credencial vale lo mismo sin ello.

# Qué no se pudo tomar de una insignia de otro lugar.
design-left-achievement-elsewhere = Por qué se dio no está en el archivo; solo hay una dirección.
design-left-issuer-elsewhere = El nombre de quien la emitió no está en el archivo; solo hay una dirección.
design-left-criteria-elsewhere = Lo que había que hacer no está en el archivo; como mucho hay una dirección.
design-left-date = No se pudo leer la fecha en que se dio.
design-left-identity = No se ha tomado a quién nombra, y nada muestra aquí que sea suya.
design-left-evidence = Las pruebas y su historia quedan en la insignia original.
design-left-endorsements = Los avales quedan en la insignia original.
design-left-picture = La imagen queda en la insignia original.
design-left-results = Los resultados y las notas quedan en la insignia original.
design-left-proof = Aquí no se ha comprobado nada de ella.

# Qué puede conservar una credencial más pequeña.
design-claim-name = Su nombre
design-claim-meaning = Qué dice de usted y qué viene después
design-claim-story = Su historia
design-claim-evidence = Proyectos y notas de mentoras y mentores
design-claim-skills = Competencias
