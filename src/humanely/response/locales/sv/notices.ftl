### Det som sägs först. ”short” är för klocka, sms och röst: 60 tecken. Tilltal: du.

ai =
    .full = Du skriver med en AI-assistent, inte med en människa. Du kan när som helst be om en människa.
    .short = Här svarar en AI. Du kan be om en människa.
ai_again =
    .full = Nu svarar AI-assistenten igen, inte en människa. Du kan när som helst be om en människa.
    .short = AI:n svarar igen. Du kan be om en människa.
estimates =
    .full = Av dina ord kan vi uppskatta hur ett meddelande känns, för att svara bättre. En uppskattning kan vara fel. Vill du inte det, säg till oss så slutar vi; du får lika god hjälp.
    .short = Vi kan uppskatta hur ord känns. Säg nej, så slutar vi.

# Who wrote a message.

author =
    .ai = Skrivet av en AI-assistent
    .human = Skrivet av en människa
    .ai_draft_human_sent = Utkast av en AI-assistent, granskat och skickat av en människa
