// The form for registering without an account, and what links in mails do: #purpose=token. Words are in the page; errors come from the API.
const root = document.getElementById("registration");
const outcome = document.getElementById("outcome");
const { api, event } = root.dataset;

function say(text, bad = false) {
  outcome.textContent = text;
  outcome.className = bad ? "notice" : "lead";
  outcome.focus();
}

const words = (id) => document.getElementById(id)?.innerHTML.trim();

async function post(path, body) {
  const answer = await fetch(api + path, {
    method: "POST", body: JSON.stringify(body),
    headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang, "Idempotency-Key": crypto.randomUUID() },
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(Object.values(problem.errors ?? {}).flat().join(" ") || problem.detail || words("failed"));
  }
  return answer.headers.get("Content-Type")?.startsWith("application/pdf") ? answer.blob() : answer.json();
}

/** What was filled in; what was left empty is not said. */
const said = (form) => Object.fromEntries([...new FormData(form)].filter(([, value]) => value.trim() !== ""));

function tell(purpose, result) {
  if (purpose === "request") return say(words("done-request"));
  if (purpose === "calendar") return say(`${words("done-calendar")} ${result.address}`);
  if (purpose === "certificate") {
    const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(result), download: "certificate.pdf" });
    link.click();
    return say(words("done-certificate"));
  }
  const place = result.state === "waiting" && result.position ? ` ${result.position}` : "";
  say((words(`done-${result.state}`) ?? "") + place);
}

function show(purpose, token) {
  const form = document.getElementById(purpose) ?? document.getElementById("request");
  form.hidden = false;
  form.addEventListener("submit", async (submitted) => {
    submitted.preventDefault();
    const button = form.querySelector("button");
    button.disabled = true;
    try {
      const result = form.id === "request"
        ? await post(`/events/${event}/registrations/guests`, { ...said(form), language: document.documentElement.lang })
        : await post(`/registration-links/${purpose}`, { token, ...said(form) });
      tell(form.id, result);
      if (form.id !== "certificate") form.hidden = true;
    } catch (failure) {
      say(failure.message, true);
    } finally {
      button.disabled = false;
    }
  });
  return form;
}

async function start() {
  root.hidden = false;
  const [purpose, token] = location.hash.slice(1).split("=");
  if (!token) return show("request");
  history.replaceState(null, "", location.pathname); // the token is for this visit, not for the browser's history
  try {
    const link = await post("/registration-links/show", { token });
    const form = show(purpose, token);
    if (purpose === "certificate" && link.registration?.name) document.getElementById("certificate-ask").remove(); // it stays as it was given
    for (const name of ["organisation", "name", "accessNeeds"])
      if (form.elements[name] && link.registration?.[name]) form.elements[name].value = link.registration[name];
  } catch (failure) {
    say(failure.message, true);
  }
}

start();
