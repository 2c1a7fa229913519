// Sends a form and says beside its fields what is wrong, so that nothing typed is lost.

function faults(form, problem) {
  const box = form.querySelector(".faults");
  for (const field of form.querySelectorAll("[aria-invalid]")) {
    field.removeAttribute("aria-invalid");
  }
  const reasons = problem.errors?.length
    ? problem.errors
    : [{ field: "", reason: problem.detail || "it was not taken; try again" }];
  const list = document.createElement("ul");
  for (const { field, reason } of reasons) {
    const item = document.createElement("li");
    item.textContent = reason;
    list.append(item);
    const input = form.elements.namedItem(field) ?? form.elements.namedItem(`${field}.name`);
    if (input instanceof HTMLElement) {
      input.setAttribute("aria-invalid", "true");
    }
  }
  box.replaceChildren(list);
  box.focus();
}

// What was typed is kept where the form says so, and stands here again after the sign-in.
function ended(form) {
  faults(form, { detail: "Your session has ended. " });
  const link = document.createElement("a");
  link.href = `/sign-in?then=${encodeURIComponent(location.pathname + location.search)}`;
  link.textContent = form.dataset.keep
    ? "Sign in again: what you typed comes back."
    : "Sign in again in another tab, then send again.";
  if (!form.dataset.keep) {
    link.target = "_blank";
  }
  form.querySelector(".faults li").append(link);
}

// A report may be sent without a session, so its refusal alone doesn't tell that it has ended.
async function lost(status) {
  if (status !== 403) {
    return status === 401;
  }
  const still = await fetch("/api/channels", { headers: { Accept: "application/json" } });
  return still.status === 401;
}

let leaving = false;
addEventListener("beforeunload", () => (leaving = true));

// Over a slow link the answer comes late: who has gone on to another field or page by then isn't pulled back.
function again(form) {
  const at = document.activeElement;
  const elsewhere = at?.matches("input,textarea,select") && !form.contains(at);
  if (leaving || elsewhere) {
    form.reset();
    document.dispatchEvent(new Event("renew"));
  } else {
    location.reload();
  }
}

async function send(form) {
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, {
    method: "POST",
    body,
    headers: { Accept: "application/json" },
  });
  if (answer.ok) {
    form.dispatchEvent(new Event("taken"));
    const page = answer.headers.get("X-Page");
    if (page) {
      location.assign(page);
      return;
    }
    if (form.action.endsWith("/api/session")) {
      const { roles } = await answer.json();
      location.assign(form.elements.then.value || home(roles));
      return;
    }
    again(form);
    return;
  }
  if (!form.action.endsWith("/api/session") && (await lost(answer.status))) {
    ended(form);
    return;
  }
  const type = answer.headers.get("Content-Type") ?? "";
  faults(form, type.includes("json") ? await answer.json() : {});
}

function home(roles) {
  if (roles.includes("coordinator")) {
    return "/console";
  }
  if (roles.includes("radio")) {
    return "/radio";
  }
  return roles.includes("council") ? "/council" : "/accounts";
}

const enhanced = new WeakSet();

export function enhance(form) {
  if (enhanced.has(form)) {
    return;
  }
  enhanced.add(form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    leaving = false;
    const buttons = [...form.querySelectorAll("button")];
    buttons.forEach((b) => (b.disabled = true));
    try {
      await send(form);
    } catch {
      faults(form, { detail: "The hub does not answer. Nothing was sent; try again." });
    } finally {
      buttons.forEach((b) => (b.disabled = false));
    }
  });
}
