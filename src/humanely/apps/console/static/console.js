// What the console adds where a browser runs scripts: pages that stay up to date, forms that change a part of the page,
// times in the reader's own zone. Without it every page and every form works as it is.
"use strict";

const said = document.getElementById("said");
const tell = (words) => { said.textContent = ""; requestAnimationFrame(() => { said.textContent = words; }); };

// Times: the server writes UTC, as it knows no zone.
function localTimes(within) {
  const lang = document.documentElement.lang;
  const full = new Intl.DateTimeFormat(lang, { dateStyle: "medium", timeStyle: "short" });
  for (const one of within.querySelectorAll("time[datetime]")) {
    const words = full.format(new Date(one.dateTime));
    if ("since" in one.dataset) one.title = words; else one.textContent = words;
  }
}

const STEPS = [["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];
function agoTimes() {
  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "always" });
  for (const one of document.querySelectorAll("time[data-since]")) {
    const seconds = Math.round((new Date(one.dateTime) - Date.now()) / 1000);
    const [unit, size] = STEPS.find(([, size]) => Math.abs(seconds) >= size) || STEPS[3];
    one.textContent = relative.format(Math.trunc(seconds / size), unit);
  }
}

// A block is swapped by its id, unless somebody is writing in it.
const changed = (field) => field.type === "checkbox" || field.type === "radio"
  ? field.checked !== field.defaultChecked
  : field.tagName === "SELECT"
    ? [...field.options].some((option) => option.selected !== option.defaultSelected)
    : field.type !== "hidden" && field.value !== field.defaultValue;
const busy = (block) => [...block.querySelectorAll("input, textarea, select")].some(changed);

function swap(fresh, { force = false } = {}) {
  let moved = false;
  for (const old of document.querySelectorAll("[data-block]")) {
    const now = fresh.getElementById(old.id);
    // A form's token is the session's: it does not move.
    if (!now || now.outerHTML === old.dataset.drawn || (!force && busy(old))) continue;
    const focused = old.contains(document.activeElement) && document.activeElement.id;
    const open = [...old.querySelectorAll("details[open][id]")].map((one) => one.id);
    const drawn = now.outerHTML;
    old.replaceWith(document.adoptNode(now));
    now.dataset.drawn = drawn;
    for (const id of open) document.getElementById(id)?.setAttribute("open", "");
    if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    localTimes(now);
    moved = true;
  }
  agoTimes();
  return moved;
}

async function drawn(address, options = {}) {
  const answer = await fetch(address, { credentials: "same-origin", ...options });
  return { answer, page: new DOMParser().parseFromString(await answer.text(), "text/html") };
}

// Something has moved: at most one look in two seconds, and one at a time.
let waiting = false;
let again = false;
async function refresh() {
  if (waiting) return;
  waiting = true;
  await new Promise((done) => setTimeout(done, 300));
  try {
    // Whoever is writing is told what they have not seen; whoever is not, sees it.
    const seen = document.querySelector("[data-seen]");
    const writes = seen && busy(seen.form);
    const { answer, page } = await drawn(writes ? `?seen=${seen.value}` : location.href);
    const told = document.querySelector("[data-tell]");
    if (answer.ok && !answer.redirected && swap(page)) {
      const now = document.querySelector("[data-tell]");
      tell(now && now !== told ? now.textContent : document.body.dataset.moved);
    }
    if (seen && !writes) seen.value = page.querySelector("[data-seen]")?.value || seen.value;
  } catch { /* the next event tries again */ }
  setTimeout(() => { waiting = false; if (again) { again = false; refresh(); } }, 1700);
}

function listen() {
  const wanted = new Set((document.querySelector("[data-moves]")?.dataset.moves || "").split(" ").filter(Boolean));
  if (!wanted.size || !document.body.dataset.live) return;
  const source = new EventSource(document.body.dataset.live);
  let lost = false;
  source.addEventListener("moved", (event) => {
    if (!event.data.split(" ").some((kind) => wanted.has(kind))) return;
    if (waiting) again = true; else refresh();
  });
  source.addEventListener("error", () => { if (!lost) { lost = true; tell(document.body.dataset.lost); } });
  source.addEventListener("open", () => { if (lost) { lost = false; refresh(); } });
  addEventListener("pagehide", () => source.close());
}

// A form marked so is sent from here; where the page cannot take the answer in, it is opened whole.
async function send(form, button) {
  const sent = new URLSearchParams(new FormData(form, button));
  const { answer, page } = await drawn(button?.formAction || form.action, { method: "POST", body: sent });
  const stays = new URL(answer.url).pathname === location.pathname;
  if (!stays || !document.querySelector("[data-block]")) {
    location.assign(answer.redirected ? answer.url : location.href);
    return;
  }
  swap(page, { force: true });
  const flash = page.querySelector(".flash");
  document.querySelector(".flash")?.remove();
  if (flash) { document.getElementById("main").prepend(document.adoptNode(flash)); tell(flash.textContent); }
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.dataset.busy) { event.preventDefault(); return; }
  form.dataset.busy = "yes";
  // A second click sends nothing twice; a file to save leaves the page where it is.
  setTimeout(() => { delete form.dataset.busy; }, 3000);
  if (!("swap" in form.dataset)) return;
  event.preventDefault();
  send(form, event.submitter)
    .catch(() => form.submit())
    .finally(() => { delete form.dataset.busy; });
});

// Ctrl+Enter sends what is being written.
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.tagName === "TEXTAREA") {
    event.preventDefault();
    event.target.form?.requestSubmit();
  }
});

// Single keys, where nobody is writing and nobody has turned them off (WCAG 2.2, 2.1.4).
const KEYS_OFF = "humanely-keys-off";
const keysOff = document.querySelector("[data-keys-off]");
function stored(key, value) {
  // A browser may forbid storage: then nothing is remembered.
  try { if (value !== undefined) localStorage.setItem(key, value); return localStorage.getItem(key) || ""; } catch { return ""; }
}
if (keysOff) {
  keysOff.checked = keysOff.defaultChecked = stored(KEYS_OFF) === "yes";
  keysOff.addEventListener("change", () => stored(KEYS_OFF, keysOff.checked ? "yes" : "no"));
}

function toItem(step) {
  const items = [...document.querySelectorAll("[data-item]")];
  const at = items.findIndex((one) => one.contains(document.activeElement));
  const next = items[Math.min(Math.max(at + step, 0), items.length - 1)];
  next?.querySelector("a")?.focus();
}

document.addEventListener("keydown", (event) => {
  const writes = event.target.closest?.("input:not([type=checkbox]), textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || writes || !keysOff || keysOff.checked) return;
  if (event.key === "j" || event.key === "k") { event.preventDefault(); toItem(event.key === "j" ? 1 : -1); return; }
  const wanted = `[data-key="${CSS.escape(event.key)}"]`;
  const within = document.activeElement.closest("[data-item]") || document;
  const found = within.querySelector(wanted) || document.querySelector(wanted);
  if (!found) return;
  event.preventDefault();
  if (found.matches("textarea, summary")) found.focus();
  if (!found.matches("textarea")) found.click();
});

// What a form was refused with is drawn at the form's address: reading it anew is reading the page it belongs to.
const own = document.querySelector("[data-at]")?.dataset.at;
if (own && own !== location.pathname) history.replaceState(null, "", own + location.hash);

for (const block of document.querySelectorAll("[data-block]")) block.dataset.drawn = block.outerHTML;
localTimes(document);
setInterval(agoTimes, 15000);
listen();
