// What Streamlit's page lacks: Danish for its built-in words, focus on the heading of a new page,
// and one place for spoken messages that no rerun replaces.
(() => {
  "use strict";

  const { words, patterns } = JSON.parse(document.getElementById("danske-ord").textContent);
  const rules = patterns.map(([pattern, danish]) => [new RegExp(pattern), danish]);
  const ATTRIBUTES = [
    "placeholder", "aria-label", "title", "aria-description", "aria-valuetext", "alt",
    "aria-roledescription",
  ];

  // What people or pages wrote is shown as it is, also when it equals one of Streamlit's words.
  const WRITTEN = [
    '[data-testid="stMarkdownContainer"]', '[data-testid="stHtml"]', ".stHtml",
    '[data-testid="stText"]', '[data-testid="stTable"]', '[data-testid="stFileUploaderFileName"]',
    '[role="gridcell"]', '[role="option"]', "pre", "code", "textarea", "script", "style",
    "[data-tag]", '[contenteditable="true"]:not([data-placeholder])',
  ].join(",");
  const BUILT_IN = '[data-testid="stException"], [data-testid="stFileUploader"] button, [role="dialog"]';
  const NAMED_BY_PAGE = '[data-tag], [data-tag] > :not(button), textarea, input:not([type="file"])';
  const OWN_OPTIONS = /^(Select all|Select \d+ matches|Add: .+|No results|No options to select\.?)$/;

  // Named things without a role that may bear a name (axe: presentation-role-conflict and others)
  const NAMELESS = 'section[role="presentation"][aria-label], span[data-tag][aria-label]:not([role]),'
    + '[data-testid="stFileChip"][aria-label]:not([role])';

  // Streamlit folds out by animations that no style sheet stops, also for who wants none.
  const animate = Element.prototype.animate;
  Element.prototype.animate = function still(frames, options) {
    const none = matchMedia("(prefers-reduced-motion: reduce)").matches;
    return animate.call(this, frames, none ? 0 : options);
  };

  // Dates, numbers and spoken instructions of the page's widgets follow the browser's language.
  for (const [name, value] of [["language", "da-DK"], ["languages", ["da-DK", "da"]]]) {
    Object.defineProperty(navigator, name, { get: () => value, configurable: true });
  }

  function danish(text) {
    const bare = text.trim().replace(/\s+/g, " ");
    if (!bare) return text;
    if (Object.hasOwn(words, bare)) return text.replace(text.trim(), () => words[bare]);
    for (const [pattern, translated] of rules) {
      if (pattern.test(bare)) return bare.replace(pattern, translated);
    }
    return text;
  }

  function isWritten(element, text) {
    if (!element || !element.closest(WRITTEN)) return false;
    if (element.closest('[role="option"]')) return !OWN_OPTIONS.test(text.trim());
    return !element.closest(BUILT_IN) || !Object.hasOwn(words, text.trim());
  }

  function translateText(node) {
    if (isWritten(node.parentElement, node.nodeValue)) return;
    const translated = danish(node.nodeValue);
    if (translated !== node.nodeValue) node.nodeValue = translated;
  }

  function translateAttributes(element) {
    if (element.matches(NAMELESS)) element.setAttribute("role", "group");
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      if (!value || (name !== "placeholder" && element.matches(NAMED_BY_PAGE))) continue;
      const translated = danish(value);
      if (translated !== value) element.setAttribute(name, translated);
    }
  }

  function translate(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = root; node; node = walker.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  }

  // Streamlit leaves the focus in the menu when the page changes; a screen reader then reads on
  // there. The heading that is new gets it, unless somebody has already gone into a field.
  let address = location.pathname;
  let headed = null; // the heading as it was when the page was last left alone
  let leaving = null;
  const heading = () => document.querySelector('[data-testid="stMain"] h1');

  function followPage() {
    const now = heading();
    if (location.pathname !== address) {
      address = location.pathname;
      leaving = { text: headed, until: Date.now() + 10000 };
    }
    if (!leaving) headed = now ? now.textContent : headed;
    else if (Date.now() > leaving.until) leaving = null;
    else if (now && now.textContent && now.textContent !== leaving.text) {
      headed = now.textContent;
      leaving = null;
      if (document.activeElement?.matches("input, textarea, select")) return;
      now.tabIndex = -1;
      now.focus();
    }
  }

  // What went well is said in a place that was there before: a screen reader may miss a new one.
  // At most one message in ten seconds, and then the newest.
  const WENT_WELL = '[data-testid="stAlertContentSuccess"]';
  const PAUSE = 10000;
  let spoken = -PAUSE;
  let waiting = null;

  function speak(message) {
    clearTimeout(waiting);
    const left = spoken + PAUSE - performance.now();
    if (left > 0) {
      waiting = setTimeout(() => speak(message), left);
      return;
    }
    spoken = performance.now();
    const place = document.getElementById("besked");
    place.textContent = "";
    requestAnimationFrame(() => { place.textContent = message; });
  }

  function listen(root) {
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    const said = root.matches(WENT_WELL) ? root : root.querySelector(WENT_WELL);
    if (said?.textContent) speak(said.textContent);
    const shown = said ?? (root.matches(WENT_WRONG) ? root : root.querySelector(WENT_WRONG));
    if (shown && pressed.path === location.pathname && Date.now() - pressed.at < PAUSE) {
      requestAnimationFrame(() => {
        bringIntoSight(shown);
        if (!said) goToField(shown);
      });
    }
  }

  // Who saves and goes on is led to what is new: the heading's number says that it is another.
  let newest = "0";

  function leadTo(root) {
    const found = root.matches("h3[data-ny]") ? root : root.querySelector("h3[data-ny]");
    if (!found || found.dataset.ny === newest) return;
    newest = found.dataset.ny;
    if (pressed.path !== location.pathname || Date.now() - pressed.at > PAUSE) return;
    found.tabIndex = -1;
    found.focus();
  }

  // An answer that names a field leads there, for those who do not see the page as a whole.
  function goToField(answer) {
    const name = answer.textContent.match(/[Ff]eltet '([^']+)'/)?.[1];
    const around = answer.closest('[data-testid="stForm"], [class*="st-key-sv-form-"], [data-testid="stMain"]');
    const field = [...around.querySelectorAll("input, textarea")]
      .find((each) => name && each.getAttribute("aria-label") === name);
    if (!field) return;
    field.setAttribute("aria-invalid", "true");
    field.addEventListener("input", () => field.removeAttribute("aria-invalid"), { once: true });
    field.focus({ preventScroll: true }); // the answer stays in sight
  }

  // An answer above a long form is not seen from the button at its end: the page goes to it.
  const WENT_WRONG = '[data-testid="stAlertContentError"]';
  let pressed = { at: 0, path: "" };
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("button")) pressed = { at: Date.now(), path: location.pathname };
  }, true);

  // Many tap twice. The second tap would stop the first one's run before it has told how it went,
  // or close at once what the first one opened.
  const ONE_TAP = ["stButton", "stFormSubmitButton", "stDownloadButton", "stPopover", "stPageLink"]
    .map((name) => `[data-testid="${name}"] :is(button, a)`).join(",")
    + ', [data-testid="stExpander"] summary, a.sv-page';
  let taken = -PAUSE; // when a tap was last let through; who pages on and on is not held up
  document.addEventListener("click", (event) => {
    if (!event.target.closest?.(ONE_TAP)) return;
    if (event.detail < 2 || event.timeStamp - taken > 400) {
      taken = event.timeStamp;
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  // The menu's links change the page as going back and forth does: the program stays loaded.
  // Without a connection, or with a key that means another window, they are plain links.
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a.sv-page");
    const elsewhere = event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || elsewhere || event.defaultPrevented) return;
    if (!document.querySelector('[data-test-connection-state="CONNECTED"]')) return;
    event.preventDefault();
    if (link.href !== location.href) history.pushState({}, "", link.href);
    dispatchEvent(new PopStateEvent("popstate", { state: {} }));
  });

  function bringIntoSight(element) {
    const { top, bottom, height } = element.getBoundingClientRect();
    if (height && (top < 0 || bottom > innerHeight)) element.scrollIntoView({ block: "center" });
  }

  // Half a character, as a broken paste leaves it, ends the connection when it is sent: it is
  // replaced while it is typed, before Streamlit sees it.
  document.addEventListener("input", ({ target }) => {
    if (typeof target.value !== "string" || target.value.isWellFormed?.() !== false) return;
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(target), "value");
    set.call(target, target.value.toWellFormed());
  }, true);

  // Whoever has signed out in another tab, or has been taken away, is out of this one too.
  const ASK_EVERY = 5000;
  async function askWhetherIn() {
    if (document.hidden) return;
    const answer = await fetch("/logind/inde").then((r) => r.json()).catch(() => null);
    if (answer?.inde !== false) return; // a server that does not answer says nothing about that
    const back = encodeURIComponent(location.pathname + location.search);
    location.replace(`/logind?ud=1&videre=${back}`);
  }
  setInterval(askWhetherIn, ASK_EVERY);
  document.addEventListener("visibilitychange", askWhetherIn);

  function follow(changes) {
    for (const change of changes) {
      if (change.type === "characterData") translateText(change.target);
      else if (change.type === "attributes") translateAttributes(change.target);
      else {
        for (const added of change.addedNodes) {
          translate(added);
          listen(added);
          if (added.nodeType === Node.ELEMENT_NODE) leadTo(added);
        }
      }
    }
    followPage();
  }

  new MutationObserver(follow).observe(document.documentElement, {
    subtree: true,
    childList: true,
    characterData: true,
    attributes: true,
    attributeFilter: ATTRIBUTES,
  });
  translate(document.documentElement);
})();
