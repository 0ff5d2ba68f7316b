### Lo primero que se dice. "short" es para reloj, SMS y voz: 60 caracteres. De usted, "-familiar" de tú.

ai =
    .full = Aquí responde un asistente de IA, no una persona. Puede pedir una persona en cualquier momento.
    .full-familiar = Aquí responde un asistente de IA, no una persona. Puedes pedir una persona en cualquier momento.
    .short = Responde una IA. Puede pedir una persona.
    .short-familiar = Responde una IA. Puedes pedir una persona.
ai_again =
    .full = Ahora vuelve a responder el asistente de IA, no una persona. Puede pedir una persona en cualquier momento.
    .full-familiar = Ahora vuelve a responder el asistente de IA, no una persona. Puedes pedir una persona en cualquier momento.
    .short = Vuelve a responder la IA. Puede pedir una persona.
    .short-familiar = Vuelve a responder la IA. Puedes pedir una persona.
estimates =
    .full = A partir de sus palabras podemos estimar qué sentimiento lleva un mensaje, para responder mejor. Una estimación puede fallar. Si no lo quiere, díganoslo y se deja de hacer; le ayudaremos igual.
    .full-familiar = A partir de tus palabras podemos estimar qué sentimiento lleva un mensaje, para responder mejor. Una estimación puede fallar. Si no lo quieres, dínoslo y se deja de hacer; te ayudaremos igual.
    .short = Quizá estimemos qué sentimiento hay aquí. Basta un no.

# Who wrote a message.

author =
    .ai = Escrito por un asistente de IA
    .human = Escrito por una persona
    .ai_draft_human_sent = Preparado por un asistente de IA, revisado y enviado por una persona
