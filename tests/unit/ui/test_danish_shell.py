"""Streamlit's installed page and our dictionary: they fit, also after an upgrade."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
import streamlit

from strategykit.ui.server.danish_shell import NEEDS_SCRIPT, WORDS, danish

INSTALLED = Path(streamlit.__path__[0], "static")
PAGE = danish((INSTALLED / "index.html").read_bytes()).decode()
DANISH = json.loads(WORDS.read_text("utf-8"))
SCRIPTS = "".join(
    script.read_text("utf-8") for script in (INSTALLED / "static" / "js").glob("*.js")
)
COMPOSED = (  # the browser puts these together, so that they stand nowhere as they are shown
    "Press ",
    "Download as SVG",
    "The page that you have requested does not seem to exist.",
    "This app has encountered an error.",
)


class Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.within: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self.within.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.within and self.within.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self.within[-1] not in {"script", "style"}:
            self.seen.append(data.strip())


def test_the_page_says_only_danish_words() -> None:
    words = Words()
    words.feed(PAGE)

    assert words.seen == [
        "Strategiværksted",
        re.sub(r"<[^>]+>", "", NEEDS_SCRIPT),
    ]
    assert '<html lang="da">' in PAGE


def test_the_page_names_only_what_is_our_own() -> None:
    assert "service-desc" not in PAGE
    assert "Snowflake" not in PAGE
    assert "SourceSans" not in PAGE


def test_our_script_runs_before_streamlits() -> None:
    assert 0 < PAGE.index("shell.js") < PAGE.index('type="module"')


def test_the_dictionary_stands_whole_in_the_page() -> None:
    held = re.search(r'id="danske-ord">(.*?)</script>', PAGE)

    assert held
    assert json.loads(held[1]) == DANISH


def test_another_page_comes_out_as_it_went_in() -> None:
    page = "<html lang='da'><title>Deltag</title><p>æøå</p></html>".encode()

    assert danish(page) == page


@pytest.mark.parametrize(("pattern", "said"), DANISH["patterns"], ids=lambda text: str(text)[:40])
def test_a_pattern_says_no_more_than_it_found(pattern: str, said: str) -> None:
    groups = re.compile(pattern).groups

    assert {int(number) for number in re.findall(r"\$(\d)", said)} <= set(range(1, groups + 1))


@pytest.mark.parametrize("word", DANISH["words"])
def test_streamlit_still_says_it(word: str) -> None:
    """A word that is gone after an upgrade has a new form somewhere, still in English."""
    assert word.startswith(COMPOSED) or any(f"{q}{word}{q}" in SCRIPTS for q in "`\"'")


def test_no_translation_is_itself_translated() -> None:
    """Else the page would be changed for ever."""
    words = DANISH["words"]
    rules = [re.compile(pattern) for pattern, _ in DANISH["patterns"]]
    again = [
        said
        for said in words.values()
        if words.get(said, said) != said or any(rule.search(said) for rule in rules)
    ]

    assert again == []
