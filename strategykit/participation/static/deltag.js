// The phone's page alive: shows what has changed, sends forms without leaving, loses no text.
const $ = (what, where = document) => where.querySelector(what);
const PAUSES = [1, 2, 4, 8, 16];
const TEXT = "textarea, input:not([type=radio], [type=checkbox], [type=hidden])";
const KEY = "sv-kladde";
const box = $("#trin"), jobs = new Set(), aside = new Map();
const pause = (tries) => PAUSES[Math.min(tries, PAUSES.length - 1)];

// Said aloud: the newest sentence, at most one in ten seconds
let saidAt = -10000, next = "", saying = 0;
function say(sentence) {
  next = sentence;
  saying = saying || setTimeout(() => {
    saying = 0;
    saidAt = performance.now();
    $("#melding").textContent = next;
  }, saidAt + 10000 - performance.now());
}

function ask(path, options) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), 12000);
  return fetch(path, { ...options, signal: stop.signal }).finally(() => clearTimeout(late));
}

// A note that is being written or sent is kept in the phone too
function kept() {
  try { return JSON.parse(localStorage.getItem(KEY)); } catch { return null; }
}
function keep(draft) {
  try { localStorage.setItem(KEY, JSON.stringify(draft)); } catch { /* a private window has no room */ }
}
function bodyOf(form, button) {
  const body = new URLSearchParams(new FormData(form));
  if (button && button.name) body.append(button.name, button.value);
  return `${body}`;
}

// Sending: the same body until it is taken or refused; by its nonce the server takes it once
function send(form, button) {
  if (form.job) return;
  form.job = { form, path: form.getAttribute("action"), body: bodyOf(form, button), note: "kladde" in form.dataset };
  start(form.job);
}
function start(job) {
  jobs.add(job);
  job.tries = 0;
  if (job.note) keep({ path: job.path, body: job.body, sending: true });
  lock(job, true);
  attempt(job);
}
function lock({ form }, on) {
  for (const field of form ? form.elements : []) if (field.matches(TEXT)) field.readOnly = on;
}
async function attempt(job) {
  clearTimeout(job.timer);
  if (job.busy) return;
  job.busy = true;
  const headers = { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" };
  let answer = { igen: true };
  try {
    const told = await ask(job.path, { method: "POST", body: job.body, headers });
    answer = await told.json().catch(() => ({ igen: told.status >= 500 }));
  } catch { /* no connection */ }
  job.busy = false;
  if (!answer.ok && answer.igen) return wait(job, pause(job.tries++));
  if (answer.vis && job.form) return job.form.submit(); // the page itself shows what is wrong where
  end(job, answer.ok, answer.fejl || "Det kunne ikke sendes. Tryk på Opdatér, og prøv igen.", answer);
}
function wait(job, seconds) {
  if (job.tries === 1) say("Ikke sendt endnu. Siden prøver igen af sig selv.");
  tell(job, `Ikke sendt endnu. Prøver igen om ${seconds} ${seconds === 1 ? "sekund" : "sekunder"}.`, "care");
  job.timer = setTimeout(() => (seconds > 1 ? wait(job, seconds - 1) : attempt(job)), 1000);
}
function end(job, taken, refusal, { nonce, sagt }) {
  const { form, note, body, path } = job, text = form && form.elements.tekst;
  jobs.delete(job);
  lock(job, false);
  if (form) form.job = null;
  if (note) keep(taken ? null : { path, body });
  if (text) text.setAttribute("aria-invalid", !taken);
  if (!taken) {
    tell(job, refusal, "alarm");
    if (text) text.focus();
    return;
  }
  tell(job, note ? "Sedlen er sendt." : "", "told");
  if (sagt) say(sagt);
  if (note) {
    say("Sedlen er sendt.");
    drop(body);
    if (form) text.value = "";
    if (form) form.elements.nonce.value = nonce;
  } else form.over = true;
  if (form && form.dataset.videre) history.replaceState(null, "", form.dataset.videre);
  refresh();
}
function tell({ form, body }, sentence, kind) {
  const where = form && form.isConnected ? form : aside.get(body);
  const line = where && ($("[data-svar=fast]", where) || $("[data-svar]", where));
  if (!line) return;
  line.hidden = !sentence;
  line.className = kind;
  line.setAttribute("role", kind === "alarm" ? "alert" : "none");
  line.textContent = sentence;
  if (line.dataset.svar !== "fast") $("button", where).before(line);
}

// Text whose form is gone
function putAside(text, body) {
  if (aside.has(body)) return;
  const care = $("#kladde").content.firstElementChild.cloneNode(true);
  $("textarea", care).value = text;
  $("button", care).onclick = () => {
    keep(null);
    drop(body);
    $("main").focus();
  };
  aside.set(body, care);
  box.before(care);
}
function drop(body) {
  if (aside.has(body)) aside.get(body).remove();
  aside.delete(body);
}
function restore() {
  const { path, body, sending } = kept() || {};
  if (!body) return;
  const form = $("[data-kladde]", box);
  const had = new URLSearchParams(body), text = had.get("tekst");
  const here = form && ["trin", "som"].every((name) => form.elements[name].value === had.get(name));
  if (here && !form.elements.tekst.value) {
    for (const name of ["nonce", "felt", "tekst"]) if (had.has(name)) form.elements[name].value = had.get(name);
    drop(body);
  } else if (!here && box.dataset.trin !== had.get("trin")) putAside(text, body);
  if (!sending || [...jobs].some((job) => job.body === body)) return;
  if (here) send(form);
  else start({ path, body, note: true });
}

// Shows what has changed, and leaves the form alone in which somebody writes
const changed = (field) => (/radio|checkbox/.test(field.type) ? field.checked !== field.defaultChecked
  : field.options ? [...field.options].some((one) => one.selected !== one.defaultSelected)
    : field.matches(TEXT) && field.value !== field.defaultValue);
function busy(form) {
  const at = document.activeElement;
  return form.tagName === "FORM" && !form.over
    && (form.job || (form.contains(at) && at.matches(TEXT)) || [...form.elements].some(changed));
}
const places = (block) => [...block.querySelectorAll("a, button, input, textarea, select, summary")];
function swap(html) {
  const whole = document.createElement("template");
  whole.innerHTML = html;
  const fresh = whole.content.firstElementChild, at = document.activeElement, step = box.dataset.trin;
  const own = box.contains(at) && at.closest("[data-blok]"), place = own && places(own).indexOf(at);
  const wanted = new Map([...fresh.children].map((block) => [block.dataset.blok, block]));
  const stays = new Map();
  for (const old of [...box.children]) {
    const block = wanted.get(old.dataset.blok);
    if (block && (busy(old) || old.as === block.outerHTML)) stays.set(block, old);
    else leave(old);
  }
  let here = box.firstElementChild;
  for (const block of wanted.values()) {
    if (stays.has(block)) here = stays.get(block).nextElementSibling;
    else box.insertBefore(block, here).as = block.outerHTML;
  }
  Object.assign(box.dataset, fresh.dataset);
  $("#navn").textContent = box.dataset.navn;
  if (own && !own.isConnected) {
    const again = wanted.get(own.dataset.blok);
    ((again && places(again)[place]) || $("main")).focus({ preventScroll: true });
  }
  if (box.dataset.trin !== step) say(`Nyt trin: ${$("h1", box).textContent}`);
  restore();
  listen();
}
function leave(block) {
  const fields = block.tagName === "FORM" && !block.over ? [...block.elements] : [];
  for (const { value } of fields.filter((field) => field.matches(TEXT) && changed(field))) {
    putAside(value, block.job ? block.job.body : "kladde" in block.dataset ? bodyOf(block) : value);
  }
  block.remove();
}
let asking = false, once = false;
async function refresh() {
  once = asking;
  if (asking) return;
  asking = true;
  try {
    const told = await ask(`/deltag/skaerm${location.search}`);
    if (told.ok) swap(await told.text());
    else if (told.status === 403) location.assign("/deltag");
  } catch { /* the stream tells of the connection */ }
  asking = false;
  if (once) refresh();
}

// The line on which the server says that something has changed
let line = null, fails = 0;
function listen() {
  if (!box.dataset.moede || line) return;
  line = new EventSource(`/deltag/strom?moede=${box.dataset.moede}`);
  line.addEventListener("skift", ({ data }) => {
    fails = 0;
    $("#forbindelse").hidden = true;
    jobs.forEach(attempt);
    if (data !== box.dataset.maerke) refresh();
  });
  line.onerror = () => {
    line.close();
    setTimeout(() => {
      line = null;
      listen();
    }, pause(fails++) * (800 + 400 * Math.random()));
    if (fails === 1) return refresh();
    if ($("#forbindelse").hidden) say($("#forbindelse").textContent);
    $("#forbindelse").hidden = false;
  };
}

// The time that is left, in the server's own words
let before = Infinity;
function tick() {
  const time = $("[data-tid]", box);
  if (!time) return;
  time.ends = time.ends || performance.now() + time.dataset.tid * 1000;
  const left = Math.ceil((time.ends - performance.now()) / 1000), { snart, sidst } = time.dataset;
  const minutes = Math.ceil(left / 60);
  let told = left < 60 ? "under 1 minut tilbage" : `${minutes} ${minutes === 1 ? "minut" : "minutter"} tilbage`;
  told = left <= 0 ? "Tiden er gået" : left <= snart ? `Snart slut: ${told}` : told[0].toUpperCase() + told.slice(1);
  if (time.textContent !== told) time.textContent = told;
  if (before < Infinity && [snart, sidst, 0].some((mark) => before > mark && left <= mark)) say(told);
  before = left;
}

async function waitAtDoor() {
  const told = await ask("/deltag").then((answer) => answer.text()).catch(() => "data-vent");
  if (!told.includes("data-vent")) location.assign("/deltag");
}
function begin() {
  const on = (what, act) => document.addEventListener(what, act);
  on("submit", (event) => {
    if (!("send" in event.target.dataset)) return;
    event.preventDefault();
    send(event.target, event.submitter);
  });
  on("input", ({ target: { form } }) => {
    if (!form || !("kladde" in form.dataset)) return;
    keep(form.elements.tekst.value ? { path: form.getAttribute("action"), body: bodyOf(form) } : null);
  });
  on("click", (event) => {
    if (!event.target.closest("[data-opdater]")) return;
    event.preventDefault();
    refresh();
  });
  on("visibilitychange", () => document.visibilityState === "visible" && refresh());
  addEventListener("online", () => {
    jobs.forEach(attempt);
    refresh();
  });
  addEventListener("pageshow", (event) => event.persisted && refresh());
  setInterval(tick, 1000);
  for (const block of box.children) block.as = block.outerHTML;
  restore();
  listen();
}
if (box) begin();
else setInterval(waitAtDoor, 3000);
