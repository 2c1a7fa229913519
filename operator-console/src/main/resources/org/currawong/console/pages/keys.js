// One key does what takes a mouse three clicks. Never while somebody types, never with Ctrl or Alt,
// and it can be turned off (WCAG 2.1.4): some voices and hands press keys that nobody meant.

const OFF = "keys-off";

const off = () => {
  try {
    return localStorage.getItem(OFF) === "1";
  } catch {
    return false;
  }
};

function typing(target) {
  return target.closest("input,textarea,select,[contenteditable]") !== null;
}

function row(step) {
  const links = [...document.querySelectorAll("#reports .rows > li > a")];
  const here = links.indexOf(document.activeElement);
  const next = here < 0 ? (step > 0 ? 0 : links.length - 1) : here + step;
  links[next]?.focus();
}

const go = (path) => () => location.assign(path);
const focus = (selector) => () => document.querySelector(selector)?.focus();

const ACTS = {
  n: go("/console/enter"),
  b: go("/console"),
  l: go("/console/notes"),
  s: go("/console/situation"),
  "?": go("/console/keys"),
  j: () => row(1),
  k: () => row(-1),
  "/": focus("#q"),
  a: focus("#answer"),
  h: focus("#agency"),
  p: focus("#place"),
  x: () => document.querySelector("#alarm [data-ring] button")?.click(),
};

export function keys() {
  const box = document.getElementById("keys-on");
  if (box) {
    box.checked = !off();
    box.disabled = false;
    box.addEventListener("change", () => {
      try {
        localStorage.setItem(OFF, box.checked ? "0" : "1");
      } catch {
        // It holds for nothing: the keys stay as they are.
      }
    });
  }
  if (!document.querySelector("nav a[href='/console']")) {
    return;
  }
  document.addEventListener("keydown", (event) => {
    const act = ACTS[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey || off() || typing(event.target)) {
      return;
    }
    event.preventDefault();
    act();
  });
}
