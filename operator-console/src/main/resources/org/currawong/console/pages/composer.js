// The composer: room left per way out while one writes, phrases in every language, quick times.

const PAUSE_MS = 500;
const HOUR_MS = 3600000;

let form;
let phrases;
let timer;
let asked = 0;

const field = (name) => form.elements.namedItem(name);
const first = () => form.dataset.first;
const chosen = () =>
  [...form.querySelectorAll("input[name=languages]:checked, input[name=languages][type=hidden]")]
    .map((box) => box.value);
const name = (language, part) => (language === first() ? part : `texts.${language}.${part}`);

async function measure() {
  const mine = ++asked;
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch("/api/alerts/limits", {
    method: "POST", body, headers: { Accept: "application/json" },
  }).catch(() => null);
  if (mine !== asked) {
    return;
  }
  const box = document.getElementById("limits");
  if (!answer?.ok) {
    const item = document.createElement("li");
    item.textContent = "The room left is not known until the fields are right.";
    box.replaceChildren(item);
    return;
  }
  const { limits, offers } = await answer.json();
  box.replaceChildren(...limits.map(row), ...offers.map(offer));
}

function row(limit) {
  const item = document.createElement("li");
  const label = form.querySelector(`[data-way-words="${CSS.escape(limit.way)}"]`);
  const what = document.createElement("span");
  what.textContent = `${label?.textContent ?? limit.way} (${limit.language}): ${limit.words}`;
  const meter = document.createElement("progress");
  meter.className = "room";
  meter.max = Math.max(limit.allowed, 1);
  meter.value = Math.min(limit.used, limit.allowed);
  meter.setAttribute("aria-hidden", "true");
  item.append(what, meter);
  if (!limit.fits) {
    const over = document.createElement("strong");
    over.className = "over";
    over.textContent = `Does not fit: ${limit.over.join("; ")}`;
    item.append(over);
  }
  return item;
}

function offer({ field: target, text }) {
  const item = document.createElement("li");
  const button = document.createElement("button");
  button.type = "button";
  button.className = "second";
  button.textContent = `Use plain quotes and dashes in ${target}: it makes the SMS shorter`;
  button.addEventListener("click", () => {
    field(target).value = text;
    soon();
  });
  item.append(button);
  return item;
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(measure, PAUSE_MS);
}

function filled(template, language) {
  const bank = phrases[language];
  const values = {
    place: field("area.name").value.trim(),
    hazard: bank.hazards[field("hazard").value],
    level: bank.levels[field("level").value],
  };
  const missing = [...template.matchAll(/\{(\w+)\}/g)].some((m) => !values[m[1]]);
  return missing ? null : template.replace(/\{(\w+)\}/g, (_, slot) => values[slot]);
}

function fromPhrase(language) {
  const origin = field(`texts.${language}.origin`);
  if (origin) {
    const words = ["headline", "description", "instruction"].map((p) => field(name(language, p)).value);
    if (origin.value === "phrase" || words.every((w) => !w.trim())) {
      origin.value = "phrase";
    }
  }
}

function addAction(id) {
  for (const language of chosen()) {
    const sentence = phrases[language]?.actions[id];
    const target = field(name(language, "instruction"));
    if (sentence && target && !target.value.includes(sentence)) {
      fromPhrase(language);
      target.value = [target.value.trim(), sentence].filter(Boolean).join(" ");
    }
  }
  soon();
}

function headlines() {
  let done = false;
  for (const language of chosen()) {
    const bank = phrases[language];
    const words = bank && filled(bank.headline, language);
    const target = field(name(language, "headline"));
    if (words && target) {
      fromPhrase(language);
      target.value = words;
      done = true;
    }
  }
  document.getElementById("headline-note").textContent =
    done ? "" : "First choose the danger and the level, and name the area.";
  soon();
}

function languages() {
  for (const box of form.querySelectorAll("[data-language]")) {
    box.hidden = !chosen().includes(box.dataset.language);
  }
}

function status() {
  const drill = form.querySelector("input[name=status]:checked")?.value === "Exercise"
    || form.dataset.status === "Exercise";
  document.body.classList.toggle("exercise", drill);
  document.getElementById("drill").hidden = !drill;
}

function later(button) {
  const at = new Date(Date.now() + Number(button.dataset.hours) * HOUR_MS);
  // The hub's own zone, whatever this computer's clock is set to.
  const parts = new Intl.DateTimeFormat("sv-SE", {
    timeZone: form.dataset.zone, dateStyle: "short", timeStyle: "short",
  }).format(at);
  field(button.dataset.for).value = parts.replace(" ", "T");
}

export function compose(its) {
  form = its;
  phrases = JSON.parse(document.getElementById("phrases").textContent);
  form.addEventListener("input", soon);
  form.addEventListener("change", (event) => {
    languages();
    status();
    if (event.target.id === "phrase" && event.target.value) {
      addAction(event.target.value);
      event.target.value = "";
    }
  });
  form.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.hours) {
      later(button);
    } else if (button?.id === "headlines") {
      headlines();
    }
  });
  for (const part of form.querySelectorAll(".scripted")) {
    part.hidden = false;
  }
  languages();
  status();
  measure();
}
