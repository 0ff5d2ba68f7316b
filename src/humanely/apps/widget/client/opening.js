(async () => {
"use strict";

const script = document.currentScript;
const once = Symbol.for("humanely.widget");
if (!script || window[once]) return;
window[once] = true;

const base = script.src.replace(/\/widget\.js([?#].*)?$/, "");
const pass = script.dataset.pass || "";
const spoken = script.dataset.locale || document.documentElement.lang || navigator.language || "en";
const { words, locale, title } = await (await fetch(`${base}/widget/words/${encodeURIComponent(spoken)}`, { credentials: "omit" })).json();
if (document.readyState === "loading") await new Promise((done) => document.addEventListener("DOMContentLoaded", done));

