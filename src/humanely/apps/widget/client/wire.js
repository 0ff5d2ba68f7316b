// Asking the server. The token travels in a header, never in an address; cookies are neither sent nor taken.

class Refused extends Error {
  constructor(status, problem = {}) {
    super(problem.detail || "");
    this.status = status;
    this.card = problem.card || "";
    this.code = (problem.type || "").split(":").pop();
  }

  /** The same request may do better later. */
  get passing() {
    return this.status === 0 || this.status === 409 || this.status === 429 || this.status >= 500;
  }
}

const QUIET = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer" };
const PATIENCE_MS = 60_000;

async function ask(name, body = {}, key = "") {
  const headers = { "content-type": "application/json", ...bearer() };
  if (key) headers["idempotency-key"] = key;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const asked = { method: "POST", headers, body: JSON.stringify(body), signal, ...QUIET };
  let answer;
  try {
    answer = await fetch(`${base}/widget/${name}`, asked);
  } catch {
    throw new Refused(0);
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(answer.status, told);
  return told;
}

function bearer() {
  return kept.get("token") ? { authorization: `Bearer ${kept.get("token")}` } : {};
}

/** Events of the conversation until `signal`, taken up where they broke off. `place` says where that is; `heard` runs
    whenever the server is there again. */
async function listen(place, take, signal, heard) {
  let wait = 1_000;
  while (!signal.aborted) {
    try {
      const headers = { ...bearer(), "last-event-id": String(place()) };
      const answer = await fetch(`${base}/widget/events`, { headers, signal, ...QUIET });
      if (answer.status === 401 || answer.status === 410) return;
      if (!answer.ok) throw new Refused(answer.status);
      wait = 1_000;
      heard();
      await eachEvent(answer.body, take);
    } catch {
      // Cut off: by the network, the server's end, or by us.
    }
    await new Promise((done) => setTimeout(done, wait * (0.5 + Math.random())));
    wait = Math.min(wait * 2, 30_000);
  }
}

async function eachEvent(body, take) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let held = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const events = (held + part.value).split("\n\n");
    held = events.pop();
    for (const event of events) {
      const data = event.split("\n").find((line) => line.startsWith("data: "));
      if (data) take(JSON.parse(data.slice(6)));
    }
  }
}
