// Asks every other second whether a phone has answered, and a little longer what it has measured.
const box = document.querySelector("[data-venter]");
const AFTERWARDS = 8;
let shown = "";
let left = AFTERWARDS;

async function ask() {
  if (document.visibilityState === "visible") {
    try {
      const answer = await fetch(box.dataset.venter);
      if (answer.redirected || answer.status === 403) {
        location.reload(); // signed out meanwhile
        return;
      }
      show(await answer.text(), answer.ok);
    } catch {
      // The server is away for a moment; the next question may reach it.
    }
  }
  wait();
}

function show(part, whole) {
  if (!whole || !part.includes("data-svaret")) return;
  left -= 1;
  if (part === shown) return; // else it would be read aloud again
  shown = part;
  box.innerHTML = part;
}

function wait() {
  if (left > 0) setTimeout(ask, 2000);
}

if (box) wait();
