"""Names of bookmarks."""

import re

from hypothesis import given
from hypothesis import strategies as st

from strategykit.drafting.word.marks import Mark, mark_name


def test_a_name_is_the_same_in_every_version() -> None:
    assert mark_name(Mark.SECTION, "vision") == "afsnit_vision_5944ae8494"


def test_danish_letters_stay_readable() -> None:
    assert mark_name(Mark.PARAGRAPH, "mål:Ærø").startswith("stykke_maal_aeroe_")


@given(st.text(max_size=200), st.sampled_from(Mark))
def test_word_takes_every_name(key: str, mark: Mark) -> None:
    assert re.fullmatch(r"[a-z][a-z0-9_]{0,39}", mark_name(mark, key))


@given(st.text(max_size=60), st.text(max_size=60))
def test_different_keys_have_names_that_word_keeps_apart(first: str, second: str) -> None:
    names = {mark_name(Mark.PARAGRAPH, key).lower() for key in (first, second)}

    assert len(names) == len({first, second})


def test_capitals_make_another_name_which_word_would_not() -> None:
    assert mark_name(Mark.SECTION, "Mål") != mark_name(Mark.SECTION, "mål")
