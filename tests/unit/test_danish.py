"""The app's own Danish: spelt right, calm, and without the English words that creep in."""

import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest

from tests.support.danish_texts import Text, all_texts

KNOWN = Path(__file__).parents[1] / "danish_words.txt"
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[-'’][A-Za-zÀ-ÖØ-öø-ÿ]+)*")
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b50\ufe0f]")
#: Words that have a Danish one in docs/ordliste.md or in plain speech.
_ENGLISH = re.compile(
    r"\b(facilitator|facilitere|dashboard|feedback|backup|deadline|input|output|tool|team"
    r"|password|login(?!d)|upload|download|stakeholder|template|draft|settings?|events?\b|slide|e-?mail"
    r"|flow\b|timeline|milestone|baseline|outcome|impact|content|user|admin|reset|submit|save"
    r"|editor|workflow|review|report|best practice)\w*",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def texts() -> tuple[Text, ...]:
    return tuple(all_texts())


def known_words() -> set[str]:
    lines = KNOWN.read_text("utf-8").splitlines()
    return {line.strip() for line in lines if line.strip() and not line.startswith("#")}


def misspelt(words: set[str]) -> set[str]:
    """Those that the Danish dictionary does not know."""
    command = ["hunspell", "-d", "da_DK", "-i", "utf-8", "-l"]
    asked = "\n".join(sorted(words))
    answer = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return set(answer.stdout.split())


def test_the_dictionary_knows_danish_and_only_that() -> None:
    assert misspelt({"forløb", "beslutning", "forløp", "beslutnig"}) == {"forløp", "beslutnig"}


def test_every_danish_word_is_spelt_right(texts: tuple[Text, ...]) -> None:
    places = defaultdict(list)
    for place, text in texts:
        for word in _WORD.findall(text):
            places[word].append(place)
    wrong = misspelt(set(places)) - known_words()

    told = sorted(f"{word}: {', '.join(dict.fromkeys(places[word][:3]))}" for word in wrong)
    assert len(places) > 2500  # else the texts were not found
    assert told == []


def test_no_known_word_is_known_in_vain(texts: tuple[Text, ...]) -> None:
    used = {word for _, text in texts for word in _WORD.findall(text)}

    assert known_words() - (misspelt(known_words()) & used) == set()


def test_nothing_shouts_or_winks(texts: tuple[Text, ...]) -> None:
    loud = [f"{place}: {text.strip()}" for place, text in texts if "!" in text.replace("![", "")]
    winking = [f"{place}: {text.strip()}" for place, text in texts if _EMOJI.search(text)]

    assert loud == []
    assert winking == []


def test_no_english_word_stands_where_there_is_a_danish_one(texts: tuple[Text, ...]) -> None:
    found = [
        f"{place}: {word[0]}"
        for place, text in texts
        for word in _ENGLISH.finditer(text)
        if text.strip() != "best practice"  # what the check of the committee's own texts looks for
    ]

    assert found == []
