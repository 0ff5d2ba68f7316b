# Was eine Nachricht an die Person um das herum sagt, was geschehen ist und in holder.ftl steht.
notice-hello = Guten Tag { $name },
notice-hello-nameless = Guten Tag,
notice-subject-offered = „{ $achievement }“ liegt für Sie bereit
notice-subject-expiring = „{ $achievement }“ läuft bald ab
notice-subject-appeal = Ihr Einspruch zu „{ $achievement }“
notice-subject-news = Neues zu „{ $achievement }“
notice-told-expiring = „{ $achievement }“ gilt noch bis { $until }. Was darin steht, bleibt auch danach wahr; es zählt nur nicht mehr als aktuell.
notice-words = Das Team schreibt Ihnen: { $words }
notice-no-renewal = Sie müssen nichts tun.
notice-appeal = Sie können jederzeit Einspruch erheben; es kostet nichts. Wenn Sie es heute tun, haben Sie bis { $due } eine Antwort.
notice-page = Ihre Seite, auf der Sie all das sehen und etwas tun können: { $link } Wer diesen Link hat, kann in Ihrem Namen handeln; geben Sie ihn darum bitte an niemanden weiter. Wenn ihn jemand anders haben könnte, machen Sie am Ende dieser Seite einen neuen, oder bitten Sie uns darum: Dann führt dieser nirgends mehr hin.
notice-contact = Fragen? { $name } ist für Sie da: { $where }
notice-from = Freundliche Grüße, { $issuer }
