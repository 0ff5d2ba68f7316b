// The panel: what is where, and how it is reached without a mouse.

const narrow = matchMedia("(max-width: 480px)");
const standsNow = make("p", { role: "status" });
const human = button(words.human, askHuman, { class: "main" });
const decline = button(words.decline, () => told("decline", {}, came), { class: "plain", hidden: true });
const question = make("section", { class: "card", "aria-labelledby": "asked", hidden: true });
const contact = make("details", { hidden: true });
const field = make("textarea", { id: "field", rows: "1", maxlength: "4000", enterkeyhint: "send", keydown: entered,
  input: () => kept.keep({ draft: field.value }) });
const status = make("p", { class: "status", role: "status" });
const unread = make("span", { class: "news", hidden: true }, words.unread);
const launcher = button(words.open, () => open(true), { class: "launcher main", "aria-expanded": "false" });
launcher.append(unread);

const feeling = make("details", {}, make("summary", {}, words.feeling), feelings());
scroll.append(question, contact);
grown.observe(question);

const chat = make("div", { class: "view" }, scroll, feeling,
  make("form", { class: "composer", submit: (event) => (event.preventDefault(), write()), novalidate: true },
    make("label", { for: "field", class: "sight" }, words.field), field,
    make("button", { type: "submit", class: "main" }, words.send)));
const data = make("div", { class: "data", tabindex: "0", role: "region", "aria-label": words.data, hidden: true });
const toData = button(words.data, () => turn(data.hidden), { class: "plain" });

const panel = make("section", { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
  make("div", { class: "head" }, make("h2", { id: "title" }, title), button(words.close, () => open(false))),
  make("div", { class: "human" }, human, standsNow, decline),
  chat, data, status,
  make("div", { class: "foot" }, toData));

field.placeholder = words.field;

function feelings() {
  const names = ["very_bad", "bad", "neutral", "good", "very_good"];
  const choice = (name) => make("label", { class: "choice" },
    make("input", { type: "radio", name: "feeling", value: name, change: () => feels(name) }), words[name]);
  return make("fieldset", {}, make("legend", { class: "sight" }, words.feeling), ...names.map(choice));
}

function entered(event) {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  write();
}

/** Between the conversation and the person's own data. */
function turn(toOwn) {
  show(data, toOwn);
  show(chat, !toOwn);
  toData.textContent = toOwn ? words.back : words.data;
  say("");
  if (toOwn) begin().then(() => data.replaceChildren(...choices()), () => {});
  (toOwn ? data : field).focus();
}

function open(wide, focused = true) {
  show(panel, wide);
  show(launcher, !wide);
  show(unread, false);
  launcher.setAttribute("aria-expanded", String(wide));
  kept.keep({ open: wide });
  if (wide) begin().catch(() => {});
  if (focused) (wide ? (data.hidden ? field : data) : launcher).focus();
  if (wide) follow();
}

function say(words) {
  status.textContent = words;
}

/** What is typed here is nobody else's: no key reaches the page's own shortcuts. Escape closes. */
function typed(event) {
  event.stopPropagation();
  if (event.type !== "keydown") return;
  if (event.key === "Escape" && !panel.hidden && !event.isComposing) open(false);
  if (event.key === "Tab" && narrow.matches && !panel.hidden) round(event);
}

/** Where the panel fills the screen, the focus stays in it: nothing behind it can be seen. */
function round(event) {
  const reached = panel.querySelectorAll("button, textarea, input, summary, a, [tabindex='0']");
  const all = [...reached].filter((one) => one.checkVisibility());
  const at = panel.getRootNode().activeElement;
  const [from, to] = event.shiftKey ? [all[0], all[all.length - 1]] : [all[all.length - 1], all[0]];
  if (at !== from) return;
  event.preventDefault();
  to.focus();
}
