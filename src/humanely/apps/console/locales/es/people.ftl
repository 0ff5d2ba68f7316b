people-lead = Ver, corregir, entregar o borrar lo que está registrado de alguien, cuando lo pide.
people-id = Su identificador
people-id-hint = Exactamente como lo da su canal. No hay una lista de personas que hojear.
people-find = Buscar
people-noted = Queda registrado que usted ha mirado, con su nombre y la hora.
problem-person-unknown = No hay nada registrado de una persona con ese identificador.
problem-person-unknown-fix = Compruebe el identificador, letra por letra, como lo da su canal.
people-words = Estas son las palabras que la persona lee cuando pregunta: «usted» es la persona.
people-export = Guardar en un archivo
people-erase = Borrar…
people-back = Volver a la persona
people-person = La persona
people-consent = Lo que ha permitido
people-consent-text = El texto con el que se le pregunta
people-consent-note = Anotar lo que le ha dicho
people-no-consent = No se ha pedido ningún consentimiento, y hasta ahora no hace falta.
people-act-granted = Está de acuerdo
people-act-refused = Dice que no
people-act-withdrawn = Lo retira
people-consent-noted = Lo que le ha dicho queda registrado y vale desde ahora.
people-history = { $count ->
    [one] Lo que ocurrió, una entrada
   *[other] Lo que ocurrió, { $count } entradas
}
people-what = Qué
people-for-what = Para qué
people-how = Cómo
people-talks = Conversaciones
people-no-talks = No hay ninguna conversación legible.
people-deleted = { $count ->
    [one] De otro acto solo queda que ocurrió.
   *[other] De otros { $count } actos solo queda que ocurrieron.
}
people-more = { $count ->
    [one] Una conversación más antigua está en el archivo.
   *[other] { $count } conversaciones más antiguas están en el archivo.
}
people-said = Dicho
people-feels = dice que se siente: { $feeling }
people-estimated = Estimado, de este mensaje
people-likely = { $name }, { $sure } %
people-risk = puede haber una vida en peligro
people-not-estimated = No se ha estimado nada.
people-correct = Corregir
people-felt = Lo que dice que sintió
people-take-away = Solo retirar la estimación
people-note = Con sus palabras, si quiere
people-correct-save = Guardar lo que dice
people-corrected = Lo que dice queda registrado. Desde ahora vale más que la estimación.
people-correction = Corregido por la persona
people-taken-away = se retiró la estimación
people-decided = Decidido: { $action }
people-not-read = No leído: { $sense }, { $purpose }
people-held = Retenido hasta que una persona lo mire
people-handoff = Camino de una persona del equipo
people-outcome = En qué quedó
people-forwarded = Reenviado por { $by }
people-noted-by-team = Anotado por el equipo
people-looked-at = Una persona miró la respuesta
people-contact = Adónde se le puede escribir
people-contact-gone = ya no
people-behaviour = Cómo usó la página, contado en su dispositivo
people-counts = En { $window } s: { $clicks } clics, { $rage } muy seguidos, { $dead } sin efecto, { $retries } repetidos, { $idle } s de pausa
people-other = Registrado
people-about = Qué son estas partes

erase-title = Borrar a una persona
erase-goes = { $count ->
    [one] Ahora se puede leer un acto sobre esta persona. Después nadie podrá leerlo, tampoco nosotros.
   *[other] Ahora se pueden leer { $count } actos sobre esta persona. Después nadie podrá leerlos, tampoco nosotros.
}
erase-stays = Que algo se registró permanece en el registro, sellado y bajo un seudónimo, para que nadie pueda cambiarlo sin que se note. Quien vuelva más tarde necesita un identificador nuevo.
erase-for-good = Es definitivo. No hay vuelta atrás.
erase-sent-to = Otros sistemas a los que se enviaron sus palabras
erase-sent-to-hint = Para el recibo, separados por comas. Déjelo vacío si no hay ninguno.
erase-type = Escriba su identificador para confirmar
erase-type-hint = Exactamente: { $id }
erase-differs = Ese no es su identificador. No se ha borrado nada.
erase-do = Borrar definitivamente
erased-title = Borrado
erased-lead = Hecho. Entregue este recibo a la persona; esta página no se muestra otra vez.
erased-pseudonym = Permanece en el registro como
erased-key = Claves destruidas
erased-projections = Conversaciones y traspasos eliminados
erased-caches = Copias eliminadas
erased-exports = Archivos eliminados
erased-unreached = Lo que no se ha podido alcanzar
erased-receipt = El recibo como texto
people-looked = { $count ->
    [one] El equipo miró este registro una vez
   *[other] El equipo miró este registro { $count } veces
}
people-typing = Cómo se tecleó, medido en su dispositivo
people-rhythm = En { $window } s: { $pause } ms entre teclas (dispersión { $spread } ms), { $corrections } de 100 borraron algo
