### O que dizemos em português quando uma pessoa assume, com você. Os atributos de a a d dizem o mesmo com outras palavras.
### Nenhum prazo que ninguém deu, sem desculpas, sem fingir saber o que alguém sente. "handoff-": no máximo 60 caracteres.

## Os sete passos, e uma resposta que uma pessoa vê antes.

handoff-offered =
    .a = Quer que uma pessoa da equipe venha?
    .b = Você prefere que uma pessoa continue?
    .c = Chamo uma pessoa da equipe?
    .d = Uma pessoa pode assumir: tudo bem para você?
handoff-connect =
    .a = Passo isso agora a uma pessoa da equipe.
    .b = Isso vai agora para uma pessoa da equipe.
    .c = Uma pessoa da equipe é avisada agora.
    .d = Agora uma pessoa da equipe recebe o aviso.
handoff-plan_b =
    .a = Agora não há ninguém livre. Seu caso fica aberto.
    .b = No momento ninguém está livre, o caso fica aberto.
    .c = Ninguém está livre agora. O caso continua aberto.
    .d = A equipe não está livre agora. O caso fica aberto.
handoff-alert =
    .a = A pessoa que está com você já sabe.
    .b = Quem atende você da equipe já tem o aviso.
    .c = Já passei à pessoa que escreve aqui.
    .d = O aviso chegou a quem escreve aqui.
handoff-waiting =
    .a = Está com a equipe, e isto vai junto.
    .b = A equipe tem o caso, e esta mensagem também.
    .c = Uma pessoa já foi chamada, isso continua valendo.
    .d = A nova mensagem também está com a equipe.
handoff-waiting_plan_b =
    .a = Agora não há ninguém livre. Isto também fica guardado.
    .b = A equipe não está agora, mas o caso continua aberto.
    .c = A mensagem fica guardada, mesmo sem ninguém agora.
    .d = Ainda não há ninguém livre, e isto não se perde.
handoff-crisis =
    .a = Uma pessoa da nossa equipe está sendo avisada agora.
    .b = Agora uma pessoa da nossa equipe é avisada.
    .c = Estou avisando uma pessoa da nossa equipe.
    .d = Nossa equipe é avisada agora: uma pessoa lê isto.
handoff-crisis_plan_b =
    .a = Até a equipe escrever, há a ajuda acima.
    .b = A ajuda acima chega antes da nossa equipe.
    .c = Use a ajuda acima até a nossa equipe escrever.
    .d = A equipe já sabe. A ajuda acima chega antes.
handoff-joined =
    .a = Uma pessoa da equipe está aqui agora.
    .b = Agora quem escreve é uma pessoa da equipe.
    .c = Daqui em diante escreve uma pessoa da equipe.
    .d = Você está agora com uma pessoa da equipe.
handoff-left =
    .a = A pessoa saiu, o chat continua aberto.
    .b = Da equipe já não há ninguém no chat.
    .c = Não há mais ninguém da equipe no chat.
    .d = Quem estava da equipe saiu do chat.
handoff-timed_out =
    .a = Ainda não veio ninguém da equipe.
    .b = Até agora ninguém da equipe esteve livre.
    .c = Você esperou, e ainda não veio ninguém.
    .d = A equipe não esteve livre até agora.
handoff-declined =
    .a = Então seguimos por aqui.
    .b = Por enquanto seguimos aqui.
    .c = Certo, continuamos por aqui.
    .d = Tudo bem, por enquanto segue aqui.
handoff-returned =
    .a = O assistente está aqui de novo.
    .b = Daqui em diante é de novo o assistente.
    .c = Você voltou para o assistente.
    .d = Agora segue o assistente.
handoff-held =
    .a = Uma pessoa vê a resposta antes.
    .b = Antes de ir, a resposta é lida por uma pessoa.
    .c = Esta resposta passa primeiro por uma pessoa.
    .d = Primeiro uma pessoa olha o que eu responderia.

## Por que vem uma pessoa, onde ajuda dizer.

because-asked =
    .a = Você pediu para falar com uma pessoa, é um direito seu.
    .b = Claro que você pode falar com uma pessoa.
    .c = Uma pessoa, está entendido.
    .d = Falar com uma pessoa é mais do que justo.
because-failed =
    .a = O que foi tentado até agora não resolveu.
    .b = Você já tentou bastante, mais uma volta não ajudaria.
    .c = As minhas respostas não levaram você adiante.
    .d = Isso precisa de mais do que eu posso fazer aqui.
because-stakes =
    .a = Há muito em jogo para deixar isso comigo.
    .b = É importante demais para uma máquina sozinha.
    .c = Muita coisa depende disso, por isso uma pessoa olha.
    .d = Em algo tão importante cabe uma pessoa.
because-distress =
    .a = Foi bom você ter escrito.
    .b = Isso parece muita coisa de uma vez.
    .c = É bom que você escreva isso aqui.
    .d = O que você escreve parece muito pesado.
because-language =
    .a = Não leio bem o seu idioma.
    .b = No seu idioma eu erraria.
    .c = Neste idioma não consigo responder bem.
    .d = Este idioma eu não leio bem o bastante.
because-unclear =
    .a = Aqui eu só estaria adivinhando.
    .b = Não tenho certeza suficiente para responder bem.
    .c = Talvez eu entenda mal o que você precisa.
    .d = A minha resposta não seria boa o bastante.
because-dip =
    .a = Isso não foi como deveria ter sido.
    .b = As minhas respostas talvez tenham deixado isso mais difícil.
    .c = Talvez eu não ajude muito aqui.
    .d = Você não deveria ter que continuar assim comigo.
because-decision =
    .a = Uma decisão assim cabe a uma pessoa.
    .b = Isso quem decide é uma pessoa, não uma máquina.
    .c = Só uma pessoa pode decidir isso.
    .d = Uma máquina não decide isso.

## O que acontece com o que foi dito.

kept-handed =
    .a = O que você escreveu vai junto, não é preciso repetir.
    .b = Todas as suas mensagens vão junto, você não começa do zero.
    .c = Quem assumir vê tudo o que está escrito aqui.
    .d = Você não precisa explicar de novo, as mensagens vão junto.
kept-open =
    .a = O que você escreveu fica guardado para a equipe.
    .b = Tudo o que está escrito estará aqui quando a equipe ler.
    .c = Nada se perde, a equipe vê o que está aqui.
    .d = Suas mensagens ficam aqui para a equipe.
kept-joined =
    .a = Essa pessoa pode ver tudo o que foi escrito.
    .b = Tudo o que foi escrito até aqui está à vista dela.
    .c = As mensagens anteriores podem ser lidas lá.
    .d = O que veio antes pode ser lido por ela.
kept-returned =
    .a = O que vocês conversaram fica aqui.
    .b = Tudo o que foi dito fica neste chat.
    .c = Nada da conversa se perde.
    .d = A conversa com a pessoa fica guardada aqui.
kept-crisis =
    .a = Você pode continuar escrevendo aqui.
    .b = Está tudo bem em continuar escrevendo.
    .c = Escreva aqui se quiser, isso é lido.
    .d = Este chat continua aberto para você.
kept-held =
    .a = Ela chega aqui assim que alguém tiver olhado.
    .b = Essa pessoa pode mudá-la ou escrever diretamente.
    .c = Pelo que chegar, uma pessoa responde.
    .d = Depois ela chega aqui, ou palavras melhores de uma pessoa.

## Uma escolha.

choice-more =
    .a = Se faltar algo, escreva aqui.
    .b = Você pode acrescentar aqui o que for importante.
    .c = O que você acrescentar aqui vai junto.
    .d = Enquanto isso, pode continuar escrevendo.
choice-ask =
    .a = Você pode pedir uma pessoa a qualquer momento.
    .b = Se mais tarde preferir uma pessoa, é só dizer.
    .c = Basta uma palavra se você quiser uma pessoa.
    .d = Uma pessoa continua possível, é só pedir.

## O horário, como o operador o dá.

fact-hours =
    .label = Horário: { $value }
    .sentence = A equipe atende: { $value }.
