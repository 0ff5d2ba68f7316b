skip = Ir al contenido
nav = Secciones de la consola
nav-inbox = Bandeja
nav-review = Revisión
nav-credentials = Credenciales
nav-people = Personas
nav-decisions = Decisiones
nav-replay = Ensayo
nav-ledger = Registro
nav-team = Equipo
nav-webhooks = Webhooks
nav-keys = Claves de API
nav-settings = Ajustes
sign-out = Cerrar sesión
to-start = Ir al inicio
page-moved = Esta página se ha actualizado.
page-lost = Se ha perdido la conexión. La página puede no estar al día.

column-when = Cuándo
column-place = Lugar
per-cent = { $value } %
gone = Borrado, o su plazo ha pasado
older = Anteriores
yes = sí
no = no

role-agent = agente
role-mentor = mentoría
role-moderator = moderación
role-reviewer = revisión
role-auditor = auditoría
role-registrar = emisión de credenciales
role-adjudicator = reclamaciones
role-admin = administración

problem = Algo ha salido mal
problem-not-allowed = Sus funciones no incluyen esto.
problem-not-allowed-fix = { $count ->
    [one] Puede hacerlo alguien con esta función, o administración puede dársela: { $roles }.
   *[other] Puede hacerlo alguien con una de estas funciones, o administración puede darle una: { $roles }.
}
problem-gone = Lo que se guardaba aquí ya no está: se borró a la persona, o pasó su plazo.
problem-gone-fix = Nada lo devuelve, y no queda nada por hacer.
problem-key-destroyed = Se borró a esta persona, así que no se registra nada nuevo de ella.
problem-key-destroyed-fix = Quien vuelve recibe un identificador nuevo.
problem-unknown = No hay nada en esta dirección.
problem-unknown-fix = Puede que se haya movido, borrado o terminado. Empiece desde el inicio.
problem-form-foreign = Este formulario no se envió desde una página de esta consola, o la página era demasiado antigua.
problem-form-foreign-fix = Vuelva atrás, abra la página de nuevo y envíelo otra vez.
problem-too-large = Lo que se envió es demasiado grande.
problem-too-large-fix = Vuelva atrás y acórtelo.
problem-malformed = El servidor no ha podido leer esta petición.
problem-malformed-fix = Vuelva atrás e inténtelo de nuevo.
problem-fault = Algo ha fallado en el propio Humanely.
problem-fault-fix = Inténtelo de nuevo. Si continúa, avise a quien gestiona este servidor; su registro dice dónde ocurrió y nada de lo que se escribió.
problem-sign-in-needed = Nadie ha iniciado sesión aquí.
problem-sign-in-needed-fix = Inicie sesión y abra la página otra vez.
