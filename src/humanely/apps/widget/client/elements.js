// Elements without a line of markup: nothing that Trusted Types would refuse, nothing that words could break out of.

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== false && value !== null) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

function button(words, click, more = {}) {
  return make("button", { type: "button", click, ...more }, words);
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/;

/** A text as paragraphs, with its addresses as links; `reach` says what else calls where. */
function paragraphs(text, reach = {}) {
  // The longest first: a number may begin with another.
  const named = Object.keys(reach).sort((one, other) => other.length - one.length);
  const exact = named.map((one) => `(?<![\\d:])${one.replace(/[^\w ]/g, "\\$&")}(?![\\d:])`);
  const links = new RegExp([...exact, ADDRESS.source].join("|"), "g");
  return text.split(/\n{2,}/).map((part) => make("p", { dir: "auto" }, ...linked(part, links, reach)));
}

function linked(text, links, reach) {
  const parts = [];
  let from = 0;
  for (const found of text.matchAll(links)) {
    const href = reach[found[0]] || found[0];
    const link = href.startsWith("tel:") ? { href } : { href, target: "_blank", rel: "noopener noreferrer" };
    parts.push(text.slice(from, found.index), make("a", link, found[0]));
    from = found.index + found[0].length;
  }
  return [...parts, text.slice(from)];
}

function show(element, shown) {
  element.hidden = !shown;
}
