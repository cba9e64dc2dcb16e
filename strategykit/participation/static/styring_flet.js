// Puts in what is new and leaves alone what a person is writing, has ticked or stands in.
import { root } from "./styring_side.js";
import { setTime } from "./styring_tid.js";

const WIDE = matchMedia("(min-width: 60rem)");
let known = new Map(); // the parts as the server last sent them

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
export function show(fresh) {
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
  setTime(left);
  settle();
}

// An id that has been used must not be used again: everything is put in anew.
export function forget() {
  known = new Map();
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

export function isWritten(form) {
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

// What the new parts must know of this screen.
function settle() {
  if (WIDE.matches) {
    for (const each of root.querySelectorAll("details[data-bred]:not([data-set])")) each.open = true;
  }
  for (const each of root.querySelectorAll("details[data-bred]")) each.dataset.set = "1";
  countTicks();
  measure();
}

// What sticks above the buttons on a phone must know how high they are.
function measure() {
  const height = root.querySelector(".sv-greb")?.offsetHeight;
  if (height) document.documentElement.style.setProperty("--greb", `${height}px`);
}

function countTicks() {
  for (const counter of root.querySelectorAll("[data-antal]")) {
    const number = counter.closest("form").querySelectorAll("[name=seddel]:checked, [name=plads]:checked").length;
    counter.textContent = number ? `(${number})` : "";
  }
}

document.addEventListener("change", (event) => {
  if (event.target.type === "checkbox") countTicks();
});

addEventListener("resize", measure);
known = sentIn(root);
setTime(root.querySelector("[data-tilbage]")?.dataset.tilbage);
settle();
