// Filters of the board that this browser keeps by name. A filter is only an address: without this
// a bookmark does the same.

const STORE = "filters";
const MOST = 12;

function all() {
  try {
    return JSON.parse(localStorage.getItem(STORE)) ?? [];
  } catch {
    return [];
  }
}

function put(list) {
  try {
    localStorage.setItem(STORE, JSON.stringify(list.slice(-MOST)));
  } catch {
    // Storage is off: a bookmark does it.
  }
}

function chip({ name, query }, draw) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = `/console${query}`;
  link.textContent = name;
  if (location.search === query) {
    link.setAttribute("aria-current", "page");
  }
  const drop = document.createElement("button");
  drop.type = "button";
  drop.className = "quiet";
  drop.textContent = "×";
  drop.setAttribute("aria-label", `Forget ${name}`);
  drop.addEventListener("click", () => {
    put(all().filter((f) => f.name !== name));
    draw();
  });
  item.append(link, drop);
  return item;
}

export function filters(form) {
  const list = document.getElementById("saved");
  const draw = () => list.replaceChildren(...all().map((f) => chip(f, draw)));
  const save = document.createElement("button");
  save.type = "button";
  save.className = "second";
  save.textContent = "Keep this filter";
  save.addEventListener("click", () => {
    const query = `?${new URLSearchParams([...new FormData(form)].filter(([, v]) => v))}`;
    const words = [...form.elements]
      .filter((f) => f.name && f.value)
      .map((f) => (f.tagName === "SELECT" ? f.selectedOptions[0].textContent : f.value.trim()));
    const name = words.join(", ").slice(0, 60) || "Everything";
    put([...all().filter((f) => f.name !== name), { name, query }]);
    draw();
  });
  form.querySelector("button").after(save);
  draw();
}
