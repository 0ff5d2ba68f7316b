### Yang dikatakan lebih dahulu. "short" untuk jam, SMS, dan suara: 60 karakter. Sapaan: Anda.

ai =
    .full = Yang menjawab di sini adalah asisten AI, bukan manusia. Anda dapat meminta berbicara dengan manusia kapan saja.
    .short = Yang menjawab AI. Anda dapat minta bicara dengan manusia.
ai_again =
    .full = Sekarang asisten AI menjawab lagi, bukan manusia. Anda dapat meminta berbicara dengan manusia kapan saja.
    .short = AI menjawab lagi. Anda dapat minta bicara dengan manusia.
estimates =
    .full = Dari kata-kata Anda kami mungkin memperkirakan perasaan dalam sebuah pesan, agar dapat menjawab lebih baik. Perkiraan bisa salah. Jika Anda tidak menginginkannya, beri tahu kami dan kami berhenti; Anda akan tetap dibantu dengan sama baiknya.
    .short = Kami mungkin memperkirakan perasaan. Anda boleh menolaknya.

# Who wrote a message.

author =
    .ai = Ditulis oleh asisten AI
    .human = Ditulis oleh manusia
    .ai_draft_human_sent = Disusun oleh asisten AI, diperiksa dan dikirim oleh manusia
