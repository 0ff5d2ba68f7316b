decisions-lead = Was entschieden wurde, das Neueste zuerst, jeweils mit dem, was dazu führte.
decisions-replay = Ein anderes Regelwerk ausprobieren
decisions-action = Was entschieden wurde
decisions-because = Was dazu führte
decisions-sure = Belege
decisions-human = ein Mensch ist gefragt
decisions-crisis = ein Leben könnte in Gefahr sein
decisions-none = Noch wurde nichts entschieden.
decisions-none-more = Die erste Entscheidung erscheint hier mit der ersten Nachricht.
decisions-evidence = Worauf es sich stützt
decisions-weight = Gewicht
decisions-why-staff = Warum, vollständig
decisions-why-person = Warum, wie die Person es liest
decisions-instead = Ebenfalls angezeigt: { $action }
decisions-nothing-else = Nichts anderes war angezeigt.
decisions-language = Dasselbe in einer anderen Sprache
decisions-urgency = Dringlichkeit
decisions-policy = Regelwerk
decisions-conversation = Gespräch
replay-lead = Sehen, was ein Regelwerk über das Aufgezeichnete entschieden hätte. Nichts wird geändert, niemand bekommt eine Antwort.
replay-text = Das Regelwerk zum Ausprobieren
replay-hint = Nur was vom mitgelieferten abweicht, und ein Name. Es beginnt mit dem geltenden.
replay-try = Ausprobieren
replay-changed = { $changed ->
    [0] Keine von { $decisions } Entscheidungen in { $conversations } Gesprächen würde sich ändern.
    [one] Eine von { $decisions } Entscheidungen in { $conversations } Gesprächen würde sich ändern.
   *[other] { $changed } von { $decisions } Entscheidungen in { $conversations } Gesprächen würden sich ändern.
}
replay-bounded = Nur { $count } Gespräche wurden angesehen; der Befehl humanely replay sieht alle an.
replay-actions = Wie oft
replay-kinds = Was sich ändern würde
replay-now = Jetzt
replay-then = Mit diesem Text
replay-more = Mehr oder weniger
replay-count = Entscheidungen
replay-unknown = Was niemand wissen kann: wie die Gespräche nach einer anderen Entscheidung weitergegangen wären.
