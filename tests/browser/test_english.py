"""Nothing English is left on any page, whatever is open on it."""

import re
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.support.browsing import ALL_WORDS, english_left
from tests.support.states import STATES
from tests.support.walking import Walker

#: Addresses of sources, and words that are cut off to fit a list.
NOT_WORDS = re.compile(r"\S*[\w-]\.\w\S*|\S*/\S*|\w*\d\w*|\w+ …")
#: What stands in an empty date, months on an axis, kinds of files, short words and a key of the
#: templates.
SHORT = {"dd", "jan", "feb", "apr", "aug", "sep", "okt", "nov", "dec", "CSV", "TXT", "XLSX",
         "YAML", "YML", "yaml", "KUI", "SSP", "viden-paa-tvaers"}  # fmt: skip
WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-'’][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
KNOWN = (Path(__file__).parents[1] / "danish_words.txt").read_text("utf-8")


@pytest.mark.parametrize("page", STATES, ids=lambda page: page or "forside")
def test_no_page_has_english_left_whatever_is_open(tab: Page, page: str) -> None:
    walker = Walker(tab)
    walker.open(f"/{page}?forloeb=broendby")
    said: set[str] = set()

    for state in STATES[page]:
        for part in state:
            walker.part(part)
        walker.unfold_all()
        said |= heard(tab)
        said |= opened(walker)

    assert strange(said) == []


def heard(tab: Page) -> set[str]:
    """All that is written or spoken now; the dictionary must have done its work."""
    assert english_left(tab) == []
    return set(tab.evaluate(ALL_WORDS))


def opened(walker: Walker) -> set[str]:
    """What lists, calendars and boxes say when they are open."""
    said: set[str] = set()
    tab, main = walker.tab, walker.main
    kinds = (
        main.get_by_role("combobox"),
        main.get_by_role("button", name="Vælg dato"),
        main.get_by_test_id("stPopoverButton"),
    )
    for opener in (kind.first for kind in kinds):
        if opener.count():
            opener.scroll_into_view_if_needed()
            opener.click()
            said |= heard(tab)
            tab.keyboard.press("Escape")
    for icon in main.get_by_test_id("stTooltipIcon").all()[:1]:
        icon.hover()
        said |= heard(tab)
    return said


def strange(said: set[str]) -> list[str]:
    """What holds a word that no Danish dictionary has and nobody typed."""
    words = {text: set(WORD.findall(NOT_WORDS.sub(" ", text))) for text in said}
    command = ["hunspell", "-d", "da_DK", "-i", "utf-8", "-l"]
    asked = "\n".join(sorted(set().union(*words.values())))
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    unknown = set(answer.stdout.split()) - set(KNOWN.split()) - SHORT
    return sorted(text for text, its_own in words.items() if unknown & its_own)
