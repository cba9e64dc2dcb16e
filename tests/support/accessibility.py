"""What axe-core finds on a page, and what it leaves open settled by counting."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

from tests.support.server import ROOT

AXE = (ROOT / "tools/node/node_modules/axe-core/axe.min.js").read_text("utf-8")
RUN = """() => axe.run(document, { resultTypes: ["violations", "incomplete"] })
  .then(({ violations, incomplete }) => ({ violations, incomplete }))"""
GRAVE = ("serious", "critical")
NORMAL, LARGE = 4.5, 3.0

#: Streamlit's own, which no page of ours can mend: rule, part of the element, and why it may stand.
STREAMLITS_OWN = (
    (
        "label-content-name-mismatch",
        'aria-haspopup="listbox"',
        "The month and the year of the date picker: spoken are the value and what it is.",
    ),
)
#: What axe cannot tell of Streamlit's own, with the reason why it is fine.
LEFT_OPEN = (
    (
        "aria-hidden-focus",
        "",
        "Behind an open list the page is hidden, and Tab closes the list before it goes on.",
    ),
)

#: The contrast of an element against what lies under its middle, or why it cannot be counted.
CONTRAST = """(selector) => {
  const parse = (text) => {
    const parts = text.match(/[\\d.]+/g).map(Number);
    return { rgb: parts.slice(0, 3), alpha: parts.length > 3 ? parts[3] : 1 };
  };
  const over = (top, under) => top.rgb.map((c, i) => c * top.alpha + under[i] * (1 - top.alpha));
  const light = (rgb) => {
    const [r, g, b] = rgb.map((c) => c / 255)
      .map((c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const element = document.querySelector(selector);
  element.scrollIntoView({ block: "center", inline: "center" });
  const style = getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const stack = document.elementsFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  const layers = [];
  for (const each of stack.length ? stack : [element]) {
    const own = getComputedStyle(each);
    if (own.backgroundImage !== "none") return { why: "a picture lies under it" };
    const layer = parse(each instanceof SVGElement && each !== element && own.fill !== "none"
      && each.tagName !== "svg" && each.tagName !== "g" ? own.fill : own.backgroundColor);
    layers.push(layer);
    if (layer.alpha === 1) break;
  }
  const ground = layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255]);
  const ink = parse(element instanceof SVGElement ? style.fill : style.color);
  const [a, b] = [light(over(ink, ground)), light(ground)].sort((x, y) => y - x);
  const points = parseFloat(style.fontSize) * 0.75;
  const large = points >= 18 || (points >= 14 && Number(style.fontWeight) >= 700);
  return { ratio: (a + 0.05) / (b + 0.05), large };
}"""


MARK_WORDS = """(within) => [...document.querySelectorAll(`${within} *`)]
  .filter((each) => each.checkVisibility() && each.getBoundingClientRect().width > 1
    && [...each.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.nodeValue.trim()))
  .map((each, number) => { each.dataset.ord = number; return each.textContent.trim(); })"""


@dataclass(frozen=True)
class Finding:
    """A rule that an element breaks, or of which axe cannot tell."""

    rule: str
    impact: str
    selector: str
    html: str

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.html[:160]}"


def faults(tab: Page) -> list[str]:
    """All that is grave and not on the list, and all that is open and cannot be settled."""
    if tab.evaluate("() => typeof axe === 'undefined'"):
        tab.evaluate(AXE)
    found = tab.evaluate(RUN)
    broken = [each for each in _findings(found["violations"]) if each.impact in GRAVE]
    unsettled = [why for each in _findings(found["incomplete"]) if (why := _open(tab, each))]
    return [str(each) for each in broken if not _listed(each, STREAMLITS_OWN)] + unsettled


def lost_words(tab: Page, within: str = "body") -> list[str]:
    """What cannot be read in the colours that the reader has chosen; there axe itself is wrong."""
    lost = []
    for number, text in enumerate(tab.evaluate(MARK_WORDS, within)):
        counted = tab.evaluate(CONTRAST, f"[data-ord='{number}']")
        if counted.get("ratio", 0) < LARGE:
            lost.append(f"{text[:60]}: {counted}")
    return lost


def _findings(rules: list[dict[str, Any]]) -> list[Finding]:
    return [
        Finding(rule["id"], node["impact"] or "", " ".join(node["target"]), node["html"])
        for rule in rules
        for node in rule["nodes"]
    ]


def _listed(finding: Finding, known: Iterable[tuple[str, str, str]]) -> bool:
    return any(finding.rule == rule and part in finding.html for rule, part, _ in known)


def _open(tab: Page, finding: Finding) -> str:
    """Why the finding stays open; empty when it is settled."""
    if finding.rule != "color-contrast":
        return "" if _listed(finding, LEFT_OPEN) else f"open: {finding}"
    counted = tab.evaluate(CONTRAST, finding.selector)
    if "why" in counted:
        return f"open: {finding} {counted['why']}"
    enough = LARGE if counted["large"] else NORMAL
    return "" if counted["ratio"] >= enough else f"{counted['ratio']:.2f}:1 {finding}"
