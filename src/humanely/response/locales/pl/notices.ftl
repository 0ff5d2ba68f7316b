### Co mówimy najpierw. "short" jest na zegarek, SMS i głos: 60 znaków. Zwrot: Ty.

ai =
    .full = Odpowiada tu asystent AI, nie człowiek. W każdej chwili możesz poprosić o rozmowę z człowiekiem.
    .short = Odpowiada AI. Możesz poprosić o człowieka.
ai_again =
    .full = Teraz znów odpowiada asystent AI, nie człowiek. W każdej chwili możesz poprosić o rozmowę z człowiekiem.
    .short = Znów odpowiada AI. Możesz poprosić o człowieka.
estimates =
    .full = Z Twoich słów możemy szacować, jak odczuwa się wiadomość, aby lepiej odpowiadać. Oszacowanie może być błędne. Jeśli tego nie chcesz, powiedz nam i przestaniemy; pomoc pozostaje taka sama.
    .short = Możemy szacować wydźwięk Twoich słów. Wystarczy „nie”.

# Who wrote a message.

author =
    .ai = Napisane przez asystenta AI
    .human = Napisane przez człowieka
    .ai_draft_human_sent = Przygotowane przez asystenta AI, sprawdzone i wysłane przez człowieka
