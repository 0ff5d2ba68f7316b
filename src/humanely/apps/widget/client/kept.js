// What stays on this device: the token, what is typed, what is not sent yet. In memory only, where storage is blocked.

const kept = (() => {
  const name = `humanely ${base}`;
  let held = {};
  try {
    held = JSON.parse(localStorage.getItem(name)) || {};
  } catch {
    // Blocked, or not ours: begin with nothing.
  }
  // A conversation belongs to whoever is signed in at the page; somebody else begins their own.
  if ((held.signed || false) !== Boolean(pass)) held = {};

  function keep(changes) {
    Object.assign(held, changes);
    try {
      localStorage.setItem(name, JSON.stringify(held));
    } catch {
      // It lasts until the page is left.
    }
  }

  function forget() {
    held = {};
    try {
      localStorage.removeItem(name);
    } catch {
      // There is nothing.
    }
  }

  return { get: (field) => held[field], keep, forget };
})();
