# Lo que dice un mensaje a la persona titular alrededor de lo que se hizo, que está en holder.ftl.
notice-hello = Hola, { $name }:
notice-hello-nameless = Hola:
notice-subject-offered = «{ $achievement }» está lista para usted
notice-subject-expiring = «{ $achievement }» caduca pronto
notice-subject-appeal = Su recurso sobre «{ $achievement }»
notice-subject-news = Novedades sobre «{ $achievement }»
notice-told-expiring = «{ $achievement }» está en vigor hasta el { $until }. Lo que dice sigue siendo cierto después; solo deja de contar como actual.
notice-words = El equipo le escribe: { $words }
notice-no-renewal = No tiene que hacer nada.
notice-appeal = Puede recurrir en cualquier momento; no cuesta nada. Si recurre hoy, tendrá una respuesta antes del { $due }.
notice-page = Su página, donde ve todo esto y puede actuar: { $link } Quien tenga este enlace puede actuar en su nombre, así que, por favor, no se lo pase a nadie. Si otra persona pudiera tenerlo, cree uno nuevo al final de esa página, o pídanoslo: entonces este ya no lleva a ninguna parte.
notice-contact = ¿Preguntas? { $name } está para ayudarle: { $where }
notice-from = Un cordial saludo, { $issuer }
