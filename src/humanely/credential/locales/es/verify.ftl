# Lo que resultó de comprobar una credencial. No se acusa a nadie sin pruebas; cada frase se puede leer en voz alta.

## La respuesta

verify-verdict-valid = Esta credencial es válida.
verify-verdict-valid-issuer-by-address = Esta credencial es válida. Se firmó en nombre de la dirección web { $host }.
verify-verdict-valid-issuer-not-listed = Esta credencial está intacta y en vigor. No sabemos quién la emitió.
verify-verdict-invalid = Esta credencial no es válida.
verify-verdict-revoked = La entidad emisora ha revocado esta credencial.
verify-verdict-suspended = La entidad emisora ha suspendido esta credencial por ahora.
verify-verdict-expired = Esta credencial ha caducado.
verify-verdict-not_yet_valid = Esta credencial todavía no es válida.
verify-verdict-cannot_tell = No hemos podido averiguar si esta credencial es válida.

## Las preguntas y sus respuestas

verify-question-readable = ¿Se puede leer?
verify-question-signature = ¿Son estas las palabras que firmó la entidad emisora?
verify-question-issuer = ¿Conocemos a la entidad emisora?
verify-question-time = ¿Está en vigor hoy?
verify-question-status = ¿La entidad emisora la sigue respaldando?
verify-question-schema = ¿Está construida como debe?
verify-question-endorsements = ¿Son válidos sus avales?
verify-answer-yes = Sí
verify-answer-no = No
verify-answer-not_known = No se sabe
verify-answer-not_applicable = No procede

## ¿Se puede leer?

verify-cause-readable = La credencial se pudo leer.
verify-cause-file-unreadable = No hemos encontrado en este archivo ninguna credencial que podamos leer. Eso no dice nada en contra de quien lo mostró.
verify-cause-too-large = El archivo es más grande que cualquier credencial que leemos, así que no lo hemos abierto.
verify-cause-not-json = El archivo está cortado o se dañó por el camino y no se puede leer. Eso no dice nada en contra de quien lo mostró.
verify-cause-not-a-credential = El archivo se puede leer, pero no es una credencial.
verify-cause-older-badge = Es una insignia de Open Badges 2.0, de un tipo anterior que podemos leer pero no comprobar. Eso no dice nada en su contra: quien la emitió puede decir si vale.
verify-cause-duplicate-key = El archivo dice lo mismo dos veces, y quizá cada vez algo distinto. Nadie puede saber cuál de las dos se firmó, y ningún sistema emisor escribe así una credencial.

verify-file-empty = El archivo está vacío.
verify-file-too-large = El archivo es demasiado grande.
verify-file-unknown-kind = El archivo no es de ninguno de los tipos que llevan una credencial. Son JSON, JWT, PNG, SVG, PDF y nuestros paquetes.
verify-file-damaged = El archivo está incompleto o dañado.
verify-file-nothing-inside = El archivo está bien, pero no contiene ninguna credencial. Los chats y las redes sociales suelen quitarla de las imágenes.
verify-file-several-inside = El archivo contiene más de una credencial.
verify-file-only-an-address = La imagen solo contiene la dirección web de la insignia. Abra esa dirección y compruebe lo que encuentre allí.
verify-file-not-text = Lo que contiene el archivo no es texto legible.
verify-file-bomb = Una pequeña parte del archivo se expande mucho más de lo que necesita una credencial, así que nos hemos detenido.
verify-file-entities = La imagen define textos propios, que ninguna insignia necesita y que pueden causar daño, así que no la hemos abierto.
verify-file-active-content = La imagen contiene un programa o carga algo de otro lugar, así que no la hemos abierto.
verify-file-locked = El PDF está protegido con una contraseña.
verify-file-path-unsafe = El paquete nombra un archivo fuera de sí mismo, así que no lo hemos abierto.
verify-file-not-json = El texto no es JSON completo.
verify-file-not-an-object = El texto es JSON, pero no una credencial.
verify-file-duplicate-key = Un nombre aparece dos veces en el mismo lugar.
verify-file-too-deep = Sus partes están anidadas a más profundidad que las de cualquier credencial.
verify-file-bad-text = Contiene caracteres que no son texto.
verify-file-bad-number = Contiene un número que no todos los ordenadores leen igual.

## ¿Son estas las palabras que firmó la entidad emisora?

verify-cause-signature-holds = Cada palabra está tal como la firmó la entidad emisora.
verify-cause-signature-does-not-match = Lo que dice este archivo no es lo que firmó la entidad emisora. O se cambió algo después, o la firma pertenece a otra cosa. No podemos ver cómo ocurrió ni si fue a propósito.
verify-cause-signature-malformed = La firma de este archivo está incompleta o dañada. Puede ocurrir al copiar o convertir un archivo.
verify-cause-signature-of-another = Esta credencial la firmó alguien distinto de la entidad que nombra.
verify-cause-signature-missing = Este archivo no lleva firma, así que no se puede comprobar nada de él. La credencial en sí puede estar perfectamente bien.
verify-cause-signature-ended = La entidad emisora firmó esta credencial, pero la firma solo debía durar hasta el { $ended }.
verify-cause-signature-not-reached = No se pudo mirar la firma.
verify-cause-key-unreachable = No se pudo obtener la clave de la entidad emisora, porque { $issuer } no respondió. Eso no dice nada sobre la credencial.
verify-cause-key-not-asked = Hace falta la clave de la entidad emisora, de { $issuer }, y todavía nadie la ha pedido. Eso no dice nada sobre la credencial.
verify-cause-key-refused = No se pudo obtener la clave de la entidad emisora: { $issuer } no tiene una dirección pública, o allí no hay nada. Eso no dice nada sobre la persona titular.
verify-cause-key-document-bad = La entidad emisora publica sus claves de una forma en la que no podemos confiar. Corregirlo le toca a ella, no a la persona titular.
verify-cause-key-not-listed = La clave que firmó esta credencial no está, o ya no está, entre las que publica la entidad emisora. Las entidades cambian sus claves; solo ella puede decir si esta era suya.
verify-cause-key-kind-unknown = No conocemos ningún modo de encontrar la clave de la entidad emisora a partir del identificador que usa. Quizá otro verificador conozca alguno.
verify-cause-key-revoked = La clave que firmó esta credencial ya estaba fuera de uso en la fecha de la firma, así que no podemos saber quién la usó.
verify-cause-key-compromised = Desde el { $since } otra persona pudo tener la clave que firmó esta credencial, y el registro de la entidad emisora no muestra que se emitiera antes. Por eso la firma sola ya no dice de quién es. Eso no dice nada de la persona que la muestra; la entidad emisora puede consultarlo y emitirla de nuevo.
verify-cause-key-for-another-purpose = La entidad emisora publica la clave que firmó esta credencial, pero no para firmar credenciales.
verify-cause-suite-unknown = La credencial está firmada de una manera que no podemos comprobar. Quizá otro verificador pueda.
verify-cause-words-not-covered = Algunas palabras de esta credencial no están cubiertas por su firma. Puede ser un descuido del sistema emisor, o que alguien las haya añadido. No se fíe de ellas, por favor.
verify-cause-words-not-covered-named = La parte «{ $detail }» de esta credencial no está cubierta por su firma. Puede ser un descuido del sistema emisor, o que alguien la haya añadido. No se fíe de ella, por favor.
verify-cause-vocabulary-unknown = La credencial usa un vocabulario que no tenemos. Quizá sea más nuevo que este verificador.
verify-cause-vocabulary-unknown-named = La credencial usa el vocabulario «{ $detail }», que no tenemos. Quizá sea más nuevo que este verificador.
verify-cause-too-tangled = La credencial está enredada de un modo que llevaría mucho tiempo comprobar, así que nos hemos detenido. Las credenciales corrientes no son así.

## ¿Conocemos a la entidad emisora?

verify-cause-issuer-listed = La entidad emisora es { $issuer }, a la que conocemos.
verify-cause-issuer-not-listed = La entidad emisora no está en nuestros registros. Que no la conozcamos no dice nada malo de ella; su nombre es solo el que se da a sí misma.
verify-cause-issuer-by-address = La entidad emisora no está en nuestros registros, pero la firma pertenece a la dirección web { $host }. Vea usted mismo si es la organización en la que piensa.
verify-cause-issuer-unproven = No se puede decir quién es la entidad emisora antes de comprobar la firma.
verify-cause-issuer-not-reached = No hay ninguna entidad emisora que buscar.

## ¿Está en vigor hoy?

verify-cause-within-its-time = Está en vigor hasta el { $until }.
verify-cause-without-end = Está en vigor y no indica fecha final.
verify-cause-expired = Su plazo terminó el { $ended }. Lo que dice de aquel tiempo sigue siendo cierto; solo que ya no está en vigor.
verify-cause-expired-renewable = Su plazo terminó el { $ended }. Lo que dice de aquel tiempo sigue siendo cierto. Se puede renovar en { $renewal }.
verify-cause-not-yet-valid = Entra en vigor el { $starts }. Si le parece un error, mire también el reloj y la fecha de este ordenador.
verify-cause-time-unreadable = Sus fechas no están escritas de un modo que todos lean igual, así que no podemos decir cuándo está en vigor.
verify-cause-time-not-reached = No hay fechas que mirar.

## ¿La entidad emisora la sigue respaldando?

verify-cause-status-none = La entidad emisora no lleva ninguna lista pública en la que esta credencial pudiera estar revocada.
verify-cause-status-good = La lista de la entidad emisora no muestra revocación ni suspensión.
verify-cause-status-message = La entidad emisora ha dejado un mensaje sobre ella, que dice: «{ $message }»
verify-cause-newer-version = Está bien, y la entidad emisora ofrece una versión más nueva.
verify-cause-revoked = La entidad emisora ha retirado esta credencial. La lista no dice por qué, y hay muchos motivos, entre ellos errores de la propia entidad.
verify-cause-revoked-under-appeal = La entidad emisora ha retirado esta credencial y la persona titular ha recurrido. No saque conclusiones, por favor, antes de que se decida el recurso.
verify-cause-suspended = La entidad emisora ha puesto esta credencial en pausa. Una pausa no es un juicio y se puede levantar.
verify-cause-suspended-under-appeal = La entidad emisora ha puesto esta credencial en pausa mientras se estudia un recurso. No saque conclusiones, por favor, antes de que se decida.
verify-cause-list-unreachable = No se pudo obtener la lista de estado de la entidad emisora, así que no sabemos si la credencial se ha revocado desde entonces.
verify-cause-list-not-asked = Todavía nadie ha pedido la lista de estado de la entidad emisora, así que no sabemos si la credencial se ha revocado desde entonces.
verify-cause-list-refused = La lista de estado de la entidad emisora no tiene una dirección pública, o no está allí, así que no sabemos si la credencial se ha revocado desde entonces.
verify-cause-list-bad = Lo que la entidad emisora publica como lista de estado no se puede leer como tal.
verify-cause-list-unproven = No se pudo confirmar la firma de la lista de estado, así que no nos guiamos por ella.
verify-cause-list-of-another = La lista de estado a la que apunta la credencial es de otra entidad, o es otra lista, así que no nos guiamos por ella.
verify-cause-list-for-another-purpose = La lista de estado a la que apunta la credencial sirve para otro fin que «{ $purpose }», así que no responde a la pregunta.
verify-cause-list-too-short = La lista de estado de la entidad emisora es más corta de lo que exige la norma, de modo que consultarla podría delatar a la persona titular. No nos guiamos por ella.
verify-cause-list-bytewise = La lista de estado de la entidad emisora parece usar un byte entero para cada credencial en lugar de un bit, como hace una gran plataforma. Leída según la norma, respondería por la credencial de otra persona.
verify-cause-list-too-large = La lista de estado de la entidad emisora se expande mucho más de lo que necesita una lista, así que nos hemos detenido.
verify-cause-list-outdated = La lista de estado de la entidad emisora solo valía hasta el { $ended } y no se ha renovado.
verify-cause-list-copy-old = Nuestra copia de la lista de estado es del { $read }. No podemos ver lo que haya cambiado desde entonces.
verify-cause-index-outside = El lugar de la lista de estado que nombra la credencial no existe.
verify-cause-index-unreadable = La credencial no dice con claridad en qué lugar de una lista de estado está.
verify-cause-status-kind-unknown = La entidad emisora lleva el estado de sus credenciales de una manera que no podemos leer.
verify-cause-status-not-reached = No se miró el estado, pues solo una credencial cuya firma es buena demuestra en qué lugar está.

## ¿Está construida como debe?

verify-cause-structure-good = Está construida como exige la norma.
verify-cause-structure-broken = Falta algo sin lo cual nadie puede emitir una credencial.
verify-cause-badge-incomplete = La credencial vale tanto como su firma, pero como Open Badge está incompleta. Puede que algunos programas no la acepten.
verify-cause-structure-not-reached = No hay nada cuya estructura se pueda mirar.

verify-rule-context = No empieza con el vocabulario de las credenciales verificables.
verify-rule-type = No se presenta como credencial verificable.
verify-rule-issuer = No nombra a ninguna entidad emisora, o la nombra sin identificador.
verify-rule-subject = No dice nada de nadie.
verify-rule-id = Su propio identificador no es una dirección.
verify-rule-issued-on = Falta la fecha en que se emitió.
verify-rule-status-form = No dice de qué tipo es su estado.
verify-rule-badge-context = No nombra el vocabulario de Open Badges 3.0.
verify-rule-badge-id = No tiene identificador propio.
verify-rule-badge-start = No dice desde cuándo es válida.
verify-rule-badge-issuer = La entidad emisora no está descrita con un perfil.
verify-rule-badge-subject = La persona no está marcada como alguien que ha logrado algo.
verify-rule-badge-holder = No dice de quién es.
verify-rule-badge-achievement = No nombra ningún logro.
verify-rule-achievement-id = El logro no tiene identificador.
verify-rule-achievement-type = El logro no está marcado como tal.
verify-rule-achievement-name = El logro no tiene nombre.
verify-rule-achievement-description = El logro no tiene descripción.
verify-rule-achievement-criteria = El logro no dice por qué se obtuvo.

## ¿Son válidos sus avales?

verify-cause-endorsements-none = No lleva avales y no los necesita.
verify-cause-endorsements-hold = { $count ->
    [one] Su aval es válido.
   *[other] Sus { $count } avales son válidos.
}
verify-cause-endorsements-unchecked = No se pudo comprobar cada aval; { $good } de { $count } son válidos. La credencial en sí no se ve afectada.
verify-cause-endorsements-withdrawn = Un aval se retiró o caducó; { $good } de { $count } son válidos. La credencial en sí no se ve afectada.
verify-cause-endorsements-of-other-words = Un aval se dio para palabras distintas de estas; { $good } de { $count } son válidos. La credencial en sí no se ve afectada.
verify-cause-endorsements-do-not-match = Un aval no está tal como se firmó; { $good } de { $count } son válidos. La credencial en sí no se ve afectada.
verify-cause-endorsements-not-reached = No hay avales que mirar.

## Lo que se puede decir de todos modos

verify-still-signed = Las palabras se firmaron con la clave de { $issuer } el { $date }.
verify-still-signed-undated = Las palabras se firmaron con la clave de { $issuer }.
verify-still-term-from = Según sus propios términos, es válida desde el { $from }.
verify-still-term-until = Según sus propios términos, es válida hasta el { $until }.
verify-still-term-from-until = Según sus propios términos, es válida desde el { $from } hasta el { $until }.
verify-still-says-from = El propio archivo dice que es válida desde el { $from }. No hemos podido confirmarlo.
verify-still-says-until = El propio archivo dice que es válida hasta el { $until }. No hemos podido confirmarlo.
verify-still-says-from-until = El propio archivo dice que es válida desde el { $from } hasta el { $until }. No hemos podido confirmarlo.
verify-still-in-force-on = El { $date } la lista de la entidad emisora no mostraba nada en contra.
verify-still-package-key = Con el registro de claves que venía en el paquete, visto el { $date }, la firma es buena. No hemos podido confirmar ese registro con la entidad emisora.
verify-still-ledger-holds = El paquete demuestra que el registro de la entidad emisora anotó un paso en la vida de una credencial el { $date }. El registro guarda las palabras selladas; de ellas responde la firma.
verify-still-ledger-false = El paquete dice que la emisión consta en el registro de la entidad emisora, pero la prueba que trae no es buena. Por favor, no se fíe de esa parte; la firma se comprueba aparte.
verify-still-ledger-unknown = El paquete trae también una prueba de un registro cuya clave no conocemos, así que no nos hemos guiado por ella.
verify-still-presentation = La credencial venía en una presentación, con la que una cartera dice quién la muestra. Se comprobó la credencial, no quién la muestra.
verify-still-inside-only = Se comprobó la credencial que hay dentro de este archivo. Lo que muestra la imagen o la página que la rodea no está cubierto por la firma.

## Qué hacer ahora

verify-turn-nobody = Nadie tiene que hacer nada ahora mismo.
verify-turn-nobody-retry = Nadie ha hecho nada mal. Inténtelo de nuevo más tarde, por favor.
verify-turn-holder = El siguiente paso es de la persona titular de la credencial.
verify-turn-issuer = El siguiente paso es de la entidad emisora. La persona titular no puede arreglarlo sola.
verify-turn-verifier = El siguiente paso es de quien comprueba.
verify-turn-us = El siguiente paso es nuestro, o de un verificador que pueda leer este tipo. Nadie más tiene que hacer nada.

verify-settles = Esto lo aclararía:
verify-evidence-original_file = El archivo exactamente como lo entregó la entidad emisora, no una captura de pantalla ni una copia de un chat.
verify-evidence-issuer_confirmation = Una confirmación de la entidad emisora, pedida a una dirección que usted haya encontrado aparte de este archivo.
verify-evidence-issuer_records = Los registros de la propia entidad emisora sobre el logro, como un asiento en su registro.
verify-evidence-new_credential = Una credencial nueva de la misma entidad emisora.
verify-evidence-appeal = Un recurso de la persona titular ante la entidad emisora, que allí decide una persona.
verify-evidence-newer_list = Una copia más nueva de la lista de estado de la entidad emisora.
verify-evidence-later_try = La misma comprobación otra vez, más tarde.

verify-contact-record = Puede dirigirse a { $name } en { $where }. Lo sabemos por nuestros propios registros.
verify-contact-signed = Puede dirigirse a { $name } en { $where }. Así consta en la credencial, bajo la firma de la entidad emisora.
verify-contact-unproven = El archivo indica { $where } para { $name }. No hemos podido confirmarlo, así que busque antes la dirección por su cuenta, por favor.
verify-contact-none = La credencial no dice dónde dirigirse a la entidad emisora.
verify-contact-nameless = la entidad emisora

verify-until-appeal-decided = El recurso debe decidirse antes del { $until }.
verify-until-appeal-filed = Se puede presentar un recurso hasta el { $until }.
verify-appeal-at = El recurso se tramita en { $url }.
verify-until-retry = Tiene sentido intentarlo de nuevo después del { $until }, tiempo universal coordinado.
verify-until-starts = Falta hasta el { $until }.
verify-until-none = No conocemos ningún plazo.
verify-last-good = La última vez que estuvo en orden fue el { $date }.
