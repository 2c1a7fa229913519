// Keeps what somebody types, in this browser alone, until it is saved: a reload, a lost session or
// a flat battery takes nothing. Cleared when the hub has taken it. Never passwords.

const LONGEST_MS = 24 * 3600 * 1000; // older words are of another night
const SKIPPED = new Set(["password", "hidden", "file", "submit"]);

const name = (form) => `draft:${form.dataset.keep}`;

function fields(form) {
  return [...form.elements].filter((f) => f.name && !SKIPPED.has(f.type));
}

function typed(form) {
  const values = {};
  for (const f of fields(form)) {
    const changed = f.type === "checkbox" || f.type === "radio"
      ? f.checked !== f.defaultChecked
      : f.tagName === "SELECT"
        ? [...f.options].some((o) => o.selected !== o.defaultSelected)
        : f.value !== f.defaultValue;
    if (changed) {
      (values[f.name] ??= []).push(f.type === "checkbox" || f.type === "radio" ? [f.value, f.checked] : f.value);
    }
  }
  return values;
}

function remember(form) {
  const values = typed(form);
  try {
    if (Object.keys(values).length) {
      const key = form.elements.namedItem("key")?.value;
      localStorage.setItem(name(form), JSON.stringify({ at: Date.now(), key, values }));
    } else {
      localStorage.removeItem(name(form));
    }
  } catch {
    // Storage is off or full: the words stay in the page.
  }
}

function bring(form) {
  let kept;
  try {
    kept = JSON.parse(localStorage.getItem(name(form)));
  } catch {
    return false;
  }
  if (!kept || Date.now() - kept.at > LONGEST_MS) {
    return false;
  }
  for (const [field, values] of Object.entries(kept.values)) {
    const named = fields(form).filter((f) => f.name === field);
    values.forEach((value, i) => {
      if (Array.isArray(value)) {
        const box = named.find((f) => f.value === value[0]);
        if (box) {
          box.checked = value[1];
        }
      } else if (named[i]) {
        named[i].value = value;
      }
    });
  }
  const key = form.elements.namedItem("key");
  if (key && kept.key) {
    key.value = kept.key; // the same words sent again are one report
  }
  return true;
}

export function forget(form) {
  try {
    localStorage.removeItem(name(form));
  } catch {
    // Nothing was kept.
  }
}

// What nobody came back for within a day is of another night, and may be about a person.
export function purge() {
  try {
    for (const key of Object.keys(localStorage).filter((k) => k.startsWith("draft:"))) {
      if (!(Date.now() - JSON.parse(localStorage.getItem(key))?.at < LONGEST_MS)) {
        localStorage.removeItem(key);
      }
    }
  } catch {
    // Nothing is kept here.
  }
}

export function keep(form) {
  if (bring(form)) {
    const note = document.createElement("p");
    note.className = "kept";
    note.setAttribute("role", "status");
    note.textContent = "What you had typed is here again. ";
    const drop = document.createElement("button");
    drop.type = "button";
    drop.className = "quiet";
    drop.textContent = "Throw it away";
    drop.addEventListener("click", () => {
      forget(form);
      form.reset();
      note.remove();
    });
    note.append(drop);
    form.prepend(note);
    form.dispatchEvent(new Event("input", { bubbles: true }));
  }
  form.addEventListener("input", () => remember(form));
  form.addEventListener("change", () => remember(form));
  if (!form.matches("[data-send]")) {
    return;
  }
  form.addEventListener("taken", () => forget(form));
}
