// Keeps open pages up to date. Everything works without this file.
const regions = [...document.querySelectorAll("[data-live]")];

async function refresh(region) {
  const answer = await fetch(region.dataset.live, {
    headers: { "X-Hub-Live": "1" },
    credentials: "same-origin",
    redirect: "manual",
  });
  if (answer.type === "opaqueredirect" || answer.status === 401) {
    location.reload();
    return;
  }
  if (!answer.ok) {
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.getElementById(region.id);
  if (!fresh) {
    return;
  }
  const focused = region.contains(document.activeElement) ? document.activeElement.id : "";
  region.replaceChildren(...fresh.childNodes);
  if (focused) {
    document.getElementById(focused)?.focus();
  }
  const told = document.querySelector("[data-live-summary]");
  const summary = region.querySelector("[data-summary]");
  if (told && summary && told.textContent !== summary.dataset.summary) {
    told.textContent = summary.dataset.summary;
  }
}

// One refresh at a time; what arrives meanwhile makes one more.
function keeping(region) {
  let busy = false;
  let again = false;
  return async function update() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    do {
      again = false;
      await refresh(region).catch(() => {});
    } while (again);
    busy = false;
  };
}

if (regions.length > 0) {
  const updates = regions.map(keeping);
  const all = () => updates.forEach((update) => update());
  const stream = new EventSource("/alerts/stream");
  let opened = false;
  stream.addEventListener("open", () => {
    if (opened) {
      all(); // the connection was lost for a while
    }
    opened = true;
  });
  stream.addEventListener("changed", all);
  stream.addEventListener("ended", () => location.reload());
  window.addEventListener("pagehide", () => stream.close());
  // Words such as "due today" and "overdue" change by themselves.
  setInterval(all, 60_000);
}

document.querySelector("[data-focus]")?.focus();

for (const form of document.querySelectorAll("form[data-once]")) {
  let sent = false;
  form.addEventListener("submit", (event) => {
    if (sent) {
      event.preventDefault();
    }
    sent = true;
  });
}
