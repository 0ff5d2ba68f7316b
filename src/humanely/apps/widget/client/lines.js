// The conversation: lines from the server, each once, and those that are on their way to it.

const log = make("ol", { class: "log" });
const spoken = { role: "log", "aria-live": "polite", "aria-label": title };
const scroll = make("div", { class: "scroll", tabindex: "0", ...spoken }, log);
const shown = new Set();
let newest = -1;

/** Whose line it is, as people and machines read it. */
function author(line) {
  return line.voice === "person" ? "person" : line.author;
}

function by(line) {
  const whose = words[`by_${author(line)}`];
  return line.name ? `${line.name} · ${whose}` : whose;
}

function add(line) {
  const id = `${line.place}.${line.number}`;
  newest = Math.max(newest, line.place);
  if (shown.has(id)) return false;
  shown.add(id);
  // Told before the first message, and recorded with the first answer.
  const notices = [...log.querySelectorAll("[data-kind=notice]")];
  if (line.kind === "notice" && notices.some((one) => one.innerText === line.text)) return false;
  const mine = line.voice === "person" && outgoing.find((one) => one.text === line.text);
  if (mine) settled(mine);
  append(bubble(line));
  return line.voice !== "person";
}

function bubble(line) {
  const marks = { "data-author": author(line), "data-kind": line.kind, lang: line.locale || null };
  const item = make("li", { class: "line", ...marks });
  if (line.kind !== "notice") item.append(make("p", { class: "by", lang: locale }, by(line)));
  item.append(...paragraphs(line.text, line.reach));
  if (line.voice === "assistant" && line.kind === "reply") item.append(why(line));
  return item;
}

/** The reasons of an answer, fetched when they are asked for. */
function why(line) {
  const reasons = make("div", { class: "why", hidden: true, tabindex: "-1", lang: locale });
  const asking = button(words.why, async () => {
    const open = reasons.hidden;
    if (open && !reasons.hasChildNodes()) {
      reasons.append(...paragraphs(await told("why", { place: line.place }, (one) => one.text)));
    }
    show(reasons, open);
    asking.setAttribute("aria-expanded", String(open));
    following = false;
    if (open) reasons.scrollIntoView({ block: "nearest" });
  }, { class: "plain", "aria-expanded": "false", lang: locale });
  return make("div", {}, asking, reasons);
}

function append(item) {
  const waiting = log.querySelector("[data-state]");
  if (waiting && !item.dataset.state) waiting.before(item);
  else log.append(item);
  if (item.dataset.state) follow();
}

// Whoever reads further up is left there; whoever is at the end stays at the end.

let following = true;
scroll.addEventListener("scroll", () => {
  following = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40;
});
const grown = new ResizeObserver(() => following && follow());
for (const one of [scroll, log]) grown.observe(one);

function follow() {
  scroll.scrollTop = scroll.scrollHeight;
}

function clear() {
  log.replaceChildren();
  shown.clear();
  outgoing.length = 0;
  newest = -1;
}

// What is on its way: { key, text, feeling, item }. Kept on the device until the server has it.

const outgoing = [];

function put(message) {
  const item = make("li", { class: "line", "data-author": "person", "data-state": "sending" });
  item.append(make("p", { class: "by" }, words.by_person), ...paragraphs(message.text));
  item.append(make("div", { class: "state" }));
  outgoing.push({ ...message, item });
  append(item);
  return outgoing[outgoing.length - 1];
}

function settled(one) {
  one.item.remove();
  outgoing.splice(outgoing.indexOf(one), 1);
  keepOutgoing();
}

function keepOutgoing() {
  kept.keep({ outgoing: outgoing.map(({ key, text, feeling }) => ({ key, text, feeling })) });
}

function mark(one, state) {
  one.item.dataset.state = state;
  const told = one.item.querySelector(".state");
  told.replaceChildren(words[state === "sending" ? "sending" : "not_sent"]);
  if (state === "failed") told.append(" ", button(words.retry, () => send(one), { class: "plain" }));
}
