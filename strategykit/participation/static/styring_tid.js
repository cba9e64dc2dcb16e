// The time that is left, counted here between two looks at the server.
import { mention, root } from "./styring_side.js";

const TICK = 1000;
let leftBefore = 0;

// So many seconds are left by now.
export function setTime(left) {
  const time = root.querySelector("[data-tilbage]");
  if (time && left !== undefined) time.dataset.slutter = performance.now() + Number(left) * 1000;
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
  const marks = [0, Number(time.dataset.sidst), Number(time.dataset.snart)];
  const passed = marks.some((mark) => leftBefore > mark && mark >= left);
  leftBefore = left;
  if (passed) mention(time.textContent);
}

setInterval(tick, TICK);
