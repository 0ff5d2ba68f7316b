### Co se říká nejdřív. "short" je pro hodinky, SMS a hlas: 60 znaků. Vykání.

ai =
    .full = Píšete si s AI asistentem, ne s člověkem. Kdykoli můžete požádat o rozhovor s člověkem.
    .short = Odpovídá AI asistent. Můžete požádat o rozhovor s člověkem.
ai_again =
    .full = Teď zase odpovídá AI asistent, ne člověk. Kdykoli můžete požádat o rozhovor s člověkem.
    .short = Zase odpovídá AI. Můžete požádat o rozhovor s člověkem.
estimates =
    .full = Z Vašich slov můžeme odhadovat, jaké pocity zpráva nese, abychom odpovídali lépe. Odhad může být mylný. Pokud to nechcete, řekněte nám to a přestaneme; pomoc bude stejně dobrá.
    .short = Můžeme odhadovat pocity ze slov. Řekněte ne a přestaneme.

# Who wrote a message.

author =
    .ai = Napsal AI asistent
    .human = Napsal člověk
    .ai_draft_human_sent = Navrhl AI asistent, zkontroloval a odeslal člověk
