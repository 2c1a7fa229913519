// Follows the hub's events and renews those parts of the page that they touch.

const TYPES = (document.querySelector("meta[name=events]")?.content ?? "").split(" ");
const ALARM_MS = 10000; // what turns red or climbs by the clock alone is seen this soon
const PAUSE_MS = 400; // several entries of one batch lead to one renewal

// On battery a page renews itself half as often.
const sparing = (ms) => (document.querySelector("#power [data-sparing]") ? 2 * ms : ms);

let source;
let timer;
let wanted = new Set();

function say(words) {
  const link = document.getElementById("link");
  if (link) {
    link.hidden = !words;
    link.textContent = words;
  }
}

function touched(type) {
  return [...document.querySelectorAll("[data-live]")].filter((part) =>
    part.dataset.live.split(" ").some((start) => type.startsWith(start)));
}

function noticed(type) {
  const parts = type === "Reload" ? [...document.querySelectorAll("[data-live]")] : touched(type);
  parts.forEach((part) => wanted.add(part.id));
  if (wanted.size && !timer) {
    timer = setTimeout(renew, sparing(PAUSE_MS));
  }
}

async function renew() {
  timer = undefined;
  const ids = [...wanted];
  wanted = new Set();
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) {
      location.reload();
      return;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    ids.forEach((id) => replace(document.getElementById(id), fresh.getElementById(id)));
  } catch {
    ids.forEach((id) => wanted.add(id));
    say("Not connected to the hub. What you see may be old.");
  }
}

function replace(old, fresh) {
  if (!old || !fresh || old.innerHTML === fresh.innerHTML || busy(old)) {
    return;
  }
  const focus = old.contains(document.activeElement) ? document.activeElement : null;
  const href = focus?.getAttribute("href");
  const playing = [...old.querySelectorAll("audio")].some((a) => !a.paused);
  if (playing) {
    return;
  }
  const open = new Set([...old.querySelectorAll("details[open]")].map((d) => d.id).filter(Boolean));
  old.replaceChildren(...document.importNode(fresh, true).childNodes);
  open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
  document.dispatchEvent(new Event("renewed"));
  if (href) {
    old.querySelector(`[href="${CSS.escape(href)}"]`)?.focus();
  }
}

// Nobody's half-typed words are taken away.
function busy(part) {
  return [...part.querySelectorAll("input,textarea,select")].some(
    (f) => f === document.activeElement || (f.type !== "hidden" && f.value !== f.defaultValue
      && f.tagName !== "SELECT" && f.type !== "checkbox" && f.type !== "radio"));
}

function open() {
  source = new EventSource("/api/events");
  source.onopen = () => say("");
  source.onerror = () => {
    say("Not connected to the hub. What you see may be old; trying again.");
    if (source.readyState === EventSource.CLOSED) {
      setTimeout(() => location.reload(), 5000);
    }
  };
  for (const type of [...TYPES, "Reload"]) {
    source.addEventListener(type, () => noticed(type));
  }
}

// "I have it" and "I heard it" are said without leaving the page.
function acknowledge() {
  document.addEventListener("submit", async (event) => {
    const form = event.target.closest("#alarm form");
    if (!form) {
      return;
    }
    event.preventDefault();
    form.querySelector("button").disabled = true;
    try {
      const body = new URLSearchParams(new FormData(form));
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      if (!answer.ok) {
        form.submit();
      }
    } catch {
      say("Not connected to the hub: nobody was told that you heard it.");
    }
    wanted.add("alarm");
    timer ??= setTimeout(renew, PAUSE_MS);
  });
}

export function follow() {
  open();
  acknowledge();
  document.addEventListener("renew", () => noticed("Reload"));
  // What ends by the clock alone has no event before its end; figures of power and connections have none at all.
  const look = () => {
    wanted.add("alarm");
    wanted.add("power");
    wanted.add("strip");
    wanted.add("carriers");
    timer ??= setTimeout(renew, PAUSE_MS);
    setTimeout(look, sparing(ALARM_MS));
  };
  setTimeout(look, sparing(ALARM_MS));
  // A browser keeps few connections to one server: a hidden tab gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      source.close();
    } else if (source.readyState === EventSource.CLOSED) {
      open();
      noticed("Reload");
    }
  });
}
