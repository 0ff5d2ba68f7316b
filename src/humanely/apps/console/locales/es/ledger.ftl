ledger-lead = Cada acto es aquí una entrada, en orden. Lo dicho está sellado; se notaría si algo se cambiara, quitara o reordenara.
ledger-head = El registro ahora
ledger-size = Entradas
ledger-root = Raíz
ledger-verifier = Clave pública
ledger-verify = Verificar todo
ledger-right = Todo está bien: el registro contiene lo que se registró.
ledger-wrong = { $count ->
    [one] Hay una cosa mal.
   *[other] Hay { $count } cosas mal.
}
ledger-extent = Leído: { $entries } entradas, { $erased } de ellas sin contenido a propósito. Sostenidas por un punto de control firmado: las primeras { $proven }.
ledger-one = Probar una entrada
ledger-prove = Probar
ledger-holds = La entrada { $place } está en el registro de { $size } entradas
ledger-holds-not = Esta entrada no lleva a la raíz
ledger-kind = Tipo
ledger-subject = Seudónimo
ledger-hash = Huella
ledger-proof-text = La prueba, para entregarla
ledger-check = Comprobar una prueba
ledger-paste = Una prueba que le han dado
ledger-paste-hint = Todo el JSON, tal como lo dan esta página o GET /v1/ledger/proof.
ledger-check-do = Comprobar
ledger-leads = Sus huellas llevan a la raíz que nombra.
ledger-head-ours = Este registro tuvo esa raíz con ese tamaño.
ledger-old-ours = Este registro tuvo también la raíz anterior.
ledger-record-ours = La entrada en ese lugar es aquí la misma.
ledger-checkpoints = Puntos de control firmados
ledger-checkpoints-lead = Guarde uno donde nadie de aquí pueda cambiarlo: más tarde muestra si algo anterior se cambió.
ledger-entries = { $count ->
    [one] una entrada
   *[other] { $count } entradas
}
ledger-unsigned = Todavía no se ha firmado nada.
ledger-acts = Los actos más recientes, sin sus palabras
ledger-acts-table = Actos más recientes
kind-consent = consentimiento
kind-law = no leído, por ley
kind-estimate = mensaje
kind-decision = decisión
kind-response = respuesta
kind-handoff = traspaso
kind-note = nota
kind-review = revisión
kind-contact = forma de contacto
kind-correction = corrección
kind-erasure = borrado
kind-outcome = resultado
kind-key = clave de API
kind-staff = equipo
kind-setting = ajuste
kind-webhook = webhook
kind-achievement = logro
kind-credential = credencial
kind-appeal = reclamación
kind-endorsement = aval
kind-behaviour = comportamiento
