// The conversation as it goes on: begun, written in, sent again, begun anew.

let busy = null;
let handoff = "";
let listening = null;

/** Begin, or go on where the person was; asked once however often it is called. */
function begin() {
  busy ||= start().finally(() => (busy = null));
  return busy;
}

async function start() {
  if (listening) return;
  const began = await told("start", { locale, pass, token: kept.get("token") || "" }, (one) => one);
  // Somebody else is signed in at this page than was before: what the other typed is not theirs.
  if (pass && kept.get("token") && !began.again) kept.keep({ outgoing: [], draft: "", feeling: "" });
  kept.keep({ token: began.token, signed: Boolean(pass) });
  field.value ||= kept.get("draft") || "";
  watch(began.consents);
  scroll.setAttribute("aria-busy", "true");
  for (const one of began.notices) append(bubble({ ...one, voice: "assistant" }));
  began.lines.forEach(add);
  for (const one of kept.get("outgoing") || []) {
    if (!outgoing.some((other) => other.key === one.key)) mark(put(one), "failed");
  }
  scroll.setAttribute("aria-busy", "false");
  follow();
  listening = new AbortController();
  listen(() => newest, take, listening.signal, resend);
  offer(began.ways);
  stands(began.handoff);
  asks(began.consents);
}

function take(event) {
  const news = event.lines.map(add).some(Boolean);
  newest = Math.max(newest, event.place);
  stands(event.handoff);
  if (news && panel.hidden) show(unread, true);
}

/** Random in pages without TLS, too. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function write() {
  const text = field.value.trim();
  if (!text) return field.focus();
  field.value = "";
  kept.keep({ draft: "" });
  asks([]);
  await send(put({ key: newKey(), text, feeling: kept.get("feeling") || "" }));
}

/** Send a message, or send it again: under the same key it is taken once. */
async function send(one) {
  mark(one, "sending");
  keepOutgoing();
  say(handoff === "joined" ? words.sending : words.writing);
  try {
    if (!listening) await begin();
    const body = { text: one.text, locale, ...(one.feeling ? { feeling: one.feeling } : {}) };
    const came = await again("say", body, one.key);
    if (outgoing.includes(one)) settled(one);
    came.lines.forEach(add);
    follow();
    kept.keep({ feeling: "" });
    stands(came.handoff);
    say("");
  } catch (refused) {
    failed(one, refused);
  }
}

function failed(one, refused) {
  if (refused.card) append(bubble({ voice: "assistant", author: "ai", kind: "card", text: refused.card, locale }));
  if (!outgoing.includes(one)) return say("");
  if (refused.passing || refused.card) {
    mark(one, "failed");
    return say(navigator.onLine ? words.not_sent : words.offline);
  }
  // Sent again it would be refused again: the words go back to where they can be changed.
  settled(one);
  field.value = [one.text, field.value].filter(Boolean).join("\n");
  kept.keep({ draft: field.value });
  say(words.refused);
}

function resend() {
  outgoing.filter((one) => one.item.dataset.state === "failed").forEach(send);
}

window.addEventListener("online", resend);

/** Ask; who is not known here any more begins anew, and asks once more. */
async function again(name, body, key) {
  try {
    return await ask(name, body, key);
  } catch (refused) {
    if (refused.status !== 401 && refused.status !== 410) throw refused;
    anew();
    await begin();
    return ask(name, body, key);
  }
}

function anew() {
  const waiting = kept.get("outgoing");
  const draft = kept.get("draft");
  leave();
  kept.keep({ outgoing: waiting, draft });
}

function leave() {
  listening?.abort();
  listening = null;
  clear();
  stands("");
  asks([]);
  count();
  kept.forget();
}

/** Ask and say what went wrong; gives what `then` makes of the answer, and an empty text where there is none. */
async function told(name, body, then, key = "") {
  try {
    return then(name === "start" ? await ask(name, body) : await again(name, body, key));
  } catch (refused) {
    say({ 0: words.offline, 422: name === "contact" ? words.unusable : words.refused }[refused.status] || words.failed);
    if (name === "start" && (refused.status === 401 || refused.status === 410) && kept.get("token")) {
      leave();
      return told(name, body, then);
    }
    if (name === "start") throw refused;
    return "";
  }
}
