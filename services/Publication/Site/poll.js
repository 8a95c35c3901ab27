// Answers a poll by the link in a mail: #answer=token. Words are in the page; dates and errors come from the API.
const element = (id) => document.getElementById(id);
const root = element("poll");
const words = (id) => element(id).content.textContent.trim();

function say(text, bad = false) {
  const outcome = element("outcome");
  outcome.textContent = text;
  outcome.className = bad ? "notice" : "lead";
  outcome.focus();
}

async function post(path, body) {
  const answer = await fetch(root.dataset.api + path, {
    method: "POST", body: JSON.stringify(body), headers: { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang },
  });
  const result = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(result.detail || words("failed"));
  return result;
}

/** As the clocks of the Landkreis show it, wherever the reader is: the offset is left out. */
const local = (moment) => new Date(`${moment.slice(0, 19)}Z`);
const format = new Intl.DateTimeFormat(document.documentElement.lang === "en" ? "en-GB" : "de-DE", {
  weekday: "long", day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZone: "UTC",
});

function showDate(option, said) {
  const row = element("date").content.cloneNode(true);
  row.querySelector("legend").textContent = format.formatRange(local(option.start), local(option.end));
  for (const choice of row.querySelectorAll("input")) {
    choice.name = `date-${option.number}`;
    choice.dataset.number = option.number;
    choice.checked = choice.value === said;
  }
  element("dates").append(row);
}

function show(poll) {
  element("title").textContent = poll.title;
  element("venue").textContent = poll.venue ?? "–";
  element("deadline").textContent = format.format(local(poll.deadline));
  element("about").hidden = false;
  if (!poll.canAnswer) return say(words("over"));
  element("dates").replaceChildren();
  for (const option of poll.options) showDate(option, poll.dates[option.number]);
  element("take-back").hidden = Object.keys(poll.dates).length === 0;
  element("answer").hidden = false;
}

async function answer(token, dates, done) {
  const buttons = element("answer").querySelectorAll("button");
  for (const button of buttons) button.disabled = true;
  try {
    show(await post("/poll-links/answer", { token, dates }));
    say(words(done));
  } catch (failure) {
    say(failure.message, true);
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

async function start() {
  root.hidden = false;
  const [purpose, token] = location.hash.slice(1).split("=");
  if (purpose !== "answer" || !token) return say(words("no-link"), true);
  history.replaceState(null, "", location.pathname); // the token is for this visit, not for the browser's history
  element("answer").addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const said = [...element("dates").querySelectorAll("input:checked")].map((choice) => [choice.dataset.number, choice.value]);
    if (said.length === 0) return say(words("nothing-said"), true);
    return answer(token, Object.fromEntries(said), "saved");
  });
  element("take-back").addEventListener("click", () => answer(token, {}, "taken-back"));
  try {
    show(await post("/poll-links/show", { token }));
  } catch (failure) {
    say(failure.message, true);
  }
}

start();
