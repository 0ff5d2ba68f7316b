// How somebody types in our own field, as three figures of a minute, made on this device: the median pause, how far pauses
// spread, corrections of a hundred. Which keys they were is not looked at; their order is lost before anything is sent.
// Off until the person has said yes to exactly this, and always off in a browser that asks for privacy.

const BREAK_MS = 3_000;
const FEWEST = 30;

class Rhythm {
  constructor() {
    this.ended = new AbortController();
    field.addEventListener("input", (event) => this.pressed(event.inputType || ""), { signal: this.ended.signal });
    this.timer = setInterval(() => this.send(), WINDOW_MS);
    this.anew();
  }

  anew() {
    this.pauses = [];
    this.presses = this.back = this.last = 0;
  }

  /** That something was written or taken back, never what; what is pasted was not typed. */
  pressed(kind) {
    const back = /^deleteContent/.test(kind);
    if (!back && !/^insert(Text|Comp|Line)/.test(kind)) return void (this.last = 0);
    const now = performance.now();
    if (this.last && now - this.last < BREAK_MS) this.pauses.push(now - this.last);
    this.last = now;
    this.presses += 1;
    this.back += back;
  }

  async send() {
    const { pauses, presses, back } = this;
    this.anew();
    if (pauses.length < FEWEST) return;
    const median = (some) => Math.round(some.sort((one, other) => one - other)[some.length >> 1]);
    const pause_ms = median(pauses);
    const spread_ms = median(pauses.map((one) => Math.abs(one - pause_ms)));
    const body = { window_s: WINDOW_MS / 1_000, pause_ms, spread_ms, corrections: Math.round((100 * back) / presses) };
    const came = await ask("typing", body).catch(() => ({ recorded: true }));
    if (!came.recorded && measuring === this) measuring = void this.stop();
  }

  stop() {
    this.ended.abort();
    clearInterval(this.timer);
  }
}
