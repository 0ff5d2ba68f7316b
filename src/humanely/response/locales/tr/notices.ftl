### İlk söylenenler. "short" saat, SMS ve ses içindir: 60 karakter. Hitap: siz.

ai =
    .full = Burada bir yapay zekâ asistanı yanıt veriyor, bir insan değil. İstediğiniz zaman bir insan isteyebilirsiniz.
    .short = Yanıt veren yapay zekâ. Bir insan isteyebilirsiniz.
ai_again =
    .full = Şimdi yine yapay zekâ asistanı yanıt veriyor, bir insan değil. İstediğiniz zaman bir insan isteyebilirsiniz.
    .short = Yine yapay zekâ. Bir insan isteyebilirsiniz.
estimates =
    .full = Daha iyi yanıt vermek için, sözlerinizden bir mesajın nasıl bir duygu taşıdığını tahmin edebiliriz. Tahmin yanlış olabilir. Bunu istemiyorsanız bize söyleyin, durdururuz; size yine aynı şekilde yardım edilir.
    .short = Sözlerdeki duyguyu tahmin edebiliriz. Hayır demeniz yeter.

# Who wrote a message.

author =
    .ai = Bir yapay zekâ asistanı yazdı
    .human = Bir insan yazdı
    .ai_draft_human_sent = Yapay zekâ asistanı hazırladı, bir insan kontrol edip gönderdi
