// Keeps the helm alive: what is new is put in by itself, and no page is left when a button is
// pressed. Without this script every button and link works as well.
import { forget, isWritten, show } from "./styring_flet.js";
import { root, say } from "./styring_side.js";
import "./styring_taster.js";

const AGAIN = 3000;
const BETWEEN_LOOKS = 1000;
let at = location.search;
let busy = false;
let again = false;
let line = null;
let pressed = 0;

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  const before = pressed;
  try {
    const answer = await fetch(root.dataset.skaerm + location.search.replace(/^\?(moede=[^&]*)?/, ""));
    if (answer.redirected || answer.status === 403) return leave();
    const text = await answer.text();
    if (!answer.ok || before !== pressed) return; // what a button has brought since is newer
    const fresh = document.createElement("div");
    fresh.innerHTML = text;
    show(fresh);
    listen();
  } catch {
    // The server is away for a moment; the stream tells when it is back.
  } finally {
    setTimeout(rest, BETWEEN_LOOKS); // sixty who write at once are looked at once a second
  }
}

function rest() {
  busy = false;
  if (again) refresh();
}

// Nobody is let in here any more; words that are not saved are not taken away.
function leave() {
  if (![...root.querySelectorAll("form[data-hold]")].some(isWritten)) return location.reload();
  say("alarm", "I er ikke længere logget ind, og intet er gemt. Kopiér det, I har skrevet, og hent siden igen.");
}

function listen() {
  if (!root.querySelector("[data-i-gang]")) return hush(); // nothing is told of a meeting at rest
  if (line) return;
  line = new EventSource(root.dataset.strom);
  line.addEventListener("skift", refresh);
  line.addEventListener("error", () => {
    if (line?.readyState !== EventSource.CLOSED) return; // else it comes back by itself
    line = null;
    setTimeout(() => refresh().then(listen), AGAIN);
  });
}

function hush() {
  line?.close();
  line = null;
}

// A button is pressed without leaving the page.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (form.method !== "post" || !form.action.startsWith(location.origin + "/styring/")) return;
  event.preventDefault();
  if (form.dataset.sender) return; // a double tap
  form.dataset.sender = "1";
  try {
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    const answer = await fetch(form.action, { method: "POST", body: fields });
    await arrived(answer, form);
  } catch {
    say("alarm", "Det kom ikke frem. Det, I har skrevet, står her stadig. Prøv igen.");
  } finally {
    delete form.dataset.sender;
  }
});

async function arrived(answer, form) {
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const screen = fresh.getElementById("skaerm");
  pressed += 1;
  if (answer.status === 403) return leave();
  if (!screen) {
    const told = fresh.querySelector(".alarm, .care");
    if (answer.redirected || !told) return location.assign(answer.url);
    return say("alarm", told.textContent.trim());
  }
  form.reset();
  form.removeAttribute("data-hold"); // what was written in it is saved
  for (const box of form.querySelectorAll("[type=checkbox]")) box.checked = box.defaultChecked;
  if (new URL(answer.url).search !== location.search) history.pushState(null, "", answer.url);
  at = location.search;
  document.title = fresh.title;
  forget();
  show(screen);
  listen();
  const told = fresh.querySelector("#sagt p");
  say(told ? told.className : "told", told ? told.textContent : "");
}

// Back to a part that was left; a link within the page changes no part.
addEventListener("popstate", () => {
  if (location.search !== at) location.reload();
});
listen();
