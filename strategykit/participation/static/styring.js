// Keeps the helm alive: new parts are put in where nothing is being written, and no page is left
// when a button is pressed. Without this script every button and link works as well.
const TICK = 1000;
const AGAIN = 3000;
const SPOKEN_APART = 10000;
const WIDE = matchMedia("(min-width: 60rem)");
const KEYS = "sv-genvejstaster";
const root = document.getElementById("skaerm");
const said = document.getElementById("sagt");
const switched = document.getElementById("brug-taster");
let known = new Map(); // the parts as the server last sent them
let at = location.search;
let spokenAt = 0;
let busy = false;
let again = false;

// ---- Putting in what is new

function partsOf(where) {
  return [...where.children].flatMap((each) => (each.id === "del" ? [...each.children] : [each]));
}

function sentIn(where) {
  return new Map(partsOf(where).map((each, n) => [keyOf(each, n), lasting(each)]));
}

// What is new at every look says nothing: the seconds that are left, and a form's next id.
function lasting(part) {
  return part.outerHTML.replace(/ data-tilbage="-?\d+"/g, "").replace(/(name="ny" value=")\w+/g, "$1");
}

function keyOf(part, place) {
  return `${place} ${part.id || part.className || part.tagName}`;
}

// The page has the same parts in the same order: then each is changed by itself.
function show(fresh) {
  const old = partsOf(root);
  const now = partsOf(fresh);
  const same = old.length === now.length && old.every((each, n) => keyOf(each, n) === keyOf(now[n], n));
  const sent = sentIn(fresh);
  const left = fresh.querySelector("[data-tilbage]")?.dataset.tilbage;
  if (same) {
    old.forEach((each, n) => {
      if (known.get(keyOf(each, n)) !== lasting(now[n])) change(each, now[n]);
    });
  } else {
    change(root, fresh);
  }
  known = sent;
  watch(left);
}

function change(old, now) {
  const kept = keep(old);
  old.replaceChildren(...now.childNodes);
  for (const { name, value } of [...now.attributes]) old.setAttribute(name, value);
  putBack(old, kept);
}

// What a person has typed, ticked, unfolded or stands in.
function keep(part) {
  const here = document.activeElement;
  return {
    forms: [...part.querySelectorAll("form[data-hold]"), ...(part.matches("form[data-hold]") ? [part] : [])]
      .filter(isWritten).map((form) => [form, [...form.childNodes]]),
    fields: [...part.querySelectorAll("input, textarea, select")].filter(isChanged)
      .map((field) => [nameOf(field), field.type === "checkbox" ? field.checked : field.value]),
    open: [...part.querySelectorAll("details[id]")].map((each) => [each.id, each.open]),
    focus: part.contains(here) ? nameOf(here) : "",
    marked: part.contains(here) && "selectionStart" in here ? [here.selectionStart, here.selectionEnd] : null,
  };
}

function putBack(part, kept) {
  const find = (name) => [...part.querySelectorAll("input, textarea, select, button, a, summary")]
    .find((each) => nameOf(each) === name);
  for (const [form, nodes] of kept.forms) {
    const place = part.id === form.id ? part : part.querySelector(`#${CSS.escape(form.id)}`);
    if (place) place.replaceChildren(...nodes);
    else document.getElementById("del").prepend(form); // the room has moved on, the words have not
  }
  for (const [name, value] of kept.fields) {
    const field = find(name);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
  }
  for (const [id, open] of kept.open) {
    const each = part.querySelector(`#${CSS.escape(id)}`);
    if (each) each.open = open;
  }
  const target = kept.focus && find(kept.focus);
  if (target && document.activeElement !== target) {
    target.focus({ preventScroll: true });
    if (kept.marked && kept.marked[0] !== null) target.setSelectionRange(...kept.marked);
  }
  if (kept.focus && !target) document.getElementById("her-navn")?.focus({ preventScroll: true });
}

function isWritten(form) {
  return [...form.elements].some((field) => isChanged(field) || (field === document.activeElement && field.matches("input, textarea, select")));
}

function isChanged(field) {
  if (field.type === "hidden") return false;
  if (field.type === "checkbox") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((each) => each.selected !== each.defaultSelected) && field.value !== "";
  return "defaultValue" in field && field.value !== field.defaultValue;
}

// A note keeps its tick when it comes back with another version.
function nameOf(each) {
  const form = each.form ? each.form.id || each.form.getAttribute("action") : "";
  const value = each.type === "checkbox" ? each.value.split(".")[0] : "";
  const label = each.matches("a, button, summary") ? each.dataset.tast || each.textContent.trim() : "";
  return [form, each.id, each.name, value, label].join("|");
}

// ---- Asking for what is new

async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  try {
    const answer = await fetch(root.dataset.skaerm + location.search.replace(/^\?(moede=[^&]*)?/, ""));
    if (answer.redirected || answer.status === 403) return leave();
    if (answer.ok) {
      const fresh = document.createElement("div");
      fresh.innerHTML = await answer.text();
      show(fresh);
      listen();
    }
  } catch {
    // The server is away for a moment; the stream tells when it is back.
  } finally {
    busy = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

// Nobody is let in here any more; words that are not saved are not taken away.
function leave() {
  if (![...root.querySelectorAll("form[data-hold]")].some(isWritten)) return location.reload();
  say("alarm", "I er ikke længere logget ind, og intet er gemt. Kopiér det, I har skrevet, og hent siden igen.");
}

let line = null;
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

// ---- Pressing a button without leaving the page

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
  known = new Map(); // an id that has been used must not be used again
  show(screen);
  listen();
  const told = fresh.querySelector("#sagt p");
  say(told ? told.className : "told", told ? told.textContent : "");
}

function say(kind, sentence) {
  const told = document.createElement("p");
  told.className = kind;
  told.textContent = sentence;
  said.replaceChildren(...(sentence ? [told] : []));
  spokenAt = Date.now();
  if (sentence && said.getBoundingClientRect().top < 0) said.scrollIntoView({ block: "start" });
}

// Back to a part that was left; a link within the page changes no part.
addEventListener("resize", measure);
addEventListener("popstate", () => {
  if (location.search !== at) location.reload();
});

// ---- The time that is left

function watch(left) {
  if (WIDE.matches) {
    for (const each of root.querySelectorAll("details[data-bred]:not([data-set])")) each.open = true;
  }
  for (const each of root.querySelectorAll("details[data-bred]")) each.dataset.set = "1";
  const time = root.querySelector("[data-tilbage]");
  if (time && left !== undefined) time.dataset.slutter = performance.now() + Number(left) * 1000;
  countTicks();
  measure();
}

// What sticks above the buttons on a phone must know how high they are.
function measure() {
  const height = root.querySelector(".sv-greb")?.offsetHeight;
  if (height) document.documentElement.style.setProperty("--greb", `${height}px`);
}

function tick() {
  const time = root.querySelector("[data-slutter]");
  if (!time) return;
  const left = Math.ceil((Number(time.dataset.slutter) - performance.now()) / 1000);
  const stage = left <= 0 ? "slut" : left <= Number(time.dataset.snart) ? "snart" : "gaar";
  const words = timeTold(left, stage);
  if (time.textContent !== words) time.textContent = words;
  time.className = `sv-tid ${stage}`;
  speak(left, time);
}

function timeTold(left, stage) {
  if (stage === "slut") return "Tiden er gået";
  const minutes = Math.ceil(left / 60);
  const told = left < 60 ? "under 1 minut tilbage" : `${minutes} ${minutes === 1 ? "minut" : "minutter"} tilbage`;
  return stage === "snart" ? `Snart slut: ${told}` : told.charAt(0).toUpperCase() + told.slice(1);
}

// Said aloud at 20 and 5 per cent and at the end only.
function speak(left, time) {
  const due = [0, Number(time.dataset.sidst), Number(time.dataset.snart)].find((at) => left === at);
  if (due === undefined || Date.now() - spokenAt < SPOKEN_APART) return;
  say("told", time.textContent);
}

// ---- Ticks and keys

function countTicks() {
  for (const counter of root.querySelectorAll("[data-antal]")) {
    const number = counter.closest("form").querySelectorAll("[name=seddel]:checked, [name=plads]:checked").length;
    counter.textContent = number ? `(${number})` : "";
  }
}

document.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") countTicks();
});

// Enter in a field presses the button beside it, not the first one of the form.
document.addEventListener("keydown", (event) => {
  const field = event.target;
  if (event.key !== "Enter" || !field.matches?.("#skaerm input")) return;
  if (field.type === "checkbox") event.preventDefault();
  const beside = field.closest("fieldset")?.querySelector("button");
  if (beside && field.type !== "checkbox") {
    event.preventDefault();
    beside.click();
  }
});

document.addEventListener("keydown", (event) => {
  if (!switched.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  if (event.target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]")) return;
  const button = document.querySelector(`[data-tast="${CSS.escape(event.key.toLowerCase())}"]`);
  if (button) {
    event.preventDefault();
    button.click();
  }
});

function recall() {
  try {
    return localStorage.getItem(KEYS) === "ja";
  } catch {
    return false;
  }
}

switched.disabled = false;
switched.checked = recall();
switched.addEventListener("change", () => {
  try {
    localStorage.setItem(KEYS, switched.checked ? "ja" : "nej");
  } catch {
    // Nothing may be kept here: the keys are off the next time.
  }
});

known = sentIn(root);
watch(root.querySelector("[data-tilbage]")?.dataset.tilbage);
listen();
setInterval(tick, TICK);
