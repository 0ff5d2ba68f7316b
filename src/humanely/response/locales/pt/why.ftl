### Por que algo foi decidido, para a pessoa de quem se trata. "told": por palavras ou fatos; "read": só por uma estimativa.
### Estima-se uma mensagem, nunca uma pessoa. Sem diagnóstico. Com você.

decided =
    .reply = Você recebeu uma resposta.
    .clarify = Perguntamos o que você quis dizer, em vez de responder às cegas.
    .comfort = A resposta olhou primeiro para o que se sentia e depois para o assunto.
    .offer = Algo foi proposto a você.
    .handoff = A conversa passou para uma pessoa.
    .review = Uma pessoa olha a resposta antes de você receber.
    .none = O assistente não disse nada.

## Uma frase para cada motivo.

because-crisis =
    .told = Há palavras na sua mensagem que podem querer dizer que uma vida está em risco, e então uma pessoa vem primeiro.
    .read = A sua mensagem talvez quisesse dizer que uma vida está em risco, e então uma pessoa vem primeiro.
because-human_present =
    .told = Havia uma pessoa na conversa, e então o assistente se cala.
because-nothing_new =
    .told = Não havia mensagem nova para responder.
because-human_decision =
    .told = Por lei, uma decisão assim cabe a uma pessoa.
because-asked =
    .told = Você pediu uma pessoa.
    .read = A sua mensagem talvez pedisse uma pessoa.
because-human_awaited =
    .told = Já tinha sido chamada uma pessoa, e ainda não tinha chegado.
because-failed_attempts =
    .told = Pelo que você escreveu, várias respostas seguidas não ajudaram.
    .read = Talvez várias respostas seguidas não tenham ajudado.
because-not_settled =
    .told = Pelo que você escreveu, o assunto ainda não está resolvido.
    .read = Talvez o assunto ainda não esteja resolvido.
because-sentiment_dip =
    .read = As suas mensagens talvez soassem pior de uma resposta para a outra.
because-high_stakes =
    .told = Era algo em que um erro custaria muito a você.
because-vulnerable =
    .told = Algo que você escreveu, ou que está anotado nesta conversa, pedia um cuidado especial.
    .read = A sua mensagem talvez viesse de uma situação que pede um cuidado especial.
because-language_off =
    .told = O assistente não lê este idioma bem o bastante.
because-low_confidence_again =
    .told = Já tínhamos perguntado, e ainda não estava claro o que se queria dizer.
because-low_confidence =
    .told = Não estava claro o que se queria dizer, ou nenhuma resposta disponível servia bem o bastante.
because-abuse_again =
    .told = Vieram de novo palavras que podem ferir, por isso uma pessoa olha primeiro.
    .read = As mensagens talvez quisessem ferir, por isso uma pessoa olha primeiro.
because-abuse =
    .told = Na sua mensagem havia palavras que podem ferir, por isso a resposta foi curta e calma.
    .read = A mensagem talvez quisesse ferir, por isso a resposta foi curta e calma.
because-distress =
    .told = Na sua mensagem havia palavras que podem falar de muita aflição.
    .read = Na sua mensagem talvez houvesse aflição.
because-said_bad =
    .told = Você disse que não estava bem.
because-failed_attempt =
    .told = Pelo que você escreveu, a última resposta não ajudou.
    .read = Talvez a última resposta não tenha ajudado.
because-sarcasm =
    .read = As palavras talvez quisessem dizer o contrário.
because-clear_need =
    .told = O que você escreveu parecia pedir, antes de tudo, ser ouvido.
    .read = A sua mensagem talvez pedisse, antes de tudo, ser ouvida.
because-repeats =
    .told = Você teve que dizer algo outra vez.
    .read = Talvez você tenha tido que dizer algo outra vez.
because-left_open =
    .told = A última resposta deixou passar uma pergunta.
    .read = A última resposta talvez tenha deixado passar uma pergunta.
because-wants_facts_only =
    .told = Só os fatos eram pedidos.
    .read = Talvez só os fatos fossem pedidos.
because-open_question =
    .told = Você fez uma pergunta.
    .read = A mensagem talvez fosse uma pergunta.
because-grateful =
    .told = Você agradeceu.
    .read = A mensagem talvez fosse um agradecimento.
because-offer_open =
    .told = Naquele momento havia algo a propor.
because-message =
    .told = Chegou uma mensagem, e nada pedia mais do que uma resposta.
because-peer_question =
    .told = Talvez quem aprende ou usa a mesma coisa responda melhor.
because-many_senses =
    .told = Foi lido mais do que as palavras, como tinha sido permitido.
because-sensitive_setting =
    .told = Em um lugar como este, uma pessoa sempre participa.
because-crisis_before =
    .told = Antes, nesta conversa, uma vida talvez tenha estado em risco.
because-sense_refused =
    .told = Há algo que aqui não se pode ler, e não foi lido.
because-nobody_free =
    .told = Naquele momento ninguém da equipe estava livre.
because-offers_removed =
    .told = Nada foi proposto, porque não se vende nada a quem talvez esteja passando por um momento difícil.

your-words =
    .line = As suas palavras: “{ $words }”.

## Com que certeza.

sure =
    .stated = Isso se apoia no que foi dito ou anotado, não em uma estimativa.
    .fairly = Isso se apoia em uma estimativa bastante segura. Mesmo assim, ela pode estar errada.
    .somewhat = Isso se apoia em uma estimativa só um pouco segura. Ela pode estar errada.
    .unsure = Isso se apoia em uma estimativa pouco segura. É fácil que esteja errada.

## O que a pessoa pode fazer.

can =
    .see = Você pode ver tudo o que é guardado sobre você, em um só arquivo.
    .correct = Se uma estimativa estiver errada, diga como foi. O que você diz conta mais do que qualquer estimativa.
    .switch_off = Você pode pedir que as estimativas parem. A ajuda continua a mesma.
    .human = Você pode pedir que uma pessoa olhe isso.
