# Credenciales, para el equipo.
cred-parts = Partes de las credenciales
cred-part-list = Credenciales
cred-part-untold = Sin avisar
cred-part-achievements = Logros
cred-part-appeals = Recursos
cred-part-figures = Cifras
cred-part-endorsements = Avales
cred-part-keys = Claves
cred-keys-down = a la siguiente
cred-keys-up = a la anterior
cred-keys-back = volver a la lista

# La lista y una credencial.
cred-issue = Emitir
cred-await = { $count ->
    [one] Una credencial espera a una segunda persona.
   *[other] { $count } credenciales esperan a una segunda persona.
}
cred-any = todas
cred-who = Para
cred-of = Logro
cred-state = Estado
cred-since = Desde
cred-until = Válida hasta
cred-code = Código
cred-show = Mostrar
cred-batch = Grupo
cred-unreadable = ya no se puede leer
cred-for-ever = sin fin
cred-under-appeal = recurrida
cred-none = Aquí no hay nada.
cred-none-more = Elija un logro y emítalo a una persona o a una clase.
cred-state-prepared = preparada
cred-state-awaiting_review = espera a una segunda persona
cred-state-offered = ofrecida
cred-state-collected = recogida
cred-state-valid = recogida
cred-state-suspended = en pausa
cred-state-revoked = revocada
cred-state-superseded = sustituida
cred-state-cancelled = cancelada
cred-state-expired = caducada
cred-state-gone = borrada
cred-says = Lo que dice
cred-version = versión { $version }
cred-name = Nombre
cred-left-out = no se indica
cred-email = Correo electrónico
cred-email-hidden = (no está en la credencial, solo un resumen con sal)
cred-language = Idioma
cred-offered = Ofrecida
cred-collected = Recogida
cred-shared = Mostrada por su titular
cred-replaces = Ocupa el lugar de
cred-replaced-by = Sustituida por
cred-public = Página pública
cred-story = Historia
cred-evidence-project = Un proyecto
cred-evidence-mentor_note = Nota de quien acompañó
cred-history = Lo que se ha hecho
cred-do = Lo que se puede hacer
cred-issue-now = Emitir
cred-approve = Aprobar y emitir
cred-submit = Enviar a revisión
cred-second = Usted la preparó. Otra persona del equipo la mira antes de emitirla.
cred-appealed = La persona titular ha recurrido. Mientras tanto nadie lee un motivo.
cred-due = Vence
cred-link = El enlace de la persona titular
cred-link-hint = Con él la persona ve cómo está, la recoge, la muestra y recurre. Cada enlace vale un año.
cred-link-make = Crear un enlace
cred-link-once = El enlace de la persona titular, solo esta vez
cred-link-more = Páselo solo a esa persona, por una vía que sepa que es suya: quien lo tiene actúa en su lugar.
cred-untold-lead = Lo que se hace se dice por correo, una vez. Quien no lo ha recibido está aquí: páselo con un enlace y anótelo.
cred-untold-what = Lo que pasó
cred-untold-none = Todas las personas lo saben.
cred-untold-none-more = Quien no recibe correo aparece aquí.
cred-untold-expiring = Caduca pronto
cred-untold-not_sent = aún no salió ningún correo
cred-untold-no_address = sin dirección de correo
cred-untold-refused = su servidor no acepta correo
cred-untold-late = tarde para un correo
cred-untold-yet = La persona titular aún no sabe:
cred-untold-done = Ya se lo he dicho
cred-told-noted = Está anotado; no se enviará nada más sobre ello.
cred-link-void = Otra persona puede tener un enlace
cred-link-void-hint = Después, todos los enlaces que se dieron no llevan a nada, ni a esta ni a sus otras credenciales. Cree uno nuevo.
cred-link-void-do = Anular todos los enlaces
cred-links-void = Sus enlaces ya no llevan a nada. Cree uno nuevo y páselo.
cred-change = Cambiar
cred-change-hint = Verá lo que va a leer la persona antes de que se haga nada.
cred-send-back = Devolver
cred-package = Cuando ya no estemos
cred-package-hint = Todo lo necesario para comprobarla sin este servidor.
cred-package-save = Guardar el paquete
cred-endorsed-asked = pedidos
cred-endorsed-given = dados
cred-endorsed-held = retenidos
cred-endorsed-awaits-holder = esperan a la persona titular
cred-endorsed-published = publicados
cred-endorsed-withdrawn = retirados
cred-endorsed-removed = eliminados

# Pasos, como los cuenta el historial.
cred-step-credential-prepared = Preparada
cred-step-credential-submitted = Enviada a revisión
cred-step-credential-sent_back = Devuelta
cred-step-credential-offered = Firmada y ofrecida
cred-step-credential-collected = Recogida
cred-step-credential-shared = Mostrada a quien tenga su dirección
cred-step-credential-unshared = Ocultada de nuevo
cred-step-credential-suspended = En pausa
cred-step-credential-restored = Restablecida
cred-step-credential-revoked = Revocada
cred-step-credential-superseded = Sustituida por una corregida
cred-step-credential-cancelled = Cancelada
cred-step-appeal-filed = Recurso presentado
cred-step-appeal-evidence_wanted = Se pidió ver algo
cred-step-appeal-evidence_given = Se mostró algo
cred-step-appeal-proposed = Decisión propuesta
cred-step-appeal-sent_back = Propuesta devuelta
cred-step-appeal-decided = Recurso decidido
cred-step-appeal-withdrawn = Recurso retirado
cred-step-appeal-overdue = Ha pasado el plazo del recurso
cred-step-endorsement-asked = Aval pedido
cred-step-endorsement-given = Aval dado
cred-step-endorsement-held = Aval retenido para moderación
cred-step-endorsement-cleared = Aval entregado a la persona titular
cred-step-endorsement-published = Aval publicado
cred-step-endorsement-withdrawn = Aval retirado
cred-step-endorsement-reported = Aval denunciado
cred-step-endorsement-removed = Aval eliminado
cred-party-staff = el equipo
cred-party-holder = la persona titular
cred-party-endorser = quien avala
cred-party-clock = por sí solo

# Cambiar una.
cred-do-suspended = Poner en pausa
cred-do-restored = Restablecer
cred-do-revoked = Revocar
cred-do-cancelled = Cancelar
cred-do-superseded = Corregir
cred-means-suspended = No vale hasta que se restablezca. Úselo mientras se aclara algo.
cred-means-restored = Vuelve a valer como antes.
cred-means-revoked = Se retira para siempre; después solo un recurso la restablece.
cred-means-cancelled = Se cancela antes de que se recoja.
cred-holder-reads = La persona titular leerá:
cred-anybody-reads = Quien la compruebe lee:
cred-no-reason = El porqué no está en ninguna lista.
cred-why = Por qué
cred-why-hint = La persona lee lo que está debajo del motivo que elija.
cred-reason-issued_in_error = Emitida por error
cred-reason-requirements_not_met = No se mostró algo de lo que pide
cred-reason-misconduct = No se respetaron sus reglas
cred-reason-holder_asked = La persona lo pidió
cred-reason-key_compromised = La clave estuvo en otras manos
cred-reason-superseded = Una más reciente ocupa su lugar
cred-note = Nota para el equipo
cred-note-hint = La persona la lee solo en la exportación de sus datos.
cred-told = Para la persona
cred-told-hint = Es opcional. Solo ella lo lee, en su página y en el mensaje: qué falta, qué ayudaría y para cuándo lo mirarán. Como mucho { $most } caracteres.
problem-credential-told-too-long = Lo que escribe a la persona es demasiado largo.
problem-credential-told-too-long-fix = Diga qué falta, qué ayudaría y para cuándo; lo demás puede ir en la nota para el equipo.
cred-read-first = Ver lo que leerá la persona
cred-leave = Dejarlo como está

# Logros.
cred-design = Diseñar un logro
cred-import = Traer uno
cred-achievements-none = Todavía no se puede lograr nada.
cred-achievements-none-more = Diseñe un logro: qué pide, qué significa y qué viene después.
cred-retired = ya no se emite
cred-live = se emite
cred-four-eyes = miran dos personas
cred-stakes-everyday = cotidiano
cred-stakes-employment = de él depende un trabajo
cred-stakes-licence = de él depende una licencia
cred-issued-count = { $count ->
    [0] aún ninguna emitida
    [one] { $count } emitida
   *[other] { $count } emitidas
}
cred-issue-one = Emitir a una persona
cred-issue-class = Emitir a una clase
cred-face = Como lo ve la persona titular
cred-valid = Válida durante
cred-learner-reads = Lo que lee la persona:
cred-optional = se puede omitir
cred-days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}
cred-learners = En camino
cred-design-change = Cambiar el diseño
cred-version-hint = Un cambio hace una versión nueva. Lo emitido queda como estaba.
cred-new-version = Versión nueva
cred-languages = Otros idiomas
cred-words-in = Texto en «{ $language }»
cred-words-more = Añadir un idioma
cred-retire = Dejar de emitir
cred-retire-hint = Lo emitido queda. Guardar una versión nueva lo retoma.
cred-retired-hint = Guarde una versión nueva para volver a emitirlo.

# El formulario de un diseño.
cred-design-lead = Escríbalo para la persona que lo tendrá. Todo se puede cambiar después.
cred-faults = { $count ->
    [one] Una cosa necesita otra mirada.
   *[other] { $count } cosas necesitan otra mirada.
}
cred-faults-more = Todavía no se ha guardado nada, y nada de lo que escribió se ha perdido.
cred-not-saved = Todavía no se ha guardado nada.
cred-hint = Consejo:
cred-about = Qué es
cred-rules = Cómo se emite
cred-picture = La imagen
cred-save = Guardar
cred-look = Verlo antes
cred-rows = Más filas
cred-kept-languages = Se conservan otros idiomas: { $languages }. Sus textos se cambian en la página del logro.
cred-field-name = Nombre
cred-field-name-hint = Como se le llamará, por ejemplo «Primeros auxilios».
cred-field-id = Nombre corto para direcciones
cred-field-id-hint = Déjelo vacío para formarlo del nombre. Queda para siempre.
cred-field-description = Descripción
cred-field-description-hint = Una o dos frases para quien nunca ha oído hablar de ello.
cred-field-criteria = Lo que hay que hacer o mostrar
cred-field-criteria-hint = De modo que cualquiera pueda decir si se hizo.
cred-field-meaning = Lo que significa
cred-field-meaning-hint = Dicho a la persona: «Usted sabe …».
cred-field-language = Idioma
cred-field-language-hint = De estos textos, como «en», «de» o «pt-BR».
cred-field-stakes = Qué depende de ello
cred-field-stakes-hint = Si depende un trabajo o una licencia, dos personas miran cada credencial.
cred-field-review = Una segunda persona la mira antes de emitirla
cred-field-valid_for_days = Válida durante, en días
cred-field-valid_for_days-hint = Vacío para sin fin.
cred-field-renewal = Cómo se renueva
cred-field-renewal-says = Cómo se renueva
cred-field-renewal-hint = Necesario si caduca.
cred-field-renewal-url = Dirección para renovar
cred-field-parts = Lo que la persona puede añadir
cred-field-parts-hint = Todo se puede omitir; la credencial vale lo mismo.
cred-field-contact = Quién responde preguntas
cred-field-contact-hint = Lo leen titulares y quienes comprueban. Al menos una vía de contacto.
cred-field-contact-name = Nombre de la oficina o persona
cred-field-contact-email = Correo electrónico
cred-field-contact-url = Página
cred-field-contact-phone = Teléfono
cred-field-alternative_text = Lo que muestra la imagen
cred-field-alternative_text-hint = Para quien no la ve.
cred-field-colour = Color
cred-field-colour-hint = Como #1d4f91.
cred-field-level = Una palabra corta en la imagen
cred-field-level-hint = Como B1; puede quedar vacío.
cred-field-picture = Dirección de una imagen propia
cred-field-picture-hint = Vacío para la que se dibuja.
cred-field-next_steps = Lo que puede venir después
cred-field-next_steps-hint = Una frase cada uno, dicha a la persona.
cred-field-next_steps-says = En una frase
cred-field-next_steps-url = Dirección, si la hay
cred-field-steps = El camino
cred-field-steps-hint = Cada paso con el tiempo que lleva a la mayoría.
cred-field-steps-id = Nombre corto
cred-field-steps-name = Paso
cred-field-steps-says = Lo que hay que hacer
cred-field-steps-minutes = Minutos
cred-field-steps-optional = Se puede omitir
cred-field-skills = Competencias
cred-field-skills-hint = Con sus palabras, o con el código y la dirección de un marco como ESCO.
cred-field-skills-name = Competencia
cred-field-skills-framework = Marco
cred-field-skills-code = Código
cred-field-skills-url = Dirección en el marco
cred-field-skills-level = Nivel
cred-field-careers = Dónde se piden estas competencias
cred-field-careers-hint = Un consejo a la persona; no va en ninguna credencial.
cred-field-careers-name = Ocupación
cred-field-careers-code = Código
cred-field-careers-note = Qué más hace falta
cred-import-lead = Pegue un diseño en JSON o TOML, o elija un archivo. Lo verá en el formulario antes de que se guarde nada.
cred-import-file = Archivo
cred-import-text = O su texto
cred-import-do = Llenar el formulario con él
cred-import-nothing = Todavía no hay nada que traer. Elija un archivo o pegue un texto.
cred-import-unreadable = Esto no es JSON ni TOML. Busque unas comillas o una coma que falte.
cred-words = Textos en otro idioma
cred-words-lead = Cada texto junto al primero. Lo que deje vacío se dice en el primer idioma.
cred-words-remove = Quitar este idioma

# Emitir.
cred-issue-lead = Solo lo que la credencial necesita. Basta un correo electrónico o un DID.
cred-correct-lead = Una credencial nueva ocupa el lugar de esta, y cada una nombra a la otra.
cred-review-first = Otra persona del equipo la mira antes de emitirla.
cred-email-hint = No está en la credencial, solo una huella de él.
cred-name-hint = Como ha de figurar en la credencial; se puede omitir.
cred-language-first = el del logro ({ $language })
cred-project-hint = Lo que se hizo, en una frase. Se puede omitir.
cred-project-url = Enlace al proyecto
cred-project-url-hint = Empieza por https://
cred-mentor-hint = Lo que dice alguien que lo vio. La persona también lo lee.
cred-more = Más
cred-did = Identificador descentralizado (DID)
cred-did-hint = En lugar del correo electrónico, o además.
cred-story-hint = Lo que une las pruebas, en frases sencillas.
cred-send-review = Enviar a revisión
cred-asks = Lo que se le puede preguntar a la persona
cred-asks-hint = No pregunte nada más.
cred-if-skipped = Si se omite:
cred-class-table = La tabla
cred-class-again = Otra tabla
cred-class-hint = CSV como lo guarda cualquier hoja de cálculo. La primera fila nombra las columnas: correo o DID; nombre, idioma, proyecto, nota del mentor. Todavía no se emite nada.
cred-class-file = Archivo CSV
cred-class-look = Mirarla
cred-class-seen = { $good ->
    [one] Una fila está lista
   *[other] { $good } filas están listas
}, { $bad ->
    [0] ninguna por corregir
    [one] una por corregir
   *[other] { $bad } por corregir
}
cred-class-columns = Se leyó: { $columns }
cred-class-all = { $count ->
    [one] Emitirla
   *[other] Emitir las { $count }
}
cred-class-good = { $count ->
    [one] Emitir la buena
   *[other] Emitir las { $count } buenas
}
cred-class-bad = { $count ->
    [one] Guardar la fila por corregir
   *[other] Guardar las { $count } filas por corregir
}
cred-class-faulty = Filas por corregir
cred-class-ready = Filas listas
cred-class-more-bad = Y { $count } más; el archivo las tiene todas.
cred-class-more-good = Y { $count } más.
cred-row = Fila
cred-cells = Como está
cred-mend = Qué corregir
cred-goes-to = Va a
cred-total = { $count ->
    [one] Una credencial
   *[other] { $count } credenciales
}
cred-batch-more = Y { $count } más.
cred-approve-all = Aprobar las { $count }
cred-refused = { $count ->
    [one] Una no se emitió:
   *[other] { $count } no se emitieron:
}
cred-undo = Deshacer todo el grupo
cred-undo-means = { $revokes ->
    [one] Se revoca una que se recogió
   *[other] Se revocan { $revokes } que se recogieron
}; { $cancels ->
    [one] se cancela una que no
   *[other] se cancelan { $cancels } que no
}. Cada persona lee por qué y puede recurrir.
cred-undo-do = Deshacer las { $count }
cred-person = Correo electrónico o identificador
cred-person-hint = Al que se emitiría la credencial.
cred-way-done = hecho
cred-way-skipped = omitido
cred-way-open = pendiente
cred-way-do-done = Hecho
cred-way-do-skipped = Omitir
cred-way-do-open = Pendiente de nuevo

# Recursos.
cred-appeals-lead = Una persona propone y otra decide. Quien intervino en lo recurrido no participa.
cred-appeals-waiting = Recursos en espera
cred-appeals-none = Ningún recurso espera.
cred-appeals-none-more = Cuando alguien recurre, aparece aquí con su fecha.
cred-appeals-ended = Terminados
cred-turn = A quién le toca
cred-turn-first = una primera mirada
cred-turn-second = una segunda persona
cred-turn-person = la persona muestra algo
cred-yours = lo propuso usted
cred-late = con retraso
cred-late-count = { $count } con retraso
cred-filed = Presentado
cred-outcome = Resultado
cred-ended = Terminado
cred-in-time = A tiempo
cred-appeal = Recurso
cred-appeal-filed = espera una primera mirada
cred-appeal-evidence_wanted = espera a la persona
cred-appeal-proposed = espera a una segunda persona
cred-appeal-decided = decidido
cred-appeal-withdrawn = retirado
cred-appeal-said = Lo que dice la persona
cred-appeal-agent = escrito en su nombre por
cred-appeal-wish = Lo que pide
cred-appeal-files = Lo que muestra
cred-appeal-files-hint = Los archivos se guardan, no se abren aquí. Ábralos como cualquier archivo de fuera.
cred-kib = { $size } KiB
cred-appeal-waits = Pedimos ver:
cred-propose = Proponer una decisión
cred-propose-hint = Una segunda persona la mira antes de que ocurra nada.
cred-decision = Decisión
cred-decision-upheld = Lo hecho se mantiene
cred-decision-upheld-hint = nada cambia
cred-decision-overturned = Lo hecho queda sin efecto
cred-decision-overturned-hint = vuelve a valer con la decisión
cred-decision-partly = Se corrige una parte
cred-decision-partly-hint = corrija la credencial después de la decisión
cred-reasons = Razones
cred-reasons-hint = La persona lo lee como usted lo escribe. Lee «{ $language }».
cred-decide = Decidir
cred-decide-do = Decidir como se propuso
cred-proposed-by = Propuesto por
cred-answers = Quién responde de ello
cred-answers-hint = La persona lee este nombre.
cred-appeal-send-back = Devolver la propuesta
cred-another = Decide otra persona: usted lo propuso o intervino en lo recurrido.
cred-outcome-would = Lo que leería la persona
cred-outcome-reads = Lo que lee la persona
cred-against = Contra qué va
cred-beside = Junto al recurso
cred-ask = Pedir ver algo
cred-ask-hint = Mientras lo esperamos, nuestro reloj se para y el suyo no se agota.
cred-ask-what = Lo que nos gustaría ver
cred-figures-title = Cifras de recursos
cred-figures-lead = Recursos presentados desde
cred-figures-all = Todos
cred-figures-none = Nadie ha recurrido.
cred-figures-none-more = Las cifras aparecen con los primeros recursos.
cred-open = Abiertos
cred-decided = Decididos
cred-overturned = Estimados, en todo o en parte
cred-too-few = muy pocos (menos de { $least })

# Avales.
cred-endorsements-lead = Lo que otros dicen de una credencial lo lee antes una máquina; en caso de duda decide usted. Hasta entonces no lo lee ni la persona titular. Lo que pasa se muestra cuando ella lo quiera.
cred-endorsements-none = Nada espera.
cred-endorsements-none-more = Lo retenido o denunciado aparece aquí.
cred-held = Retenidos antes de publicarse
cred-reported = Denunciados por alguien
cred-relation-peer = comparte camino con
cred-relation-mentor = acompaña a
cred-relation-employer = da trabajo a
cred-doubt-abuse = puede herir
cred-doubt-abuse-means = Puede insultar o humillar a alguien. Es una estimación; usted puede leerlo de otro modo.
cred-doubt-crisis = puede hablar de un riesgo para la vida
cred-doubt-crisis-means = Puede hablar de un riesgo para la vida. Piense en la persona antes que en la página: ¿hay que llegar a alguien?
cred-doubt-private = quizá cuente algo privado
cred-doubt-private-means = Quizá habla de la salud o las dificultades de alguien. ¿Querría que todo el mundo lo leyera?
cred-doubt-personal_data = contiene una dirección o un número
cred-doubt-personal_data-means = Se ocultaron direcciones y números. ¿Queda algo que no deba ser público?
cred-doubt-unread = no se pudo leer
cred-doubt-unread-means = Su idioma no se puede estimar aquí, así que lo lee una persona.
cred-doubt-reported = denunciado
cred-doubt-reported-means = Alguien pensó que no debería estar ahí. Está oculto hasta que usted decida.
cred-doubt-reported-again = denunciado de nuevo
cred-doubt-reported-again-means = Alguien pensó que no debería estar ahí. Como alguien del equipo ya lo publicó, se sigue viendo; decida de nuevo.
cred-clear = Dejar pasar
cred-remove = Eliminar
cred-remove-why = Por qué, para el registro
cred-endorsement-clear = Pasa. Se muestra según quiera la persona titular.
cred-endorsement-remove = Está eliminado, y sus palabras ya no están en la página.

# Claves de la entidad emisora.
cred-issuer = Emite como
cred-address = Dirección
cred-key-not-public = Esta dirección no es pública, así que las credenciales nombran la propia clave (did:key). En su propio equipo está bien. Para credenciales de verdad, ponga antes en credentials.address su dirección https: está en cada credencial.
cred-key-renew = Crear una clave nueva
cred-key-public = Clave pública
cred-key-method = Nombrada en las credenciales como
cred-key-made = Creada
cred-key-retired-at = Retirada
cred-key-lost-since = En otras manos desde
cred-key-active = firma
cred-key-active-means = Se usa la más reciente de las que firman.
cred-key-retired = retirada
cred-key-retired-means = Ya no firma nada. Lo que firmó sigue siendo bueno.
cred-key-compromised = comprometida
cred-key-compromised-means = Solo sigue siendo bueno lo que el registro vio antes de ese momento. Lo posterior se revoca y se emite de nuevo.
cred-key-retire = Retirar
cred-key-lose = Otra persona pudo tenerla
cred-key-lose-means = Desde ese momento nada de lo que firmó cuenta. Esto no se puede deshacer.
cred-key-since = Desde (UTC)
cred-key-lose-do = Anotarla como comprometida

# Después de hacer algo.
cred-issued = Está emitida. Cree el enlace de la persona titular y páselo.
cred-waits = Espera a una segunda persona.
cred-submitted = Se ha enviado a revisión.
cred-sent-back = Se ha devuelto.
cred-corrected = La corregida está emitida. Cree el enlace de la persona titular y páselo.
cred-suspended = Está en pausa.
cred-restored = Vuelve a valer.
cred-revoked = Está revocada.
cred-cancelled = Está cancelada.
cred-retired-now = Ya no se emite nada por él.
cred-design-saved = Está guardado.
cred-batch-issued = El grupo está emitido.
cred-batch-waits = El grupo espera a una segunda persona.
cred-batch-approved = Todo lo que esperaba está emitido.
cred-batch-undone = El grupo está deshecho.
cred-step-noted = Está anotado.
cred-done-asked = Se le ha pedido a la persona. El recurso la espera.
cred-done-proposed = La propuesta está anotada. La mira una segunda persona.
cred-done-decided = El recurso está decidido y la persona lo sabe.
cred-done-back = La propuesta se ha devuelto.
cred-done-key-made = Desde ahora firma una clave nueva.
cred-done-key-retired = La clave ya no firma nada.
cred-done-key-lost = Está anotado. Revoque lo que firmó desde entonces y emítalo de nuevo.

problem-credential-missing = Aquí no hay ninguna credencial con este código.
problem-credential-missing-fix = Compare el código con el de la credencial; tiene tres grupos de cuatro.
problem-credential-gone = Lo que se anotó de esta credencial está borrado, o su plazo ha pasado.
problem-credential-gone-fix = Quien tenga una copia puede seguir comprobándola.
problem-credential-step-impossible = Tal como está la credencial, esto no se puede hacer.
problem-credential-step-impossible-fix = Mírela otra vez: puede que alguien haya actuado entretanto.
problem-credential-review-missing = De esto puede depender un trabajo o una licencia, así que antes la mira una segunda persona.
problem-credential-review-missing-fix = Envíela a revisión.
problem-credential-reason-missing = Una credencial solo se revoca con un motivo; no se ha hecho nada.
problem-credential-reason-missing-fix = Elija uno.
problem-four-eyes = Quien la preparó no puede aprobarla.
problem-four-eyes-fix = Pida a otra persona del equipo que la mire.
problem-second-reviewer = Un recurso lo decide una segunda persona: ni quien propuso la decisión ni quien emitió o cambió la credencial.
problem-second-reviewer-fix = Pida a otra persona del equipo que lo mire.
problem-appeal-step-impossible = Tal como está el recurso, esto no se puede hacer.
problem-appeal-step-impossible-fix = Mírelo otra vez: puede que alguien haya actuado entretanto.
problem-appeal-reasons-missing = Falta algo que la persona lee; no se ha anotado nada.
problem-appeal-reasons-missing-fix = Elija una decisión y dé razones con palabras. Para decidir hace falta el nombre de quien responde de ello.
problem-endorsement-step-impossible = Tal como está el aval, esto no se puede hacer.
problem-endorsement-step-impossible-fix = Mírelo otra vez: puede que se haya retirado.
problem-achievement-missing = No existe ese logro.
problem-achievement-missing-fix = Vuelva a la lista.
problem-achievement-retired = Este logro ya no se emite.
problem-achievement-retired-fix = Guarde una versión nueva para volver a emitirlo, o use otro.
problem-batch-not-clean = Hay filas por corregir, así que no se emitió nada.
problem-batch-not-clean-fix = Corríjalas y suba la tabla de nuevo, o emita solo las buenas.
problem-table-unreadable = La tabla no se puede leer.
problem-table-unreadable-fix = Guárdela como CSV en UTF-8 e inténtelo de nuevo.
problem-short-code-slip = Este no es un código como los que damos: algunos caracteres no encajan.
problem-short-code-slip-fix = Compárelo con el de la credencial. 0, O, 1, I y L no aparecen.
problem-step-needed = Este paso es necesario; no se puede omitir.
problem-step-needed-fix = Se puede hacer en tantas veces como se quiera.
problem-since-unfit = El momento no se puede usar.
problem-since-unfit-fix = Indique un día y una hora en UTC que ya hayan pasado.
problem-issuer-key-unknown = No existe esa clave.
problem-issuer-key-unknown-fix = Tómela de la lista de claves.
problem-not-there = Aquí no hay nada con ese nombre.
problem-not-there-fix = Vuelva a la lista.
problem-recipient-unknown = La credencial no nombra a nadie.
problem-recipient-unknown-fix = Indique un correo electrónico o un DID.
