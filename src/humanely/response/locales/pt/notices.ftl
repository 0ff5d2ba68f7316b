### O que se diz primeiro. "short" é para relógio, SMS e voz: 60 caracteres. Com você.

ai =
    .full = Quem responde aqui é um assistente de IA, não uma pessoa. Você pode pedir uma pessoa a qualquer momento.
    .short = Aqui responde uma IA. Você pode pedir uma pessoa.
ai_again =
    .full = Agora quem responde é de novo o assistente de IA, não uma pessoa. Você pode pedir uma pessoa a qualquer momento.
    .short = De novo a IA. Você pode pedir uma pessoa.
estimates =
    .full = A partir das suas palavras podemos estimar como uma mensagem é sentida, para responder melhor. Uma estimativa pode estar errada. Se você não quiser isso, diga e paramos; a ajuda continua a mesma.
    .short = Talvez estimemos o que suas palavras passam. Basta um não.

# Who wrote a message.

author =
    .ai = Escrito por um assistente de IA
    .human = Escrito por uma pessoa
    .ai_draft_human_sent = Preparado por um assistente de IA, revisto e enviado por uma pessoa
