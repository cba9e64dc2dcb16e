"""How tests walk the pages: like a person, by labels and roles, waiting for what they see."""

import json
import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, expect

import strategykit.ui.server as shell
from strategykit.domain.access import Door
from tests.support.server import Server

# A busy machine draws late; what never comes is still a fault
expect.set_options(timeout=20_000)

LAPTOP: ViewportSize = {"width": 1366, "height": 768}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DANISH = json.loads((Path(shell.__path__[0]) / "danish.json").read_text("utf-8"))
ALL_WORDS = """() => {
  const found = [];
  const NO_WORDS = "script, style, noscript, template, [data-testid=stIconMaterial]";
  const SPOKEN = [
    "placeholder", "aria-label", "title", "aria-description", "aria-roledescription",
    "aria-valuetext", "alt",
  ];
  const shown = NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT;
  const walker = document.createTreeWalker(document.body, shown);
  for (let node = walker.currentNode; node; node = walker.nextNode()) {
    if (node.nodeType === Node.TEXT_NODE) {
      const hidden = node.parentElement.closest(NO_WORDS);
      if (!hidden) found.push(node.nodeValue);
      continue;
    }
    for (const name of SPOKEN) {
      if (node.hasAttribute(name)) found.push(node.getAttribute(name));
    }
  }
  return found.map((text) => text.trim().replace(/\\s+/g, " ")).filter(Boolean);
}"""


def signed_in_context(browser: Browser, server: Server, **options: Any) -> BrowserContext:
    """A browser of its own in which the facilitator has signed in to the server.

    Nothing moves in it: a press on what is folding out would fall beside it.
    """
    settings = {"viewport": LAPTOP, "reduced_motion": "reduce", **options}
    context = browser.new_context(base_url=server.address, **settings)
    held = {"name": Door.FACILITATOR.cookie, "value": server.sign_in(), "httpOnly": True}
    context.add_cookies([{**held, "url": server.address}])  # type: ignore[typeddict-item]
    return context


def visit(tab: Page, path: str = "/") -> None:
    """Opens an address and waits until the page stands there whole."""
    tab.goto(path)
    settle(tab)


def settle(tab: Page) -> None:
    """Waits until the server has run the page and the page has shown what came."""
    app = tab.locator('[data-testid="stApp"]')
    expect(app).to_have_attribute("data-test-connection-state", "CONNECTED", timeout=30_000)
    expect(app).to_have_attribute("data-test-script-state", "notRunning", timeout=30_000)
    expect(tab.locator("h1").first).to_be_visible(timeout=30_000)
    unfinished = tab.locator('[data-stale="true"], [data-testid="stSkeleton"]')
    expect(unfinished).to_have_count(0, timeout=30_000)


def english_left(tab: Page) -> list[str]:
    """What Streamlit says in English by itself and our dictionary should have translated."""
    return [text for text in tab.evaluate(ALL_WORDS) if _is_english(text)]


def _is_english(text: str) -> bool:
    words: dict[str, Any] = DANISH["words"]
    if text in words:
        return bool(words[text] != text)
    return any(re.fullmatch(pattern.strip("^$"), text) for pattern, _ in DANISH["patterns"])
