// Single keys, off until somebody switches them on, and never in a field (WCAG 2.1.4).
const KEYS = "sv-genvejstaster";
const switched = document.getElementById("brug-taster");

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
