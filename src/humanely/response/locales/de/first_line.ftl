### Was ein Mensch aus dem Team auf Deutsch zuerst schreiben kann. Kein Name, keine Zeit, keine Entschuldigung.

first-human =
    .a = Hier schreibt ein Mensch aus dem Team, und ich habe alles bis hierher gelesen.
    .b = Ab jetzt schreibt hier ein Mensch aus dem Team. Was oben steht, habe ich gelesen.
    .c = Ich bin ein Mensch aus dem Team und habe gelesen, was hier steht.
first-waited =
    .a = Danke für das Warten. Hier schreibt ein Mensch aus dem Team, und ich habe alles gelesen.
    .b = Es hieß warten, danke dafür. Ich bin aus dem Team und habe gelesen, was hier steht.
    .c = Der Chat ist noch offen, und jetzt bin ich da: ein Mensch aus dem Team, der alles gelesen hat.
first-decision =
    .a = Ich bin ein Mensch aus dem Team. Das entscheide ich und keine Maschine, und ich habe alles gelesen.
    .b = Das sieht sich jetzt ein Mensch an, und zwar ich. Was hier steht, habe ich gelesen.
    .c = Ich bin aus dem Team und sehe mir das selbst an. Alles bis hierher habe ich gelesen.
first-crisis =
    .a = Ich bin ein Mensch aus unserem Team. Ich bin da und lese mit.
    .b = Hier ist ein Mensch aus unserem Team. Ich bin jetzt in diesem Chat.
    .c = Jetzt ist ein Mensch da. Ich lese, und ich bleibe in diesem Chat.
