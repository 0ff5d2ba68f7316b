// A human, and how to reach the person when nobody is free.

function stands(state) {
  handoff = state;
  kept.keep({ handoff });
  const awaited = state === "queued" || state === "timed_out";
  human.setAttribute("aria-disabled", String(awaited || state === "joined"));
  const now = { queued: words.waiting, timed_out: words.later, joined: words.present }[state] || "";
  if (standsNow.textContent !== now) standsNow.textContent = now;
  show(decline, awaited || state === "offered");
  show(contact, awaited);
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

async function leaveContact(event) {
  event.preventDefault();
  const where = address.value.trim();
  if (!where) return address.focus();
  await told("contact", { address: where }, () => {
    address.value = "";
    contact.open = false;
    say(words.contact_kept);
  });
}
