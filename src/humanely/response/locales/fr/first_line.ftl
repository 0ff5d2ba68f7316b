### Ce qu'une personne de l'équipe peut écrire en premier en français. Ni nom, ni délai, ni excuse.

first-human =
    .a = Je suis une personne de l'équipe et j'ai lu ce qui est écrit ici.
    .b = C'est maintenant une personne de l'équipe qui écrit, et j'ai tout lu.
    .c = À partir d'ici, une personne de l'équipe écrit. J'ai lu tout ce qui précède.
first-waited =
    .a = Merci d'avoir attendu. Je suis une personne de l'équipe et j'ai lu ce qui est écrit ici.
    .b = Il a fallu attendre, merci. Je suis de l'équipe et j'ai tout lu.
    .c = Merci d'être encore là. Je suis une personne de l'équipe et j'ai lu tout ce qui précède.
first-decision =
    .a = Je suis une personne de l'équipe. C'est moi qui décide, pas une machine, et j'ai tout lu.
    .b = Une personne regarde cela maintenant, et c'est moi. J'ai lu ce qui est écrit ici.
    .c = Je suis de l'équipe et je regarde cela personnellement. J'ai lu tout ce qui précède.
first-crisis =
    .a = Je suis une personne de notre équipe. Je suis là et je lis ce qui s'écrit ici.
    .b = Une personne de notre équipe est là. Je suis maintenant dans ce chat.
    .c = Une personne est là maintenant. Je lis, et je reste dans ce chat.
