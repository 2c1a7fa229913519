// Starts what a page needs. Every page also works without this, by plain forms and reloading.
import { follow } from "./live.js";
import { enhance } from "./send.js";
import { keep, purge } from "./keep.js";
import { keys } from "./keys.js";
import { ring } from "./ring.js";

const root = document.documentElement;

function theme() {
  const button = document.getElementById("theme");
  const night = matchMedia("(prefers-color-scheme: dark)");
  const late = root.hasAttribute("data-night"); // the hub's own evening; a person may say otherwise
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage may be off: the system's choice holds.
  }
  const show = () => {
    if (chosen) {
      root.dataset.theme = chosen;
    }
    const dark = chosen ? chosen === "dark" : night.matches || late;
    if (button) {
      button.hidden = false;
      button.textContent = dark ? "Day" : "Night";
    }
  };
  button?.addEventListener("click", () => {
    const dark = chosen ? chosen === "dark" : night.matches || late;
    chosen = dark ? "light" : "dark";
    try {
      localStorage.setItem("theme", chosen);
    } catch {
      // It holds until the page is left.
    }
    show();
  });
  night.addEventListener("change", show);
  show();
}

function span(time) {
  const minutes = Math.max(0, Math.floor((Date.now() - Date.parse(time.dateTime)) / 60000));
  const hours = Math.floor(minutes / 60);
  return minutes < 60 ? `${minutes} min`
    : hours < 24 ? `${hours} h ${minutes % 60} min`
    : `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

function ages() {
  for (const time of document.querySelectorAll("time[data-ago]")) {
    time.textContent = Date.now() - Date.parse(time.dateTime) < 60000 ? "just now" : `${span(time)} ago`;
  }
  for (const time of document.querySelectorAll("time[data-since]")) {
    time.textContent = span(time);
  }
}

theme();
setInterval(ages, 30000);
const send = () => document.querySelectorAll("form[data-send]").forEach(enhance);
send();
document.addEventListener("renewed", send); // parts of the page that came anew
purge();
for (const form of document.querySelectorAll("form[data-keep]")) {
  keep(form);
}
keys();
ring();
const PARTS = {
  "form[data-answer]": () => import("./answer.js").then((m) => m.answer),
  "form[data-place]": () => import("./place.js").then((m) => m.place),
  "form[data-filter]": () => import("./filters.js").then((m) => m.filters),
};
for (const [selector, load] of Object.entries(PARTS)) {
  const form = document.querySelector(selector);
  if (form) {
    load().then((start) => start(form));
  }
}
document.getElementById("print")?.addEventListener("click", () => window.print());
if (document.querySelector("[data-live]")) {
  follow();
}
if (document.querySelector("form[data-composer]")) {
  import("./composer.js").then((m) => m.compose(document.querySelector("form[data-composer]")));
}
