// Workshop 4 by keys, and live: what others do is put in by itself, what is being written stays.
// Without this script every button and link works as well.
const KEYS = "sv-taster-gennemgang";
const RETRY = 3000;
const root = document.getElementById("skaerm");
const news = document.getElementById("nyt");
const switched = document.getElementById("brug-taster");
const FIELD = "input:not([type=checkbox]), textarea, select";
let wanted = null; // the button that waits for a reason

/* ---- Keys: single ones, which can be switched off (WCAG 2.1.4), and never in a field ---- */
function tell(sentence) {
  news.textContent = sentence;
  news.hidden = !sentence;
}

function press(target) {
  if (target.matches("textarea, input")) {
    target.focus();
    return target.setSelectionRange?.(target.value.length, target.value.length);
  }
  const needed = target.dataset.kraever && target.form.elements[target.dataset.kraever];
  if (needed && !needed.value.trim()) {
    wanted = target;
    needed.focus();
    return tell(`Skriv begrundelsen, og tryk Ctrl og Enter. Så sendes ”${labelOf(target)}”.`);
  }
  target.click();
}

const labelOf = (button) => button.firstChild.textContent.trim();

function send(field) {
  const form = field.form;
  const button = field.dataset.send
    ? form.querySelector(`button[value="${field.dataset.send}"]`)
    : wanted?.form === form ? wanted : null;
  if (button) return button.click();
  const only = form.querySelectorAll("button");
  if (only.length === 1) return only[0].click();
  tell("Vælg afgørelsen: tryk Esc og derefter tasten, eller gå til knappen med Tab.");
}

function move(by) {
  const all = [...root.querySelectorAll("li button")].filter((each) => each.offsetParent);
  if (!all.length) return false;
  const at = all.indexOf(document.activeElement);
  all[(at + by + all.length) % all.length].focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  const field = event.target.closest?.(FIELD);
  if (field) {
    if (event.key === "Escape") field.blur();
    if (event.key === "Enter" && field.matches("#afgoer input")) event.preventDefault();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      send(field);
    }
    return;
  }
  if (!switched.checked || event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
  const arrow = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (arrow && (document.activeElement?.closest("li") || root.querySelector(".gg-blok")) && move(arrow)) {
    return event.preventDefault();
  }
  const target = root.querySelector(`[data-tast="${CSS.escape(event.key.toLowerCase())}"]`);
  if (target) {
    event.preventDefault();
    press(target);
  }
});

function recall() {
  try {
    return localStorage.getItem(KEYS) !== "nej";
  } catch {
    return true;
  }
}

switched.disabled = false;
switched.checked = recall();
switched.addEventListener("change", () => {
  try {
    localStorage.setItem(KEYS, switched.checked ? "ja" : "nej");
  } catch {
    // Nothing may be kept here: the keys are on the next time.
  }
});

/* ---- A double tap sends once ---- */
document.addEventListener("submit", (event) => {
  if (event.target.dataset.sendt) event.preventDefault();
  event.target.dataset.sendt = "1";
});
addEventListener("pageshow", () => {
  for (const form of document.forms) delete form.dataset.sendt;
});

/* ---- Live ---- */
const isChanged = (field) => field.type !== "hidden"
  && (field.type === "checkbox" ? field.checked !== field.defaultChecked : "defaultValue" in field && field.value !== field.defaultValue);
function isWritten(block) {
  const fields = [...block.querySelectorAll("input, textarea")];
  return fields.some((field) => isChanged(field) || (field === document.activeElement && field.matches(FIELD)));
}
const lasting = (block) => block.outerHTML
  .replace(/ data-tid="-?\d+"/g, "").replace(/(name="ny" value=")\w+/g, "$1");

function show(html) {
  const fresh = document.createElement("template");
  fresh.innerHTML = html;
  const now = [...fresh.content.children];
  const old = new Map([...root.children].map((block) => [block.dataset.blok, block]));
  const kept = [];
  for (const block of now) {
    const before = old.get(block.dataset.blok);
    old.delete(block.dataset.blok);
    if (!before) kept.push(block);
    else if (before.known === lasting(block)) kept.push(timed(before, block));
    else if (isWritten(before)) kept.push(warned(before, block));
    else kept.push(replaced(before, block));
  }
  for (const block of old.values()) if (isWritten(block)) kept.splice(1, 0, orphaned(block));
  place(kept);
}

// What stays is not taken out and put in again: it would lose the focus, and letters become keys.
function place(blocks) {
  for (const each of [...root.childNodes]) if (!blocks.includes(each)) each.remove();
  let at = root.firstChild;
  for (const block of blocks) {
    if (block === at) at = at.nextSibling;
    else root.insertBefore(block, at);
  }
}

function remember(block) {
  block.known = lasting(block);
  return block;
}

function timed(before, block) {
  const left = [...block.querySelectorAll("[data-tid]")];
  [...before.querySelectorAll("[data-tid]")].forEach((time, n) => {
    if (!left[n]) return;
    time.dataset.tid = left[n].dataset.tid;
    time.ends = 0;
  });
  return before;
}

// Somebody writes here: only the version and what the form was made of stay as they were seen.
function warned(before, block) {
  before.known = lasting(block);
  tell("Der er sket noget nyt med punktet. Det, I skriver, bliver stående.");
  return before;
}

function replaced(before, block) {
  const here = document.activeElement;
  const name = before.contains(here) ? nameOf(here) : "";
  for (const each of block.querySelectorAll("details[id]")) {
    each.open = each.open || Boolean(before.querySelector(`#${CSS.escape(each.id)}`)?.open);
  }
  if (before.matches("details")) block.open = before.open;
  if (name) queueMicrotask(() => [...block.querySelectorAll("a, button, summary")].find((each) => nameOf(each) === name)?.focus());
  return remember(block);
}
const nameOf = (each) => each.textContent.trim();

// The room has moved on, the words have not.
function orphaned(block) {
  if (block.dataset.blok.startsWith("kladde:")) return block;
  const here = document.activeElement;
  const inField = block.contains(here) && here.matches(FIELD);
  const words = [...block.querySelectorAll("textarea")]
    .filter((field) => isChanged(field) || field === here).map((field) => field.value);
  const care = document.createElement("section");
  care.className = "care";
  care.dataset.blok = `kladde:${block.dataset.blok}`;
  const heading = document.createElement("h2");
  heading.textContent = "Det, I skrev";
  const told = document.createElement("p");
  told.textContent = "Punktet er afgjort, eller rummet er gået videre. Det er ikke gemt, så kopiér det, hvis det skal bruges.";
  const area = document.createElement("textarea");
  area.setAttribute("aria-label", "Det, I skrev");
  area.rows = 3;
  area.value = words.join("\n\n"); // not its default: it is kept at the next look too
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Fjern teksten";
  button.addEventListener("click", () => care.remove());
  care.append(heading, told, area, button);
  if (inField) queueMicrotask(() => area.focus()); // else the next letters would be keys
  return words.length || inField ? care : document.createComment("");
}

let busy = false;
let again = false;
async function refresh() {
  if (busy) {
    again = true;
    return;
  }
  busy = true;
  again = false;
  try {
    const answer = await fetch(root.dataset.skaerm, { redirect: "manual", cache: "no-store" });
    if (answer.ok) show(await answer.text());
    else if (answer.type === "opaqueredirect" || answer.status === 403) tell("I er ikke længere logget ind. Hent siden igen.");
  } catch {
    // The server is away for a moment; the stream tells when it is back.
  }
  busy = false;
  if (again) refresh();
}

function listen() {
  const line = new EventSource(root.dataset.strom);
  line.addEventListener("skift", refresh);
  line.addEventListener("error", () => {
    if (line.readyState !== EventSource.CLOSED) return;
    setTimeout(() => refresh().then(listen), RETRY);
  });
}

/* ---- Time, in words ---- */
function tick() {
  for (const time of root.querySelectorAll("[data-tid]")) {
    time.ends ||= performance.now() + time.dataset.tid * 1000;
    const left = Math.ceil((time.ends - performance.now()) / 1000);
    const stage = left <= 0 ? "slut" : left <= Number(time.dataset.snart) ? "snart" : "gaar";
    const minutes = Math.ceil(left / 60);
    const told = left < 60 ? "under 1 minut tilbage" : `${minutes} ${minutes === 1 ? "minut" : "minutter"} tilbage`;
    const words = { slut: "Tiden er gået", snart: `Snart slut: ${told}` }[stage] || told[0].toUpperCase() + told.slice(1);
    if (time.textContent !== words) time.textContent = words;
    time.parentElement.className = `sv-tid ${stage}`;
  }
}

for (const block of root.children) remember(block);
if (location.search.includes("brug=")) {
  document.getElementById("ordlyd")?.focus();
  history.replaceState(null, "", root.dataset.skaerm.replace("/skaerm", ""));
}
setInterval(tick, 1000);
if ("live" in root.dataset) listen();
