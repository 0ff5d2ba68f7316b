### O que uma pessoa da equipe pode escrever primeiro em português. Sem nome, sem prazo, sem desculpas.

first-human =
    .a = Sou uma pessoa da equipe e li o que está escrito aqui.
    .b = Agora quem escreve é uma pessoa da equipe, e já li tudo.
    .c = Daqui em diante escreve uma pessoa da equipe. Li tudo o que veio antes.
first-waited =
    .a = Agradeço a espera. Sou uma pessoa da equipe e li o que está escrito aqui.
    .b = Foi preciso esperar, agradeço. Sou da equipe e já li tudo.
    .c = O chat continua aberto, e agora estou aqui. Sou uma pessoa da equipe e li tudo o que veio antes.
first-decision =
    .a = Sou uma pessoa da equipe. Quem decide isto sou eu, não uma máquina, e já li tudo.
    .b = Agora uma pessoa olha para isto, e sou eu. Li o que está escrito aqui.
    .c = Sou da equipe e olho isto pessoalmente. Li tudo o que veio antes.
first-crisis =
    .a = Sou uma pessoa da nossa equipe. Estou aqui e leio o que chega.
    .b = Aqui está uma pessoa da nossa equipe. Agora estou neste chat.
    .c = Agora há uma pessoa aqui. Leio, e fico neste chat.
