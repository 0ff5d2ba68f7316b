### Det som sies først. «short» er for klokke, SMS og stemme: 60 tegn. Tiltale: du.

ai =
    .full = Her svarer en KI-assistent, ikke et menneske. Du kan når som helst be om å få snakke med et menneske.
    .short = Her svarer en KI. Du kan be om et menneske.
ai_again =
    .full = Nå svarer KI-assistenten igjen, ikke et menneske. Du kan når som helst be om å få snakke med et menneske.
    .short = KI-en svarer igjen. Du kan be om et menneske.
estimates =
    .full = Ut fra ordene dine kan vi anslå hvordan en melding føles, for å svare bedre. Et anslag kan være feil. Ønsker du ikke dette, så si det til oss, så slutter vi; du får like god hjelp.
    .short = Vi kan anslå følelsen i ordene dine. Si nei, så slutter vi.

# Who wrote a message.

author =
    .ai = Skrevet av en KI-assistent
    .human = Skrevet av et menneske
    .ai_draft_human_sent = Utkast av en KI-assistent, kontrollert og sendt av et menneske
