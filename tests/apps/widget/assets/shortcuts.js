// A page with shortcuts: it listens to every key that reaches it.
window.heard = [];
for (const event of ["keydown", "keypress", "keyup", "input"]) {
  document.addEventListener(event, (one) => window.heard.push(one.type));
}
