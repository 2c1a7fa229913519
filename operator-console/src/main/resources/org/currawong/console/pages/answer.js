// Says while an answer is written how much of its way back it takes.

const PAUSE_MS = 300;

export function answer(form) {
  const text = form.elements.namedItem("text");
  const room = form.querySelector(".room-words");
  let timer;
  const ask = async () => {
    const body = new URLSearchParams({ text: text.value, _csrf: form.elements.namedItem("_csrf").value });
    try {
      const reply = await fetch(`${form.getAttribute("action")}/limits`, {
        method: "POST",
        body,
        headers: { Accept: "application/json" },
      });
      if (reply.ok) {
        const fit = await reply.json();
        room.textContent = [fit.words, ...fit.over].join(": ");
        room.classList.toggle("bad", !fit.fits);
      }
    } catch {
      // The hub says so when the answer is sent.
    }
  };
  text.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_MS);
  });
  if (text.value) {
    ask(); // typed, or brought back, before this script was here
  }
}
