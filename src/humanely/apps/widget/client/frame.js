// The frame: a shadow tree of our own in the page, above everything, that the page's rules do not reach.

const host = document.createElement("div");
const root = make("aside", { class: "root", lang: locale, dir: words.dir, "aria-label": title }, panel, launcher);
const look = new CSSStyleSheet();
look.replaceSync(STYLE);

const tree = host.attachShadow({ mode: "closed" });
tree.adoptedStyleSheets = [look];
tree.append(root);
for (const event of ["keydown", "keyup", "keypress", "input", "beforeinput", "paste", "copy", "cut"]) {
  root.addEventListener(event, typed);
}

function place() {
  if (host.isConnected) return;
  document.documentElement.append(host);
  try {
    // The top layer: no z-index of the page is above it.
    host.popover = "manual";
    host.showPopover();
  } catch {
    // An older browser: the highest z-index has to do.
  }
}

place();
// Pages that replace themselves take the widget along.
new MutationObserver(place).observe(document.documentElement, { childList: true });
document.addEventListener("humanely:open", () => open(true));

// Another page of the same site: as it was left, but the focus is the page's, and a small screen is the page's, too.
if (!pass) field.value = kept.get("draft") || "";
count(kept.get("counted"), kept.get("typed"));
if (kept.get("open") && !narrow.matches) open(true, false);
else if (kept.get("handoff")) begin().catch(() => {});
