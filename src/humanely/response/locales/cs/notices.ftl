### Co se říká nejdřív. "short" je pro hodinky, SMS a hlas: 60 znaků. Vykání.

ai =
    .full = Píšete si s asistentem umělé inteligence, ne s člověkem. Kdykoli můžete požádat o člověka.
    .short = Odpovídá umělá inteligence. Můžete požádat o člověka.
ai_again =
    .full = Teď zase odpovídá asistent umělé inteligence, ne člověk. Kdykoli můžete požádat o člověka.
    .short = Zase odpovídá AI. Můžete požádat o člověka.
estimates =
    .full = Z Vašich slov můžeme odhadovat, jaké pocity zpráva nese, abychom odpovídali lépe. Odhad může být mylný. Pokud to nechcete, řekněte nám to a přestaneme; pomoc bude stejně dobrá.
    .short = Můžeme odhadovat pocity ze slov. Řekněte ne a přestaneme.

# Who wrote a message.

author =
    .ai = Napsal asistent umělé inteligence
    .human = Napsal člověk
    .ai_draft_human_sent = Navrhl asistent umělé inteligence, zkontroloval a odeslal člověk
