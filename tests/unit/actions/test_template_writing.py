"""A template's text as the workshop sees it: its mistakes, its parts, and the copy of it."""

import pytest

from strategykit.actions.template_writing import (
    copied,
    key_for,
    lines_in,
    looked_over,
    text_of_upload,
    text_to_mend,
    with_fields,
    with_lines,
    with_part,
)
from strategykit.domain.template import PhasePlan, Template
from strategykit.errors import PlaceGone, TemplateProblems
from tests.support.makers import OTHER

TEXT = OTHER.read_text("utf-8")


def test_each_mistake_has_its_line_and_what_stands_there() -> None:
    found = looked_over(TEXT.replace("  strategi: handicappolitik", "  strategy: handicappolitik"))

    assert found.template is None
    last = found.mistakes[-1]
    assert (last.line, last.said) == (12, "strategy: handicappolitik")
    assert last.text.startswith("'strategy' kendes ikke")


def test_a_text_that_cannot_be_read_has_one_mistake() -> None:
    (mistake,) = looked_over(
        TEXT.replace("name: Handicappolitik", 'name: "Handicappolitik')
    ).mistakes

    assert mistake.line > 0
    with pytest.raises(PlaceGone):
        with_fields('name: "', (), Template, {"name": "Ny"})


def test_a_copy_has_a_name_and_key_of_its_own_and_tells_where_it_comes_from() -> None:
    made = looked_over(copied(TEXT, "Ældre & sårbare: 2030", "Os")).template

    assert made is not None
    assert (made.name, made.key) == ("Ældre & sårbare: 2030", "aeldre-saarbare-2030")
    assert made.origin == (
        "Bygger på skabelonen Handicappolitik, udgave 0.1, af Strategiværksted. "
        "Skrevet til afprøvning"
    )
    assert made.author == "Os"


def test_a_copy_is_not_by_the_one_who_wrote_the_first() -> None:
    (lacks,) = looked_over(copied(TEXT, "Ældre")).mistakes

    assert lacks.text == "'author' må ikke være tom"


@pytest.mark.parametrize(
    ("name", "key"),
    [("2030-mål", "s-2030-maal"), ("!!!", "forloeb"), ("x" * 90, "x" * 40), ("Å", "aa")],
)
def test_every_name_gives_a_key_that_a_template_can_have(name: str, key: str) -> None:
    assert key_for(name) == key
    assert looked_over(with_fields(TEXT, (), Template, {"key": key})).template is not None


def test_the_lines_of_a_part_are_its_own() -> None:
    first, after = lines_in(TEXT, ("phases", 1)) or (0, 0)
    lines = TEXT.split("\n")[first:after]

    assert lines[0] == "  - key: valg"
    assert lines[-1] == "    exit: [texts_agreed, candidates_decided]"
    changed = with_lines(TEXT, ("phases", 1), "\n".join(lines).replace("Vision og", "Drøm og"))
    assert changed == TEXT.replace("title: Vision og temaer", "title: Drøm og temaer", 1)


def test_a_place_that_is_gone_is_told() -> None:
    for change in (
        lambda: with_lines(TEXT, ("phases", 9), "x"),
        lambda: with_fields(TEXT, ("phases", 9), PhasePlan, {"title": "x"}),
        lambda: with_fields(TEXT, ("name", 0), PhasePlan, {"title": "x"}),
        lambda: with_part("phases: tekst\n- ", ("phases",), 0, "x"),
    ):
        with pytest.raises(PlaceGone):
            change()


def test_a_list_that_is_a_text_becomes_a_list_when_something_is_added() -> None:
    assert with_part("purposes: tekst\n", ("purposes",), 0, "Et formål") == (
        "purposes:\n  - Et formål\n"
    )


def test_a_file_is_taken_whole_or_not_at_all() -> None:
    assert text_of_upload(TEXT.encode("utf-8-sig"), "fil.yaml") == TEXT
    with pytest.raises(TemplateProblems, match=r"fil\.yaml, linje 1"):
        text_of_upload("navn: Ærø".encode("latin-1"), "fil.yaml")
    assert text_to_mend("navn: Ærø".encode("latin-1")) is None
    assert text_to_mend("navn: Ærø".encode()) == "navn: Ærø"
