"use strict";
/* The wall: fetched anew when the server says that something changed, and put in place without
   flicker; notes that there is no room for stand on pages that turn by themselves or by a key. */
(() => {
  const root = document.documentElement;
  const main = document.getElementById("indhold");
  const line = document.getElementById("linje");
  const levers = document.getElementById("greb");
  const TURN = 15000, RETRY = 2000, IDLE = 5000, QUIET = 10000, PATIENCE = 8000;
  const later = (ms) => new Promise((go) => setTimeout(go, ms));
  const all = (selector) => [...main.querySelectorAll(selector)];
  const wall = () => document.getElementById("vaeg");

  /* A line for whoever looks after the screen; what the wall shows stays. */
  let lineEnds = 0;
  function tell(text, ms) {
    clearTimeout(lineEnds);
    line.textContent = text;
    line.hidden = !text;
    if (ms) lineEnds = setTimeout(() => tell(""), ms);
  }

  /* Spoken politely, at most once in ten seconds; time goes before counts. */
  const heard = document.getElementById("hoert");
  let spokeAt = -QUIET, urgent = "", counts = "";
  function speak() {
    const text = urgent || counts;
    if (!heard || !text || performance.now() - spokeAt < QUIET) return;
    heard.textContent = text;
    spokeAt = performance.now();
    if (urgent) urgent = ""; else counts = "";
  }

  /* ---- Swapping ---- */
  const keyOf = (node) => (node.nodeType === 1 && node.getAttribute("data-n")) || "";
  function fresh(node) {
    if (keyOf(node)) {
      node.setAttribute("data-js-ny", "");
      setTimeout(() => node.removeAttribute("data-js-ny"), 2000);
    }
    return node;
  }
  function morph(now, next) {
    if (now.nodeType !== 1) {
      if (now.nodeValue !== next.nodeValue) now.nodeValue = next.nodeValue;
      return;
    }
    for (const { name } of [...now.attributes]) {
      const ours = name === "style" || name.startsWith("data-js");
      if (!ours && !next.hasAttribute(name)) now.removeAttribute(name);
    }
    for (const { name, value } of next.attributes) {
      if (now.getAttribute(name) !== value) now.setAttribute(name, value);
    }
    const known = new Map([...now.children].filter(keyOf).map((node) => [keyOf(node), node]));
    let at = now.firstChild;
    for (const want of [...next.childNodes]) {
      const key = keyOf(want);
      let have = key ? known.get(key) : at;
      if (have && (have.nodeName !== want.nodeName || keyOf(have) !== key)) have = null;
      if (!have) {
        now.insertBefore(fresh(want), at);
        continue;
      }
      if (have === at) at = at.nextSibling; else now.insertBefore(have, at);
      morph(have, want);
    }
    while (at) {
      const gone = at;
      at = at.nextSibling;
      gone.remove();
    }
  }
  function show(html) {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("vaeg");
    const now = wall();
    const same = now.dataset.sted === next.dataset.sted;
    if (same) morph(now, next); else now.replaceWith(next);
    if (next.dataset.hoert) counts = next.dataset.hoert;
    begin(same);
  }

  /* ---- Cards: as large as they can be, else in pages ---- */
  const LARGEST = 5;
  let size = LARGEST, pages = [], page = 0, held = false, turner = 0;
  const gapOf = (list) => parseFloat(getComputedStyle(list).columnGap) || 0;
  const stride = (list) => list.getBoundingClientRect().width + gapOf(list);
  const lists = (sheet) => [...sheet.querySelectorAll(".kortene")];
  function pagesOf(list) {
    return Math.max(1, Math.ceil((list.scrollWidth + gapOf(list)) / stride(list) - 0.02));
  }
  const pagesIn = (sheet) => Math.max(1, ...lists(sheet).map(pagesOf));
  function arrange() {
    const sheets = all(".ark");
    for (; size >= 0 && sheets.length; size -= 1) {
      for (const sheet of sheets) sheet.setAttribute("data-js-str", size);
      const whole = () => !all(".ark .tekst-paa").some(isClipped);
      if (size === 0 || (sheets.every((sheet) => pagesIn(sheet) === 1) && whole())) break;
    }
    pages = sheets.flatMap((sheet) => Array.from({ length: pagesIn(sheet) }, (_, n) => [sheet, n]));
    turnTo(Math.min(page, Math.max(pages.length - 1, 0)));
  }
  function turnTo(wanted) {
    page = wanted;
    if (pages.length) {
      const [shown, number] = pages[page];
      for (const sheet of all(".ark")) sheet.toggleAttribute("data-js-vist", sheet === shown);
      for (const list of lists(shown)) {
        const own = Math.min(number, pagesOf(list) - 1);
        list.style.transform = own ? `translateX(${-own * stride(list)}px)` : "";
      }
    }
    const told = main.querySelector("[data-side]");
    if (told) {
      told.hidden = pages.length < 2;
      told.textContent = `Side ${page + 1} af ${pages.length}${held ? ", bladringen holder" : ""}`;
    }
    const rest = main.querySelector("[data-rest]");
    if (rest) rest.hidden = !all("[data-klip], [data-js-vist] .tekst-paa").some(isClipped);
  }
  const isClipped = (node) => node.scrollHeight > node.clientHeight + 2;
  function turn(by) {
    if (pages.length < 2) return;
    turnTo((page + by + pages.length) % pages.length);
    wind();
  }
  function wind() {
    clearInterval(turner);
    turner = setInterval(() => { if (!held && pages.length > 1) turn(1); }, TURN);
  }

  /* ---- Time: in words, and never an end to anything ---- */
  let countedFrom = performance.now(), leftBefore = Infinity;
  function minutes(left) {
    const number = Math.ceil(left / 60);
    return left < 60 ? "under 1 minut tilbage" : `${number} ${number === 1 ? "minut" : "minutter"} tilbage`;
  }
  function tick() {
    speak();
    const time = main.querySelector("[data-tid]");
    if (!time) { leftBefore = Infinity; return; }
    const { sekunder, snart, sidst } = time.dataset;
    const left = Math.ceil(sekunder - (performance.now() - countedFrom) / 1000);
    const stage = left <= 0 ? "slut" : left <= snart ? "snart" : "gaar";
    const words = minutes(left);
    const text = { slut: "Tiden er gået", snart: `Snart slut: ${words}` }[stage]
      || words[0].toUpperCase() + words.slice(1);
    if (time.textContent !== text) time.textContent = text;
    if (time.dataset.trin !== stage) time.dataset.trin = stage;
    for (const mark of [snart, sidst, 0]) {
      if (leftBefore > mark && left <= mark && leftBefore !== Infinity) urgent = text;
    }
    leftBefore = left;
  }

  function begin(same) {
    countedFrom = performance.now();
    if (!same) { size = LARGEST; page = 0; leftBefore = Infinity; wind(); }
    root.classList.toggle("js", innerWidth > 700);
    arrange();
    tick();
    listen();
  }

  /* ---- The line to the server ---- */
  let busy = false, again = false, source = null, lost = false;
  async function ask(path, options) {
    const most = typeof AbortSignal.timeout === "function" ? AbortSignal.timeout(PATIENCE) : undefined;
    return fetch(path, { redirect: "manual", cache: "no-store", signal: most, ...options });
  }
  async function refresh() {
    if (busy) { again = true; return; }
    busy = true;
    try {
      const answer = await ask(`/projektor/skaerm${wall().dataset.adresse}`);
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) {
        leave();
        return;
      }
      if (!answer.ok) throw new Error("no wall");
      const html = await answer.text();
      if (lost) { lost = false; tell(""); }
      show(html);
    } catch {
      lose();
    } finally {
      busy = false;
    }
    if (again) { again = false; refresh(); }
  }
  function lose() {
    lost = true;
    tell("Forbindelsen er væk. Prøver igen.");
    later(RETRY).then(refresh);
  }
  function leave() {
    if (source) source.close();
    if (levers) location.reload(); else location.replace("/projektor?slut");
  }
  function listen() {
    const live = wall().dataset.live === "ja";
    if (!live && source) { source.close(); source = null; }
    if (!live || (source && source.readyState !== EventSource.CLOSED)) return;
    source = new EventSource(`/projektor/strom${wall().dataset.adresse}`);
    source.addEventListener("skift", refresh);
    source.addEventListener("error", () => { if (!lost) refresh(); });
  }

  /* ---- Keys: a presenter's remote sends Page Up and Page Down ---- */
  let steering = false;
  async function steer(act) {
    if (steering) return;
    steering = true;
    try {
      const body = new URLSearchParams(new FormData(levers));
      body.set("rum", wall().dataset.rum);
      const headers = { Accept: "application/json" };
      const answer = await ask(`/styring/${act}`, { method: "POST", body, headers });
      if (!answer.ok) tell("Tasten virkede ikke. Se styringen.", 5000);
    } catch {
      tell("Tasten virkede ikke. Forbindelsen er væk.", 5000);
    }
    await refresh();
    steering = false;
  }
  function fullScreen() {
    const done = document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen();
    done.catch(() => {});
  }
  const shared = {
    ArrowRight: () => turn(1), ArrowLeft: () => turn(-1), f: fullScreen,
    p: () => { held = !held; turnTo(page); },
  };
  const keys = levers
    ? { ...shared, PageDown: () => steer("frem"), PageUp: () => steer("tilbage"),
        b: () => steer("moerk"), ".": () => steer("moerk") }
    : { ...shared, PageDown: () => turn(1), PageUp: () => turn(-1) };
  function onKey(event) {
    const act = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (!event.repeat) act();
  }

  /* The pointer and the names of the keys are seen only while somebody moves it. */
  const named = document.getElementById("taster");
  let stillAfter = 0;
  function onMove() {
    root.classList.remove("stille");
    if (named) named.hidden = Boolean(document.fullscreenElement);
    clearTimeout(stillAfter);
    stillAfter = setTimeout(() => {
      root.classList.add("stille");
      if (named) named.hidden = true;
    }, 3000);
  }
  async function stayAwake() {
    try {
      await navigator.wakeLock?.request("screen");
    } catch { /* the machine's own setting decides */ }
  }

  async function wait() {
    for (;;) {
      await later(RETRY);
      try {
        const answer = await ask("/projektor/venter");
        tell("");
        if (answer.status === 200) { location.replace("/projektor"); return; }
      } catch {
        tell("Forbindelsen er væk. Prøver igen.");
      }
    }
  }

  stayAwake();
  document.addEventListener("visibilitychange", stayAwake);
  addEventListener("mousemove", onMove);
  if (main.querySelector("[data-venter]")) {
    addEventListener("keydown", (event) => { if (event.key === "f") fullScreen(); });
    wait();
    return;
  }
  addEventListener("keydown", onKey);
  addEventListener("load", arrange);
  addEventListener("resize", () => { size = LARGEST; begin(true); });
  setInterval(tick, 1000);
  setInterval(() => { if (wall().dataset.live !== "ja" && !lost) refresh(); }, IDLE);
  begin(false);
})();
