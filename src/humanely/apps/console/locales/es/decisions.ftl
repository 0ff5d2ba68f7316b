decisions-lead = Lo que se decidió, lo más reciente primero, con lo que llevó a ello.
decisions-replay = Ensayar otra política
decisions-action = Qué se decidió
decisions-because = Qué llevó a ello
decisions-sure = Indicios
decisions-human = hace falta una persona
decisions-crisis = puede haber una vida en peligro
decisions-none = Todavía no se ha decidido nada.
decisions-none-more = La primera decisión aparece aquí con el primer mensaje.
decisions-evidence = En qué se apoya
decisions-weight = Peso
decisions-why-staff = Por qué, completo
decisions-why-person = Por qué, como lo lee la persona
decisions-instead = También se pedía: { $action }
decisions-nothing-else = No se pedía nada más.
decisions-language = Lo mismo en otro idioma
decisions-urgency = Urgencia
decisions-policy = Política
decisions-conversation = Conversación
replay-lead = Vea qué habría decidido una política sobre lo registrado. No se cambia nada, no se responde a nadie.
replay-text = La política que se ensaya
replay-hint = Solo lo que difiere de la incluida, y un nombre. Empieza con la que está en vigor.
replay-try = Ensayar
replay-changed = { $changed ->
    [0] No cambiaría ninguna de { $decisions } decisiones en { $conversations } conversaciones.
    [one] Cambiaría una de { $decisions } decisiones en { $conversations } conversaciones.
   *[other] Cambiarían { $changed } de { $decisions } decisiones en { $conversations } conversaciones.
}
replay-bounded = Solo se han mirado { $count } conversaciones; la orden humanely replay las mira todas.
replay-actions = Con qué frecuencia
replay-kinds = Qué cambiaría
replay-now = Ahora
replay-then = Con este texto
replay-more = Más o menos
replay-count = Decisiones
replay-unknown = Lo que nadie puede saber: cómo habrían seguido las conversaciones tras otra decisión.
