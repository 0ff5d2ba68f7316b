// How the page is used, as counts for each minute, made on this device: never which keys, never where, never what. Off
// until the person has said yes, and always off in a browser that asks for privacy.

const WINDOW_MS = 60_000;
const RAGE = { clicks: 3, within_ms: 1_000, within_px: 30 };
const DEAD_MS = 2_500;
const IDLE_MS = 10_000;
const PRESSED = "a, button, summary, input, select, label, [role=button], [role=link], [role=tab]";

let watching = null;
let measuring = null;

function watch(consents) {
  const may = (sense) => consents.some((one) => one.sense === sense && one.standing === "granted");
  kept.keep({ counted: may("behaviour"), typed: may("typing") });
  count(kept.get("counted"), kept.get("typed"));
}

function count(clicks, typing) {
  const open = navigator.globalPrivacyControl !== true;
  if (clicks && open) watching ||= new Watch();
  else if (watching) watching = void watching.stop();
  if (typing && open) measuring ||= new Rhythm();
  else if (measuring) measuring = void measuring.stop();
}

class Watch {
  constructor() {
    this.ended = new AbortController();
    const on = (event, heard) =>
      document.addEventListener(event, heard, { capture: true, passive: true, signal: this.ended.signal });
    on("click", (event) => event.target === host || this.clicked(event));
    on("submit", (event) => this.submitted(event.target));
    // That something is done, not what: no event is looked at.
    for (const event of ["keydown", "pointermove", "wheel", "touchstart", "focusin"]) on(event, () => this.active());
    on("scroll", () => this.moved());
    this.mutations = new MutationObserver(() => this.moved());
    const anything = { subtree: true, childList: true, attributes: true, characterData: true };
    this.mutations.observe(document.documentElement, anything);
    this.timer = setInterval(() => this.send(), WINDOW_MS);
    this.anew();
  }

  anew() {
    this.counts = { clicks: 0, rage_clicks: 0, dead_clicks: 0, retries: 0, idle_s: 0 };
    this.began = this.lastActive = performance.now();
    this.recent = [];
    this.sent = new Set();
  }

  active() {
    const silent = performance.now() - this.lastActive;
    if (silent > IDLE_MS) this.counts.idle_s += Math.round(silent / 1_000);
    this.lastActive = performance.now();
  }

  moved() {
    this.changed = performance.now();
  }

  clicked(event) {
    this.active();
    const now = performance.now();
    this.counts.clicks += 1;
    const far = (one) => Math.hypot(one.x - event.clientX, one.y - event.clientY);
    const near = (one) => now - one.at < RAGE.within_ms && far(one) < RAGE.within_px;
    this.recent = [...this.recent.filter(near), { at: now, x: event.clientX, y: event.clientY }];
    if (this.recent.length === RAGE.clicks) {
      this.counts.rage_clicks += 1;
      this.recent = [];
    }
    if (event.target.closest?.(PRESSED)) this.expect(now, location.href, document.activeElement);
  }

  /** A press after which nothing on the page changes, moves or takes the focus was a dead one. */
  expect(now, place, focused) {
    setTimeout(() => {
      const moved = this.changed >= now || location.href !== place;
      if (!moved && document.activeElement === focused && !document.hidden) this.counts.dead_clicks += 1;
    }, DEAD_MS);
  }

  submitted(form) {
    if (this.sent.has(form)) this.counts.retries += 1;
    this.sent.add(form);
  }

  async send() {
    this.active();
    const body = { window_s: Math.round((performance.now() - this.began) / 1_000), ...this.counts };
    this.anew();
    if (document.hidden || !(body.clicks || body.retries)) return;
    const came = await ask("behaviour", body).catch(() => ({ recorded: true }));
    if (!came.recorded && watching === this) watching = void this.stop();
  }

  stop() {
    this.ended.abort();
    this.mutations.disconnect();
    clearInterval(this.timer);
  }
}
