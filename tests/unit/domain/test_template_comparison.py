"""What differs between two templates, as a consultant reads it."""

from dataclasses import replace

from strategykit.domain.template import Template
from strategykit.domain.template_comparison import Change, compare_templates, parts_of
from strategykit.template_files import shipped_files

YOUTH = next(f.template for f in shipped_files() if f.template.key == "ungestrategi")


def said(new: Template) -> list[tuple[str, Change, str, str]]:
    return [(d.where, d.change, d.before, d.after) for d in compare_templates(YOUTH, new)]


def test_a_template_does_not_differ_from_itself() -> None:
    assert said(YOUTH) == []


def test_a_changed_word_is_named_with_both() -> None:
    new = replace(YOUTH, terms=replace(YOUTH.terms, personer="borgere"))

    assert said(new) == [("Dem, den er for, ubestemt", Change.CHANGED, "unge", "borgere")]
    assert [part for part, _ in parts_of(compare_templates(YOUTH, new))] == ["Ord"]


def test_what_is_known_by_its_key_is_the_same_under_another_title() -> None:
    first, *rest = YOUTH.phases
    new = replace(YOUTH, phases=(replace(first, title="Først"), *rest))

    assert said(new) == [("Først › Titel", Change.CHANGED, first.title, "Først")]


def test_a_phase_that_changes_place_is_moved_and_no_other_one() -> None:
    first, *rest = YOUTH.phases

    assert said(replace(YOUTH, phases=(*rest, first))) == [(first.title, Change.MOVED, "", "")]


def test_an_item_of_a_meeting_is_found_under_its_meeting() -> None:
    meeting, *rest = YOUTH.meetings
    item, *items = meeting.items
    changed = replace(meeting, items=(replace(item, minutes=item.minutes + 5), *items[:-1]))

    assert said(replace(YOUTH, meetings=(changed, *rest))) == [
        (f"{meeting.title} › {items[-1].title}", Change.REMOVED, "", ""),
        (
            f"{meeting.title} › {item.title} › Minutter", Change.CHANGED,
            str(item.minutes), str(item.minutes + 5),
        ),
    ]  # fmt: skip


def test_an_item_under_another_title_is_the_same_item() -> None:
    meeting, *rest = YOUTH.meetings
    item, *items = meeting.items
    changed = replace(meeting, items=(replace(item, title="Goddag"), *items))

    assert said(replace(YOUTH, meetings=(changed, *rest))) == [
        (f"{meeting.title} › Goddag › Titel", Change.CHANGED, item.title, "Goddag")
    ]


def test_keys_are_said_in_the_words_that_they_stand_for() -> None:
    first, *rest = YOUTH.phases
    new = replace(YOUTH, phases=(replace(first, exit=(*first.exit, "texts_agreed")), *rest))

    where = f"{first.title} › Skal være på plads, før fasen forlades"
    assert said(new) == [(f"{where} › Teksterne er vedtaget i udvalget", Change.ADDED, "", "")]
