### Lo que una persona del equipo puede escribir primero en español. Sin nombre, sin plazo, sin disculpa.

first-human =
    .a = Soy una persona del equipo y he leído lo que está escrito aquí.
    .b = Aquí escribe ahora una persona del equipo, y ya he leído todo.
    .c = Desde aquí escribe una persona del equipo. He leído todo lo anterior.
first-waited =
    .a = Gracias por esperar. Soy una persona del equipo y he leído lo que está escrito aquí.
    .b = Ha habido que esperar, gracias. Soy del equipo y ya he leído todo.
    .c = Gracias por seguir aquí. Soy una persona del equipo y he leído todo lo anterior.
first-decision =
    .a = Soy una persona del equipo. Esto lo decido yo y no una máquina, y he leído todo.
    .b = Esto lo mira ahora una persona, y soy yo. He leído lo que está escrito aquí.
    .c = Soy del equipo y lo miro personalmente. He leído todo lo anterior.
first-crisis =
    .a = Soy una persona de nuestro equipo. Estoy aquí y leo lo que se escribe.
    .b = Aquí hay una persona de nuestro equipo. Ahora estoy en este chat.
    .c = Ahora hay una persona aquí. Leo, y me quedo en este chat.
