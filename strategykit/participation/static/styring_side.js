// The two places of the page that change, and what is said aloud.
const SPOKEN_APART = 10000;
export const root = document.getElementById("skaerm");
const said = document.getElementById("sagt");
let spokenAt = 0;

export function say(kind, sentence) {
  const told = document.createElement("p");
  told.className = kind;
  told.textContent = sentence;
  said.replaceChildren(...(sentence ? [told] : []));
  spokenAt = Date.now();
  if (sentence && said.getBoundingClientRect().top < 0) said.scrollIntoView({ block: "start" });
}

// What nobody has asked for is said at most once in a while.
export function mention(sentence) {
  if (Date.now() - spokenAt >= SPOKEN_APART) say("told", sentence);
}
