// What the person may see, allow, take back, take along and delete.

function choices() {
  const consents = make("section", {}, make("h3", {}, words.allowed));
  const load = (list) => consents.replaceChildren(make("h3", {}, words.allowed), ...(list || []).flatMap(choice));
  const choice = (one) => {
    const granted = one.standing === "granted";
    const name = words[`for_${one.sense === "text" ? one.purpose : one.sense}`] || one.purpose;
    const change = button(granted ? words.withdraw : words.allow, async () => {
      load(await consent(one, granted ? "withdrawn" : "granted"));
      say(words.changed);
      consents.querySelector("button")?.focus();
    }, { "aria-label": `${granted ? words.withdraw : words.allow}: ${name}` });
    return [
      make("p", {}, make("strong", {}, name), ` — ${granted ? words.is_allowed : words.is_not_allowed}`),
      make("p", { lang: one.locale || null, dir: "auto" }, one.text.trim()),
      hushed(one) ? make("p", {}, words.private) : make("p", {}, granted || one.text ? change : ""),
    ];
  };
  told("consents", { locale }, (stand) => load(stand.consents));
  return [
    make("p", {}, words.data_intro),
    consents,
    make("section", {}, make("h3", {}, words.yours), make("div", { class: "row" },
      button(words.download, download), button(words.forget, () => sure(words.forget_sure, forget)),
      button(words.erase, () => sure(words.erase_sure, erase))), certain),
  ];
}

const certain = make("div", { role: "group", tabindex: "-1" });

/** A second question in front of what cannot be undone. */
function sure(question, act) {
  const stop = () => certain.replaceChildren();
  certain.replaceChildren(
    make("p", {}, make("strong", {}, question)),
    make("div", { class: "row" }, button(words.yes, () => act().finally(stop)), button(words.no, stop)),
  );
  certain.focus();
}

async function download() {
  await told("export", { locale }, (everything) => {
    const held = new Blob([JSON.stringify(everything, null, 2)], { type: "application/json" });
    const link = make("a", { href: URL.createObjectURL(held), download: "my-data.json" });
    link.click();
    URL.revokeObjectURL(link.href);
    say(words.downloaded);
  });
}

async function erase() {
  await told("erase", { sure: true }, (receipt) => {
    leave();
    certain.replaceChildren();
    data.replaceChildren(...paragraphs(receipt.words));
    say(words.erased);
  });
}

async function forget() {
  leave();
  turn(false);
  await begin();
}
