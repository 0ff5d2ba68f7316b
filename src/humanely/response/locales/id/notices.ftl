### Yang dikatakan lebih dahulu. "short" untuk jam, SMS, dan suara: 60 karakter. Sapaan: Anda.

ai =
    .full = Yang menjawab di sini adalah asisten AI, bukan manusia. Anda dapat meminta manusia kapan saja.
    .short = Yang menjawab adalah AI. Anda dapat meminta manusia.
ai_again =
    .full = Sekarang asisten AI menjawab lagi, bukan manusia. Anda dapat meminta manusia kapan saja.
    .short = AI menjawab lagi. Anda dapat meminta manusia.
estimates =
    .full = Dari kata-kata Anda kami mungkin memperkirakan perasaan dalam sebuah pesan, agar dapat menjawab lebih baik. Perkiraan bisa salah. Jika Anda tidak menginginkannya, beri tahu kami dan kami berhenti; Anda tetap dibantu sama baiknya.
    .short = Kami mungkin menaksir rasa kata. Bilang tidak: berhenti.

# Who wrote a message.

author =
    .ai = Ditulis oleh asisten AI
    .human = Ditulis oleh manusia
    .ai_draft_human_sent = Disusun oleh asisten AI, diperiksa dan dikirim oleh manusia
