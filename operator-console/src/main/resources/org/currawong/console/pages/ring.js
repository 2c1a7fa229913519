// Sounds while something in #alarm rings, until somebody says that it was heard. The bar says the
// same without sound; silence lasts for a time that it names, and never for good.

const BEAT_MS = 2000;
const QUIET_MS = 5 * 60000; // long enough for a telephone call, short enough to be woken again
const QUIET = "quiet-until";

let audio;
let timer;

function quietUntil() {
  try {
    return Number(localStorage.getItem(QUIET)) || 0;
  } catch {
    return 0;
  }
}

function beep() {
  audio ??= new AudioContext();
  if (audio.state === "suspended") {
    audio.resume().catch(() => {});
  }
  const now = audio.currentTime;
  for (const [tone, from] of [[880, 0], [660, 0.25]]) {
    const voice = audio.createOscillator();
    const level = audio.createGain();
    voice.frequency.value = tone;
    level.gain.setValueAtTime(0.0001, now + from);
    level.gain.exponentialRampToValueAtTime(0.25, now + from + 0.03);
    level.gain.exponentialRampToValueAtTime(0.0001, now + from + 0.22);
    voice.connect(level).connect(audio.destination);
    voice.start(now + from);
    voice.stop(now + from + 0.24);
  }
}

// A browser lets a page sound only once somebody has touched it.
const dumb = () => audio?.state === "suspended";

function words(state, until) {
  const time = new Date(until).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
  return state === "ringing"
    ? dumb() ? "Alarm. Click or press a key to hear it." : "Alarm: sounds until somebody says it was heard."
    : state === "muted" ? `Sound off on this screen until ${time}.`
    : "";
}

function show() {
  const bar = document.getElementById("bell");
  if (!bar) {
    return;
  }
  const rings = document.querySelectorAll("#alarm [data-ring]").length;
  const until = quietUntil();
  const state = !rings ? "still" : until > Date.now() ? "muted" : "ringing";
  bar.hidden = !rings;
  bar.dataset.state = state;
  if (state === "ringing") {
    try {
      beep();
    } catch {
      // No sound on this machine: the bar stands.
    }
  }
  const status = bar.querySelector("[role=status]");
  const now = words(state, until);
  if (status.textContent !== now) {
    status.textContent = now;
  }
  bar.querySelector("button").textContent = state === "muted" ? "Sound on" : "Sound off for 5 minutes";
}

export function ring() {
  const bar = document.getElementById("bell");
  if (!bar) {
    return;
  }
  bar.querySelector("button").addEventListener("click", () => {
    const quiet = quietUntil() > Date.now();
    try {
      localStorage.setItem(QUIET, quiet ? "0" : String(Date.now() + QUIET_MS));
    } catch {
      // It can't be kept: the alarm goes on.
    }
    show();
  });
  document.addEventListener("renewed", show);
  show();
  timer ??= setInterval(show, BEAT_MS);
}
