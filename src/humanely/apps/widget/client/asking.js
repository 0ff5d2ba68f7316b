// How they feel: chosen by name, never asked for twice, sent alone or with the next message.

let feelingTimer = 0;

function feels(feeling) {
  // Arrow keys walk through the names: what they come to rest on counts.
  clearTimeout(feelingTimer);
  feelingTimer = setTimeout(async () => {
    if (!log.querySelector("[data-author=person]:not([data-state])")) {
      kept.keep({ feeling });
      return felt();
    }
    await told("feeling", { feeling }, felt);
  }, 700);
}

function felt() {
  say(words.feeling_kept);
  feeling.open = false;
}

// Consent: one question at a time; closing it is a no. Whoever writes on, or waits for a human, is not kept from it: the
// question is put away, nothing is allowed, and it is asked when they come back.

function asks(consents) {
  const next = !["queued", "timed_out", "joined"].includes(handoff) && consents.find((one) => one.text && ["not_asked", "outdated"].includes(one.standing) && !hushed(one));
  show(question, Boolean(next));
  question.replaceChildren();
  if (!next) return;
  say(words.question);
  const rest = consents.filter((one) => one !== next);
  const answer = (act) => async () => {
    await consent(next, act);
    say("");
    asks(rest);
    field.focus();
  };
  question.append(
    make("h3", { id: "asked" }, words[`for_${next.sense === "text" ? next.purpose : next.sense}`] || words.question),
    make("p", { lang: next.locale, dir: "auto" }, next.text.trim()),
    make("p", { class: "state" }, words.closing_is_no),
    make("div", { class: "row" }, button(words.yes, answer("granted")), button(words.no, answer("refused")),
      button(words.close, answer("refused"), { class: "plain last" })),
  );
}

/** A browser that asks for privacy is not asked about behaviour or typing. */
function hushed(one) {
  return ["behaviour", "typing"].includes(one.sense) && navigator.globalPrivacyControl === true;
}

async function consent(one, act) {
  const { purpose, sense, version, locale: shown } = one;
  return told("consent", { act, purpose, sense, version, locale: shown }, (stand) => {
    watch(stand.consents);
    return stand.consents;
  });
}
