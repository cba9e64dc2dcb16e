"""Changing one place of a template file leaves every other line as it was."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategykit.template_files.editing import (
    value_at,
    with_item,
    with_item_moved,
    with_value,
    without_item,
)
from strategykit.template_files.places import Places
from strategykit.template_files.problems import Unreadable
from strategykit.template_files.writing import Plain, block_lines, plain
from tests.support.makers import YOUTH

SMALL = """\
# Øverst
name: Lille  # navnet
terms:
  strategi: plan
  # om planen
  strategien: planen
phases:
  - key: en
    title: Først
    pages: [viden, swot]
    aim: >-
      I begynder her
      og bliver ved.

  # den anden
  - key: to
    title: Så
    pages:
      - maal
    aim: |
      1. Et
      2. To
actors:
  - {name: Skolen, side: intern}
  - {name: "Vej, og park", side: ekstern}
purposes:
  - At det lykkes
  - At det holder
"""


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """The lines that are gone and those that are new."""
    old, new = before.split("\n"), after.split("\n")
    while old and new and old[0] == new[0]:
        old, new = old[1:], new[1:]
    while old and new and old[-1] == new[-1]:
        old, new = old[:-1], new[:-1]
    return old, new


def test_a_word_is_changed_and_the_remark_behind_it_stays() -> None:
    after = with_value(SMALL, ("name",), "Større: og bedre")

    assert changed_lines(SMALL, after) == (
        ["name: Lille  # navnet"],
        ['name: "Større: og bedre"  # navnet'],
    )


def test_a_text_of_several_lines_is_changed_where_it_stands() -> None:
    after = with_value(SMALL, ("phases", 1, "aim"), "1. Et\n2. To\n3. Tre")

    assert changed_lines(SMALL, after) == ([], ["      3. Tre"])


def test_a_field_that_was_not_there_comes_where_the_reference_has_it() -> None:
    after = with_value(SMALL, ("phases", 0, "exit"), ["texts_agreed"], ("key", "title", "exit"))

    assert changed_lines(SMALL, after) == ([], ["    exit: [texts_agreed]"])
    assert "    title: Først\n    exit: [texts_agreed]\n" in after


def test_a_field_taken_away_takes_the_remark_above_it_along() -> None:
    after = with_value(SMALL, ("terms", "strategien"), None)

    assert changed_lines(SMALL, after)[0] == ["  # om planen", "  strategien: planen"]


def test_the_first_field_of_an_item_leaves_its_dash_to_the_next() -> None:
    after = with_value(SMALL, ("phases", 0, "key"), None)

    assert "phases:\n  - title: Først\n" in after


def test_an_item_moves_with_its_remark() -> None:
    after = with_item_moved(SMALL, ("phases",), 1, -1)

    assert after.index("# den anden") < after.index("- key: to") < after.index("- key: en")
    assert value_at(after, ("phases", 1, "aim")) == "I begynder her og bliver ved."


def test_what_stands_in_brackets_stays_in_brackets_or_is_unfolded() -> None:
    after = with_value(SMALL, ("phases", 0, "pages"), ["viden", "swot", "maal"])
    assert "    pages: [viden, swot, maal]\n" in after

    after = with_value(SMALL, ("actors", 0, "name"), "Gymnasiet")
    assert value_at(after, ("actors", 0)) == {"name": "Gymnasiet", "side": "intern"}
    assert "# den anden" in after


def test_the_last_item_leaves_an_empty_list() -> None:
    once = without_item(SMALL, ("purposes",), 0)
    twice = without_item(once, ("purposes",), 0)

    assert value_at(twice, ("purposes",)) == []
    assert value_at(with_item(twice, ("purposes",), 0, "Igen"), ("purposes",)) == ["Igen"]


def test_a_new_item_can_be_whole() -> None:
    phase: Plain = {"key": "ny", "title": "Ny", "pages": ["maal"], "aim": "Et. To: tre"}
    after = with_item(SMALL, ("phases",), 1, phase)

    assert value_at(after, ("phases", 1)) == phase
    assert changed_lines(SMALL, after)[0] == []


WORDS = st.text(st.sampled_from("abæøå {}[]:#-'\"|>&*!%@`,\n\t.0123\u2028\\"), max_size=160).map(
    lambda text: "\n".join(part.rstrip() for part in text.strip().split("\n")).strip()
)
TREES: Any = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(WORDS.filter(lambda w: "\n" not in w), inner, max_size=4), max_leaves=12,
)  # fmt: skip


@given(TREES.filter(lambda tree: bool(tree) and not isinstance(tree, str)))
@settings(derandomize=True, deadline=None, max_examples=200)
def test_whatever_is_written_is_read_back(tree: Any) -> None:
    assert plain("\n".join(block_lines(tree, 0)) + "\n") == tree


def paths(tree: Any, here: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to every value of a file."""
    below = tree.items() if isinstance(tree, dict) else enumerate(tree)
    inner = [] if isinstance(tree, str) else [paths(v, (*here, k)) for k, v in below]
    return [here, *(path for each in inner for path in each)]


@pytest.mark.parametrize("text", [SMALL, YOUTH], ids=["small", "shipped"])
def test_every_value_of_a_file_can_be_changed_alone(text: str) -> None:
    every = [path for path in paths(plain(text)) if path]
    for path in every[:: max(1, len(every) // 15)]:
        for value in ("Et nyt ord", "To: linjer\nog # mere", "langt " * 40):
            after = with_value(text, path, value.strip())
            assert value_at(after, path) == value.strip(), path
            gone, _ = changed_lines(text, after)
            first, last = Places(text).lines_of(path) or (0, 0)
            assert len(gone) <= last - first, (path, gone)


@pytest.mark.parametrize("text", [SMALL, YOUTH], ids=["small", "shipped"])
def test_every_list_can_be_added_to_reordered_and_shortened(text: str) -> None:
    whole = Places(text)
    lists = [path for path in paths(plain(text)) if whole.is_block_list(path)]
    for path in lists[:: max(1, len(lists) // 8)]:
        items: Any = value_at(text, path)
        longer = with_item(text, path, len(items), items[0])
        assert value_at(longer, path) == [*items, items[0]]
        assert changed_lines(text, longer)[0] == []
        assert value_at(with_item_moved(longer, path, 0, len(items)), path) == [
            *items[1:], items[0], items[0],
        ]  # fmt: skip
        assert value_at(without_item(longer, path, 0), path) == [*items[1:], items[0]]


@given(
    st.text(st.sampled_from("ab:- \n[]{}#&*!|>'\"%@`,.0?\t\u2028\x85\U0001f600"), max_size=60),
    st.data(),
)
@settings(derandomize=True, deadline=None, max_examples=300)
def test_any_text_is_changed_as_wanted_or_refused(text: str, data: st.DataObject) -> None:
    try:
        tree = plain(text)
    except Unreadable:
        return
    every = [path for path in paths(tree) if path]
    if not every:
        return
    path = data.draw(st.sampled_from(every))

    assert value_at(with_value(text, path, "Et: nyt # ord"), path) == "Et: nyt # ord"
    assert isinstance(Places(text).lines_of(path), tuple)
