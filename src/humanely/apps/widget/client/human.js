// A human, and how to reach the person when nobody is free.

function stands(state) {
  handoff = state;
  kept.keep({ handoff });
  const awaited = state === "queued" || state === "timed_out";
  human.setAttribute("aria-disabled", String(awaited || state === "joined"));
  const now = { queued: words.waiting, timed_out: words.later, joined: words.present }[state] || "";
  if (standsNow.textContent !== now) standsNow.textContent = now;
  show(decline, awaited || state === "offered");
  show(contact, awaited && contact.childElementCount > 1);
}

async function askHuman() {
  if (human.getAttribute("aria-disabled") === "true") return;
  await begin();
  await told("human", { locale }, came);
}

function came(one) {
  one.lines.forEach(add);
  stands(one.handoff);
  follow();
}

/** Only what the house has set up is offered. */
function offer(ways) {
  contact.replaceChildren(make("summary", {}, words.leave_contact), ...ways.map(way));
}

function way(kind) {
  const phone = kind === "phone";
  const name = phone ? words.phone : words.contact;
  const mode = phone ? "tel" : "email";
  const where = make("input", { type: "text", id: kind, inputmode: mode, autocomplete: mode, maxlength: "254" });
  const wish = make("input", { type: "text", id: "wish", maxlength: "200" });
  const leave = async (event) => {
    event.preventDefault();
    if (!where.value.trim()) return where.focus();
    const taken = await told("contact", { kind, address: where.value, wish: phone ? wish.value : "" }, () => true);
    where.setAttribute("aria-invalid", String(!taken));
    if (!taken) return where.focus();
    where.value = wish.value = "";
    contact.open = false;
    say(words.contact_kept);
  };
  return make("form", { class: "contact", submit: leave, novalidate: true }, make("label", { for: kind }, name), where,
    ...(phone ? [make("label", { for: "wish" }, words.wish), wish] : []),
    make("button", { type: "submit", "aria-label": `${words.keep}: ${name}` }, words.keep));
}
