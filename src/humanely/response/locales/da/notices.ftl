### Det, der siges først. "short" er til ur, sms og stemme: 60 tegn. Tiltale: du.

ai =
    .full = Du skriver med en AI-assistent, ikke med et menneske. Du kan når som helst bede om at tale med et menneske.
    .short = Her svarer en AI. Du kan bede om et menneske.
ai_again =
    .full = Nu svarer AI-assistenten igen, ikke et menneske. Du kan når som helst bede om at tale med et menneske.
    .short = AI'en svarer igen. Du kan bede om et menneske.
estimates =
    .full = Ud fra dine ord vurderer vi måske, hvilke følelser en besked rummer, så vi kan svare bedre. En vurdering kan være forkert. Ønsker du det ikke, så sig det til os, og det stopper; du får lige så god hjælp.
    .short = Vi vurderer måske følelser i ordene. Sig nej, så stopper vi.

# Who wrote a message.

author =
    .ai = Skrevet af en AI-assistent
    .human = Skrevet af et menneske
    .ai_draft_human_sent = Udkast af en AI-assistent, gennemset og sendt af et menneske
