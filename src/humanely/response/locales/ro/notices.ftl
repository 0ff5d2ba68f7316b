### Ce se spune mai întâi. „short” este pentru ceas, SMS și voce: 60 de caractere. Dumneavoastră.

ai =
    .full = Aici răspunde un asistent AI, nu un om. Puteți cere oricând să vorbiți cu un om.
    .short = Răspunde un asistent AI. Puteți cere să vorbiți cu un om.
ai_again =
    .full = Acum răspunde din nou asistentul AI, nu un om. Puteți cere oricând să vorbiți cu un om.
    .short = Asistentul AI a revenit. Puteți cere să vorbiți cu un om.
estimates =
    .full = Din cuvintele dumneavoastră putem estima ce emoții transmite un mesaj, ca să răspundem mai bine. O estimare poate fi greșită. Dacă nu doriți acest lucru, spuneți-ne și încetăm; vă ajutăm la fel de bine.
    .short = Putem estima emoțiile din cuvinte. Spuneți nu și ne oprim.

# Who wrote a message.

author =
    .ai = Scris de un asistent AI
    .human = Scris de un om
    .ai_draft_human_sent = Redactat de un asistent AI, verificat și trimis de un om
