### Det som sägs först. ”short” är för klocka, sms och röst: 60 tecken. Tilltal: du.

ai =
    .full = Här svarar en AI-assistent, inte en människa. Du kan när som helst be att få kontakt med en människa.
    .short = Här svarar en AI. Du kan be att få kontakt med en människa.
ai_again =
    .full = Nu svarar AI-assistenten igen, inte en människa. Du kan när som helst be att få kontakt med en människa.
    .short = AI:n svarar igen. Du kan be att få kontakt med en människa.
estimates =
    .full = Utifrån dina ord kan vi komma att bedöma känslan i ett meddelande, för att svara bättre. En bedömning kan vara fel. Vill du inte det, säg till oss så slutar vi; du får lika god hjälp.
    .short = Vi bedömer kanske känslan i dina ord. Säg nej, så slutar vi.

# Who wrote a message.

author =
    .ai = Skrivet av en AI-assistent
    .human = Skrivet av en människa
    .ai_draft_human_sent = Utkast av en AI-assistent, granskat och skickat av en människa
