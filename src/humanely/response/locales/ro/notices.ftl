### Ce se spune mai întâi. „short” este pentru ceas, SMS și voce: 60 de caractere. Dumneavoastră.

ai =
    .full = Scrieți cu un asistent AI, nu cu un om. Puteți cere oricând un om.
    .short = Aici răspunde o inteligență artificială. Puteți cere un om.
ai_again =
    .full = Acum răspunde din nou asistentul AI, nu un om. Puteți cere oricând un om.
    .short = Răspunde din nou asistentul AI. Puteți cere un om.
estimates =
    .full = Din cuvintele dumneavoastră putem estima ce simte un mesaj, ca să răspundem mai bine. O estimare poate fi greșită. Dacă nu doriți acest lucru, spuneți-ne și încetăm; vă ajutăm la fel de bine.
    .short = Putem estima ce simt cuvintele. Spuneți nu și încetăm.

# Who wrote a message.

author =
    .ai = Scris de un asistent AI
    .human = Scris de un om
    .ai_draft_human_sent = Redactat de un asistent AI, verificat și trimis de un om
