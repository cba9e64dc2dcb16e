// Presses the button by itself, and measures whether events come through within five seconds.
const form = document.getElementById("svar");
const SECONDS = 5;

async function answer(updates) {
  const fields = new URLSearchParams(new FormData(form));
  if (updates) fields.set("opdateringer", updates);
  const told = await fetch(form.action, { method: "POST", body: fields });
  return told.ok;
}

function say(id, kind, sentence) {
  const box = document.getElementById(id);
  box.className = kind;
  box.hidden = false;
  box.querySelector("p").textContent = sentence;
}

function measure() {
  const line = new EventSource(form.dataset.opdateringer);
  const late = setTimeout(() => told(false), SECONDS * 1000);
  line.onmessage = () => told(true);
  line.onerror = () => {};

  function told(came) {
    clearTimeout(late);
    line.close();
    answer(came ? "ja" : "nej").catch(() => {});
    if (came) say("opdateringer", "told", "Opdateringer kommer af sig selv.");
    else say("opdateringer", "care", "Opdateringer kommer ikke af sig selv på dette netværk. I kan godt være med, men skal trykke på Opdatér for at se nyt.");
  }
}

async function begin() {
  try {
    if (!(await answer(""))) return; // the button shows why
  } catch {
    say("forbindelse", "care", "Svaret kom ikke frem. Tryk på Svar for at prøve igen.");
    return;
  }
  form.hidden = true;
  say("forbindelse", "told", "Forbindelsen virker. Skærmen viser det nu.");
  measure();
}

if (form) begin();
