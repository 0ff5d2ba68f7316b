// The look. Important rules of :host outrank every rule of the page, so that no page can hide or distort the widget.

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: auto !important; z-index: 2147483647 !important;
  display: block !important; overflow: visible !important; color-scheme: light dark !important; }
:host::backdrop { display: none !important; }
[hidden] { display: none !important; }
* { box-sizing: border-box; }
.root { --paper: #fdfcf9; --raised: #f3f1ea; --ink: #1d2428; --soft: #55606a; --line: #8b9298; --accent: #0c5c60;
  --on: #ffffff; --mine: #e0efee; --warm: #9a3412;
  font: 16px/1.5 system-ui, sans-serif; color: var(--ink); text-align: start; }
@media (prefers-color-scheme: dark) { .root { --paper: #171c1f; --raised: #222a2e; --ink: #eceae4; --soft: #b3bcc2;
  --line: #7d888f; --accent: #7fd1cf; --on: #08282a; --mine: #17393b; --warm: #fdba74; } }
button, textarea, input { font: inherit; color: inherit; letter-spacing: normal; }
button { min-height: 32px; padding: 4px 12px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--paper); cursor: pointer; }
button:hover { border-color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.main { background: var(--accent); border-color: var(--accent); color: var(--on); font-weight: 600; }
button[aria-disabled=true] { cursor: default; color: var(--soft); background: none; border: 1px dashed var(--line); }
.plain { border-color: transparent; background: none; padding: 4px 6px; color: var(--accent);
  text-decoration: underline; }
.launcher { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; min-height: 52px; padding: 0 22px;
  border: 2px solid var(--on); border-radius: 26px; box-shadow: 0 4px 16px rgb(0 0 0 / .25); }
.launcher .news { margin-inline-start: 8px; font-weight: 400; }
.panel { position: fixed; inset-block-end: 20px; inset-inline-end: 20px; width: 384px;
  height: min(660px, calc(100dvh - 40px)); display: flex; flex-direction: column; border: 1px solid var(--line);
  border-radius: 14px; background: var(--paper); box-shadow: 0 8px 32px rgb(0 0 0 / .28); overflow: hidden; }
.head { display: flex; align-items: center; gap: 8px; padding: 10px 16px; background: var(--raised); }
.head h2 { flex: 1; margin: 0; font-size: 17px; line-height: 1.3; }
.human { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; padding: 8px 16px;
  border-block-end: 1px solid var(--line); background: var(--raised); }
.human p { margin: 0; font-size: 14px; flex: 1 1 120px; }
.view { flex: 1; min-height: 0; display: flex; flex-direction: column; }
.scroll { flex: 1 1 120px; min-height: 120px; overflow-y: auto; overscroll-behavior: contain; padding: 14px 16px;
  display: flex; flex-direction: column; gap: 12px; }
.log { margin: 0; padding: 0; list-style: none; display: flex; flex-direction: column; gap: 12px; }
.line { max-width: 88%; align-self: flex-start; padding: 8px 12px; border-radius: 12px; background: var(--raised);
  overflow-wrap: anywhere; }
.line p { margin: 0 0 6px; white-space: pre-line; }
.line p:last-of-type { margin: 0; }
.by { font-size: 13px; color: var(--soft); margin: 0 0 2px; }
.line[data-author=person] { align-self: flex-end; background: var(--mine); }
.line[data-author=human], .line[data-author=ai_draft_human_sent] { border-inline-start: 3px solid var(--accent); }
.line[data-kind=notice] { background: none; padding: 0; max-width: 100%; font-size: 14px; color: var(--soft); }
.line[data-kind=card] { border: 2px solid var(--warm); max-width: 100%; }
.line[data-state=failed] { border: 1px dashed var(--warm); }
.state { font-size: 13px; color: var(--soft); }
.why { margin-block-start: 6px; padding-inline-start: 10px; border-inline-start: 2px solid var(--line);
  font-size: 14px; }
.line .plain { font-size: 13px; padding: 2px 0; min-height: 26px; }
.card { padding: 10px 12px; border: 1px solid var(--accent); border-radius: 10px; }
.card h3, .data h3 { margin: 0 0 4px; font-size: 16px; }
.card p, .data p { margin: 0 0 8px; font-size: 14px; white-space: pre-line; }
.row { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
.row .last { margin-inline-start: auto; }
details { margin: 4px 16px; font-size: 14px; }
.scroll details { margin: 0; }
summary { cursor: pointer; min-height: 28px; padding-block: 2px; color: var(--accent); }
fieldset { margin: 0; padding: 4px 0 0; border: 0; display: flex; flex-wrap: wrap; gap: 2px 12px; }
legend { padding: 0; }
label.choice { display: inline-flex; align-items: center; gap: 6px; min-height: 28px; cursor: pointer; }
input[type=radio] { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
.composer, .contact { display: flex; gap: 8px; align-items: end; padding: 4px 16px 8px; }
.contact { flex-wrap: wrap; padding: 8px 0 0; font-size: 14px; }
.contact label { flex: 1 1 100%; }
textarea, input[type=text] { flex: 1; min-width: 0; padding: 8px 10px; border: 1px solid var(--line);
  border-radius: 8px;
  background: var(--paper); resize: none; }
textarea { min-height: 44px; max-height: 140px; field-sizing: content; }
.composer button { min-height: 44px; }
.status { margin: 0; padding: 0 16px; font-size: 14px; color: var(--soft); }
.status:not(:empty) { padding-block-end: 6px; }
.foot { padding: 2px 10px 8px; font-size: 14px; border-block-start: 1px solid var(--line); }
.data { flex: 1; overflow-y: auto; padding: 14px 16px; }
.data section { margin-block-end: 14px; padding-block-end: 14px; border-block-end: 1px solid var(--line); }
.sight { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (max-width: 480px) { .panel { inset: 0; width: auto; height: 100dvh; border: 0; border-radius: 0; } }
@media (max-height: 420px) { .panel { inset-block: 0; height: 100dvh; overflow-y: auto; } .scroll { overflow: visible; }
  .view { flex: 1 0 auto; } }
@media (prefers-reduced-motion: no-preference) { .panel { animation: rise .16s ease-out; }
  @keyframes rise { from { opacity: 0; transform: translateY(8px); } } }
@media (forced-colors: active) { .main, .line { border: 1px solid; } }
`;
