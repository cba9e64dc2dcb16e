"""YAML's own mistakes in Danish, the limits, and that no text whatever gives a traceback."""

import copy
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategykit.domain.catalogue import CRITERIA_SENTENCES, FILLS, PAGES
from strategykit.domain.template import Template
from strategykit.errors import TemplateProblems
from strategykit.template_files import (
    read_template,
    read_template_bytes,
    shipped_files,
    tree,
)
from strategykit.template_files.problems import Unreadable
from tests.support.makers import PLAIN
from tests.support.template_fields import fields_of

SMALL = PLAIN.read_text("utf-8")
QUOTE = "Sæt teksten i anførselstegn"


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        ("a:\n\tb: 1", 2, "rykket ind med tabulator"),
        ("a: b: c", 1, "der står et kolon, hvor der ikke må være et"),
        ("a: 1\nb\nc: 2", 3, "der mangler et kolon efter feltets navn"),
        ('a: "x\nb: 2', 1, "et anførselstegn er sat foran teksten og ikke efter den"),
        ("a: 'it's'", 1, "linjen er rykket forkert ind"),
        ("a:\n  b: 1\n c: 2", 3, "linjen er rykket forkert ind"),
        ("a: {kommune} er god", 1, "Begynder teksten med { eller [, så sæt den i anførselstegn"),
        ("a: [1, 2\nb: 3", 2, "listen i [ ] mangler et komma eller et ] til sidst"),
        ("a: {b: 1", 1, "der mangler et komma eller et }"),
        ("a: @b", 1, f"teksten begynder med et tegn, der ikke må stå der. {QUOTE}"),
        ("a: ]", 1, f"teksten begynder med et tegn, der ikke må stå der. {QUOTE}"),
        ("a: - b", 1, "listen begynder et forkert sted"),
        ("a: |x\n b", 1, "efter | eller > skal teksten begynde på næste linje"),
        ('a: "\\q"', 1, "\\ kan ikke bruges her"),
        ('a: "\\U99999999"', 1, "linjen kan ikke læses"),
        ("a: 1\nb: c\x00", 2, "der står et tegn, som ikke kan bruges i tekst"),
        ("a: 1\nb: \ud800", 2, "der står et tegn, som ikke kan bruges i tekst"),
        ("a: &x b\nc: *x", 1, "'*' og '&' er ikke tilladt forrest i en værdi"),
        ("a: * b", 1, "'*' og '&' er ikke tilladt forrest i en værdi"),
        ("a: !!python/object:x y", 1, "'!' er ikke tilladt forrest i en værdi"),
        ("a: !", 1, "'!' er ikke tilladt forrest i en værdi"),
        ("? [a]\n: b", 1, "et felts navn skal være almindelig tekst"),
        ("a: 1\n---\nb: 2", 2, "der må kun være én skabelon i filen"),
        ("%YAML 9.9\n--- a", 1, "linjen kan ikke læses"),
        (f"%YAML {'9' * 5000}.1\n--- a", 1, "linjen kan ikke læses"),
        ("", 1, "filen er tom"),
        ("- a", 1, "filen skal begynde med felter"),
        ("[" * 21 + "]" * 21, 1, "der er for mange lag inden i hinanden"),
        ("a: " + "[" * 3000, 1, "der er for mange lag inden i hinanden"),
        ("".join(f"{' ' * n}a{n}:\n" for n in range(30)), 21, "der er for mange lag"),
    ],
)
def test_a_file_that_is_not_yaml_is_told_what_to_mend(text: str, line: int, sentence: str) -> None:
    with pytest.raises(TemplateProblems) as refused:
        read_template(text, "f")

    told = f"f, linje {line}: "
    assert any(p.startswith(told) and sentence in p for p in refused.value.problems)


def test_too_large_a_text_is_refused_before_it_is_read() -> None:
    with pytest.raises(TemplateProblems, match="filen er for stor"):
        read_template("[" * 1_000_001, "f")


TEXTS = [SMALL, max((file.text for file in shipped_files()), key=len)]
WHOLE = [yaml.load(text, Loader=yaml.BaseLoader) for text in TEXTS]
NAMES = st.sampled_from(sorted(fields_of(Template))) | st.text(max_size=8)
VALUES = (
    st.sampled_from([*PAGES, *FILLS, *CRITERIA_SENTENCES, "{titel}", "{x}", "ja", "i plenum", "60"])
    | st.text(max_size=20)
    | st.integers().map(str)
    | st.decimals().map(str)
)
TREES = st.recursive(
    VALUES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=8),
    max_leaves=40,
)


def lines_of(text: str) -> tuple[str, ...]:
    """What is told of a text; nothing when it is read."""
    try:
        read_template(text, "f", ("a",))
    except TemplateProblems as refused:
        return refused.problems
    return ()


def read_or_refuse(text: str) -> None:
    """A refusal must be fit to print and say the place in every line."""
    for line in lines_of(text):
        assert line.startswith(("f, linje ", "… og mindst"))
        line.encode()


@given(st.dictionaries(NAMES, TREES, max_size=12) | TREES)
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_tree_of_keys_and_values_is_read_or_refused(tree: object) -> None:
    read_or_refuse(yaml.safe_dump(tree, allow_unicode=True))


@given(
    st.text(
        alphabet=st.characters(exclude_categories=())
        | st.sampled_from(":-[]{}#&*!|>'\"\n\t %@,?\\")
    )
)
@settings(max_examples=500, deadline=None, derandomize=True)
def test_any_text_is_read_or_refused(text: str) -> None:
    read_or_refuse(text)


@given(st.data())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_a_template_with_a_piece_cut_out_or_put_in_is_read_or_refused(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(TEXTS))
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 40))
    put_in = data.draw(st.text(alphabet=":-[]{}#&*!|>'\"\n\t aæ1", max_size=6))

    read_or_refuse(text[:start] + put_in + text[end:])


def places(tree: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """The way to everything in a tree, the tree itself first."""
    found = [path]
    inner: list[tuple[str | int, object]] = []
    if isinstance(tree, dict):
        inner = list(tree.items())
    elif isinstance(tree, list):
        inner = list(enumerate(tree))
    for key, part in inner:
        found += places(part, (*path, key))
    return found


def change(tree: Any, path: tuple[str | int, ...], how: str, new: object) -> None:
    """One place taken away, given another value, put in once more, or called something else."""
    for step in path[:-1]:
        tree = tree[step]
    last = path[-1]
    value = tree.pop(last) if how in ("away", "renamed") else tree[last]
    if how == "other":
        tree[last] = new
    elif isinstance(tree, list):
        tree.insert(0, new if how == "renamed" else copy.deepcopy(value))
    elif how != "away":
        tree[str(new)[:20] if how == "renamed" else f"{last}2"] = copy.deepcopy(value)


@given(st.data())
@settings(max_examples=80, deadline=None, derandomize=True)
def test_a_template_with_parts_moved_or_changed_is_read_or_refused(data: st.DataObject) -> None:
    tree = copy.deepcopy(data.draw(st.sampled_from(WHOLE)))
    for _ in range(data.draw(st.integers(1, 4))):
        ways = [path for path in places(tree) if path]
        how = data.draw(st.sampled_from(["away", "other", "twice", "renamed"]))
        if ways:
            change(tree, data.draw(st.sampled_from(ways)), how, data.draw(TREES))

    read_or_refuse(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False))


SIGNS = [
    "a", "b: ", "- ", "? ", ":", "\n", "\n  ", "\n    ", "'", '"', "[", "]", "{", "}", ",", "#",
    " #", "|\n", ">", "|-", "&x ", "*x", "!t ", "%", "---", "...", "æ", "\\n", "@", "x:y", "?",
    "-", ", ", "key: ", "\r\n", "\r", "\t", "{a}", "<<: ", "~", "a b", "12:30", "\u2028", "\x85",
    "\ufeff", "🙂",
]  # fmt: skip


@given(st.lists(st.sampled_from(SIGNS), max_size=14).map("".join))
@settings(max_examples=1000, deadline=None, derandomize=True)
@example("- {a: x?y}")
@example("- ? a")
@example("a: |#b")
@example("---")
@example("a:\tb")
def test_a_machine_without_libyaml_reads_the_same_and_tells_the_same_mistakes(text: str) -> None:
    with pytest.MonkeyPatch.context() as machine:
        machine.setattr(tree, "FAST", None)
        expected = read_or_told(text)

    assert read_or_told(text) == expected


def test_the_shipped_templates_are_the_same_on_a_machine_without_libyaml() -> None:
    with pytest.MonkeyPatch.context() as machine:
        machine.setattr(tree, "FAST", None)
        expected = [tree.read_tree(file.text) for file in shipped_files()]

    assert [tree.read_tree(file.text) for file in shipped_files()] == expected


def read_or_told(text: str) -> object:
    try:
        return tree.read_tree(text)
    except Unreadable as trouble:
        return trouble.problem


@given(st.binary(max_size=400) | st.sampled_from([b"\xff\xfe", b"\xef\xbb\xbf", b"\x00" * 9]))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with pytest.raises(TemplateProblems) as refused:
        read_template_bytes(data, "f")

    assert all(problem.startswith(("f, linje ", "… og")) for problem in refused.value.problems)
