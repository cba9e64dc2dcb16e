"""The library of templates: what is there, what comes in, and what is being written."""

import pytest

from strategykit.actions.house_style import house_style_of
from strategykit.actions.template_drafts import (
    begin_draft,
    draft_of,
    list_drafts,
    remove_draft,
    save_draft,
)
from strategykit.actions.templates import (
    add_template,
    list_templates,
    remove_template,
    template_text,
    templates,
    unusable_templates,
)
from strategykit.domain.people import Access, Who
from strategykit.errors import (
    EditConflict,
    HoldsCpr,
    NotAllowed,
    NotFound,
    SignedOut,
    TemplateProblems,
    TemplateThere,
    UnknownTemplate,
)
from strategykit.storage import library
from strategykit.storage.database import Database
from tests.support.house_styles import house_style
from tests.support.makers import PLAIN, YOUTH, a_process

STYLE = house_style()  # made once: the bytes hold the time
CLIMATE = PLAIN.read_text(encoding="utf-8")
VERSION = 'version: "1.0"'
NEWER = CLIMATE.replace(VERSION, 'version: "1.1"')


def keys(db: Database) -> list[tuple[str, str, bool]]:
    return [(t.template.key, t.template.version, t.shipped) for t in list_templates(db)]


def shipped() -> list[tuple[str, str, bool]]:
    return [(t.template.key, t.template.version, True) for t in templates()]


def test_the_library_begins_with_the_programs_own(both: Database) -> None:
    assert keys(both) == shipped()


def test_a_template_that_is_added_can_be_used_and_taken_out_again(both: Database, who: Who) -> None:
    made = add_template(both, who, CLIMATE, note="Fra Prøve Kommune")

    assert keys(both) == [*shipped(), ("klimaplan", "1.0", False)]
    assert template_text(both, "klimaplan") == CLIMATE
    assert list_templates(both)[-1].kept == made

    remove_template(both, who, made.id)

    assert keys(both) == shipped()
    with pytest.raises(NotFound):
        remove_template(both, who, made.id)


def test_a_process_takes_the_word_file_that_goes_with_its_template(
    both: Database, who: Who
) -> None:
    add_template(both, who, CLIMATE, house_style=STYLE)

    with_it = a_process(both, who, template=CLIMATE)
    without = a_process(both, who, template=YOUTH, title="En anden")

    worn = house_style_of(both, with_it.id)
    assert worn is not None
    assert (worn.name, worn.data) == ("klimaplan.docx", STYLE)
    assert house_style_of(both, without.id) is None


def test_two_versions_stand_side_by_side_and_the_newest_is_meant(both: Database, who: Who) -> None:
    add_template(both, who, CLIMATE)
    add_template(both, who, NEWER)

    assert keys(both)[-2:] == [("klimaplan", "1.1", False), ("klimaplan", "1.0", False)]
    assert template_text(both, "klimaplan") == NEWER
    assert template_text(both, "klimaplan", "1.0") == CLIMATE


def test_a_newer_version_can_take_the_place_of_the_older(both: Database, who: Who) -> None:
    older = add_template(both, who, CLIMATE)

    add_template(both, who, NEWER, replaces=older.id)

    assert keys(both)[-1:] == [("klimaplan", "1.1", False)]
    assert len(keys(both)) == len(shipped()) + 1


@pytest.mark.parametrize(
    ("text", "same"), [(CLIMATE, True), (CLIMATE + "# rettet\n", False), (YOUTH, True)]
)
def test_key_and_version_are_used_once(both: Database, who: Who, text: str, *, same: bool) -> None:
    add_template(both, who, CLIMATE)
    before = keys(both)

    with pytest.raises(TemplateThere) as refused:
        add_template(both, who, text)

    assert refused.value.same is same
    assert keys(both) == before


def test_a_double_tap_adds_one(both: Database, who: Who) -> None:
    add_template(both, who, CLIMATE, template_id="t")
    add_template(both, who, CLIMATE, template_id="t")

    assert len(keys(both)) == len(shipped()) + 1


def test_a_template_with_mistakes_is_refused_with_all_of_them(db: Database, who: Who) -> None:
    wrong = CLIMATE.replace("name:", "navn:", 1).replace(VERSION, "version:", 1)

    with pytest.raises(TemplateProblems) as refused:
        add_template(db, who, wrong, file="min.yaml")

    assert len(refused.value.problems) >= 2
    assert all(each.startswith("min.yaml, linje ") for each in refused.value.problems)
    assert keys(db) == shipped()


def test_only_a_facilitator_who_is_signed_in_changes_the_library(db: Database, who: Who) -> None:
    made = add_template(db, who, CLIMATE)

    with pytest.raises(NotAllowed):
        add_template(db, Who(Access.STRANGER), NEWER)
    with pytest.raises(NotAllowed):
        remove_template(db, Who(Access.STRANGER), made.id)
    with pytest.raises(SignedOut):
        add_template(db, Who(Access.FACILITATOR, sign_in_id="udløbet"), NEWER)
    assert keys(db) == [*shipped(), ("klimaplan", "1.0", False)]


def test_an_unknown_template_is_answered_with_the_known(db: Database) -> None:
    with pytest.raises(UnknownTemplate, match="ungestrategi"):
        template_text(db, "findesikke")
    with pytest.raises(UnknownTemplate):
        template_text(db, "ungestrategi", "99")


def test_a_template_that_this_version_cannot_read_is_told_and_hides_no_other(
    db: Database, who: Who
) -> None:
    made = add_template(db, who, CLIMATE)
    with db.writing() as store:
        library.remove(store, made.id)
        library.keep(store, type(made)(**{**vars(made), "text": "format: 99\n"}))

    assert keys(db) == shipped()
    ((kept, problems),) = unusable_templates(db)
    assert (kept.key, bool(problems)) == ("klimaplan", True)


def test_a_draft_keeps_its_mistakes_and_its_lines(both: Database, who: Who) -> None:
    text = "\n\nname: Klim\n  forkert: [\n\n"
    made = begin_draft(both, who, "k", "Klimaplan", text, "klimaplan 1.0")
    begin_draft(both, who, "k", "Klimaplan", text)

    assert list_drafts(both) == (made,)
    assert draft_of(both, "k").text == text

    saved = save_draft(both, who, made, text="name: Klima\n")

    assert (saved.version, draft_of(both, "k")) == (2, saved)
    remove_draft(both, who, "k")
    with pytest.raises(NotFound):
        draft_of(both, "k")


def test_two_who_write_on_a_draft_lose_nothing(both: Database, who: Who) -> None:
    made = begin_draft(both, who, "k", "Klimaplan", "a")
    theirs = save_draft(both, who, made, text="b")

    with pytest.raises(EditConflict) as refused:
        save_draft(both, who, made, text="c")

    assert refused.value.theirs == theirs
    assert save_draft(both, who, made, text="b") == theirs


def test_a_draft_holds_no_cpr(db: Database, who: Who) -> None:
    with pytest.raises(HoldsCpr):
        begin_draft(db, who, "k", "Klimaplan", "name: 010190-1234")
    assert list_drafts(db) == ()
