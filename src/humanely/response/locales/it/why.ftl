### Perché si è deciso qualcosa, per la persona di cui si tratta. "told": da parole o fatti; "read": solo da una stima.
### Si stima un messaggio, mai una persona. Nessuna diagnosi. Lei, e tu in "-familiar".

decided =
    .reply = Ha ricevuto una risposta.
    .reply-familiar = Hai ricevuto una risposta.
    .clarify = Si è chiesto che cosa si intendeva, invece di rispondere a caso.
    .comfort = La risposta ha guardato prima a come ci si sentiva, poi alla questione.
    .offer = Le è stato proposto qualcosa.
    .offer-familiar = Ti è stato proposto qualcosa.
    .handoff = La conversazione è passata a una persona.
    .review = Una persona guarda la risposta prima che le arrivi.
    .review-familiar = Una persona guarda la risposta prima che ti arrivi.
    .none = L'assistente non ha detto nulla.

## Una frase per ogni motivo.

because-crisis =
    .told = Nel suo messaggio ci sono parole che possono voler dire che una vita è in pericolo, e allora viene prima una persona.
    .told-familiar = Nel tuo messaggio ci sono parole che possono voler dire che una vita è in pericolo, e allora viene prima una persona.
    .read = Il suo messaggio forse voleva dire che una vita è in pericolo, e allora viene prima una persona.
    .read-familiar = Il tuo messaggio forse voleva dire che una vita è in pericolo, e allora viene prima una persona.
because-human_present =
    .told = C'era una persona nella conversazione, e allora l'assistente tace.
because-nothing_new =
    .told = Non c'era un messaggio nuovo a cui rispondere.
because-human_decision =
    .told = Per legge, una decisione così la prende una persona.
because-asked =
    .told = Ha chiesto una persona.
    .told-familiar = Hai chiesto una persona.
    .read = Il messaggio forse chiedeva una persona.
because-human_awaited =
    .told = Una persona era già stata chiamata e non era ancora arrivata.
because-failed_attempts =
    .told = Da quello che ha scritto, più risposte di seguito non sono servite.
    .told-familiar = Da quello che hai scritto, più risposte di seguito non sono servite.
    .read = Forse più risposte di seguito non sono servite.
because-sentiment_dip =
    .read = I messaggi forse suonavano peggio da una risposta all'altra.
because-high_stakes =
    .told = Si trattava di qualcosa in cui un errore le costerebbe molto.
    .told-familiar = Si trattava di qualcosa in cui un errore ti costerebbe molto.
because-vulnerable =
    .told = Qualcosa che ha scritto, o che è annotato su questa conversazione, chiedeva un'attenzione particolare.
    .told-familiar = Qualcosa che hai scritto, o che è annotato su questa conversazione, chiedeva un'attenzione particolare.
    .read = Il messaggio forse veniva da una situazione che chiede un'attenzione particolare.
because-language_off =
    .told = L'assistente non legge abbastanza bene questa lingua.
because-low_confidence_again =
    .told = Si era già chiesto, e ancora non era abbastanza chiaro che cosa si intendeva.
because-low_confidence =
    .told = Non era abbastanza chiaro che cosa si intendeva, o nessuna risposta a disposizione andava abbastanza bene.
because-abuse_again =
    .told = Sono tornate parole che possono ferire, perciò guarda prima una persona.
    .read = I messaggi forse volevano ferire, perciò guarda prima una persona.
because-abuse =
    .told = Nel suo messaggio c'erano parole che possono ferire, perciò la risposta è stata breve e calma.
    .told-familiar = Nel tuo messaggio c'erano parole che possono ferire, perciò la risposta è stata breve e calma.
    .read = Il messaggio forse voleva ferire, perciò la risposta è stata breve e calma.
because-distress =
    .told = Nel suo messaggio c'erano parole che possono parlare di grande angoscia.
    .told-familiar = Nel tuo messaggio c'erano parole che possono parlare di grande angoscia.
    .read = Nel messaggio forse c'era angoscia.
because-said_bad =
    .told = Ha detto di non stare bene.
    .told-familiar = Hai detto di non stare bene.
because-failed_attempt =
    .told = Da quello che ha scritto, l'ultima risposta non è servita.
    .told-familiar = Da quello che hai scritto, l'ultima risposta non è servita.
    .read = Forse l'ultima risposta non è servita.
because-sarcasm =
    .read = Le parole forse volevano dire il contrario.
because-clear_need =
    .told = Quello che ha scritto sembrava chiedere prima di tutto ascolto.
    .told-familiar = Quello che hai scritto sembrava chiedere prima di tutto ascolto.
    .read = Il messaggio forse chiedeva prima di tutto ascolto.
because-repeats =
    .told = Ha dovuto dire qualcosa di nuovo da capo.
    .told-familiar = Hai dovuto dire qualcosa di nuovo da capo.
    .read = Forse qualcosa andava detto una seconda volta.
because-left_open =
    .told = L'ultima risposta ha saltato una domanda.
    .read = L'ultima risposta forse ha saltato una domanda.
because-wants_facts_only =
    .told = Erano chiesti solo i fatti.
    .read = Forse erano chiesti solo i fatti.
because-open_question =
    .told = Ha fatto una domanda.
    .told-familiar = Hai fatto una domanda.
    .read = Il messaggio forse era una domanda.
because-grateful =
    .told = Ha detto grazie.
    .told-familiar = Hai detto grazie.
    .read = Il messaggio forse era un grazie.
because-offer_open =
    .told = In quel momento c'era qualcosa da proporre.
because-message =
    .told = È arrivato un messaggio, e niente chiedeva più di una risposta.
because-peer_question =
    .told = Forse chi impara o usa la stessa cosa sa rispondere meglio.
because-many_senses =
    .told = Si è letto più delle parole, come era stato permesso.
because-sensitive_setting =
    .told = In un luogo come questo partecipa sempre una persona.
because-crisis_before =
    .told = Prima, in questa conversazione, forse una vita era in pericolo.
because-sense_refused =
    .told = Qualcosa qui non si può leggere, e non è stato letto.
because-nobody_free =
    .told = In quel momento nessuno del team era libero.
because-offers_removed =
    .told = Non è stato proposto nulla, perché non si vende nulla a chi forse sta passando un momento difficile.

your-words =
    .line = Le sue parole: «{ $words }».
    .line-familiar = Le tue parole: «{ $words }».

## Con quanta sicurezza.

sure =
    .stated = Si basa su quello che è stato detto o annotato, non su una stima.
    .fairly = Si basa su una stima abbastanza sicura. Può comunque essere sbagliata.
    .somewhat = Si basa su una stima solo un po' sicura. Può essere sbagliata.
    .unsure = Si basa su una stima poco sicura. È facile che sia sbagliata.

## Che cosa può fare la persona.

can =
    .see = Può vedere tutto quello che si conserva su di lei, in un solo file.
    .see-familiar = Puoi vedere tutto quello che si conserva su di te, in un solo file.
    .correct = Se una stima è sbagliata, dica com'era. Quello che dice conta più di ogni stima.
    .correct-familiar = Se una stima è sbagliata, di' com'era. Quello che dici conta più di ogni stima.
    .switch_off = Può far smettere le stime. L'aiuto resta lo stesso.
    .switch_off-familiar = Puoi far smettere le stime. L'aiuto resta lo stesso.
    .human = Può chiedere che una persona guardi la cosa.
    .human-familiar = Puoi chiedere che una persona guardi la cosa.
