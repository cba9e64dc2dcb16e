"""Workshop 4's order, texts and time, without any room."""

from datetime import UTC, datetime, timedelta

import pytest

from strategykit.domain.found_marks import MarkKind
from strategykit.domain.going_through import (
    BLOC,
    Progress,
    Sides,
    before_id,
    countdown_at,
    final_of,
    in_draft_order,
    minutes_for,
    next_id,
    progress,
    queue,
    sides,
)
from strategykit.domain.outline import Cover, Draft, Paragraph, Section
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Point, ReviewMark, Sort, Verdict
from strategykit.domain.turns import PointTurn

NOON = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)
TEXT = "De unge har brug for hjælp."


def a_draft() -> Draft:
    cover = Cover("Strategi", "Prøve Kommune", "Prøveudvalget", NOON.date(), 1, "Udkast")
    sections = (
        Section("vej", "Vejen", 1, (Paragraph("a", TEXT), Paragraph("b", "Andet."))),
        Section("maal", "Mål", 1, (Paragraph("c", "Tredje."),)),
    )
    return Draft("d", cover, sections, ())


def a_wish(
    name: str, *, block: str = "a", section: str = "vej", sort: Sort = Sort.CONTENT,
    verdict: Verdict = Verdict.OPEN, pulled: bool = False, final: str = "",
    kind: MarkKind = MarkKind.CHANGE, before: str = TEXT, after: str = "", text: str = "",
) -> Wish:  # fmt: skip
    point = Point(
        id=name, process_id="p", send_out_id="s", key=name, section=section, block=block,
        sort=sort, verdict=verdict, pulled=pulled, final=final,
    )  # fmt: skip
    mark = ReviewMark(
        id=f"m{name}", process_id="p", send_out_id="s", point_id=name, kind=kind, author=name,
        section=section, block=block, before=before, after=after, added=after, text=text,
        removed=before if kind is MarkKind.GONE_PARAGRAPH else "",
    )  # fmt: skip
    return Wish(point, (mark,))


def at(point_id: str) -> PointTurn:
    return PointTurn(
        id="t", process_id="p", step_id="s", send_out_id="s", point_id=point_id, minutes=4,
        began_at=NOON,
    )  # fmt: skip


def ids(found: tuple[Wish, ...]) -> list[str]:
    return [wish.point.id for wish in found]


def test_points_stand_down_the_pages_and_what_has_no_place_comes_first() -> None:
    found = [
        a_wish("sidst", block="c", section="maal"),
        a_wish("midt", block="b"),
        a_wish("overskrift", block=""),
        a_wish("uden", block="", section=""),
    ]

    assert ids(in_draft_order(a_draft(), found)) == ["uden", "overskrift", "midt", "sidst"]


def test_principles_are_taken_first_and_the_bloc_by_itself() -> None:
    found = (
        a_wish("indhold"), a_wish("komma", sort=Sort.EDITORIAL),
        a_wish("princip", sort=Sort.PRINCIPLE),
        a_wish("trukket", sort=Sort.EDITORIAL, pulled=True),
    )  # fmt: skip

    assert ids(queue(found)) == ["princip", "indhold", "trukket"]


def test_the_room_goes_from_the_bloc_through_all_that_nobody_has_taken_a_stand_on() -> None:
    bloc = a_wish("komma", sort=Sort.EDITORIAL)
    found = (bloc, a_wish("et", verdict=Verdict.ACCEPTED), a_wish("to"), a_wish("tre"))

    assert next_id(found, None) == BLOC
    assert next_id(found, at(BLOC)) == "to"
    assert next_id(found, at("to")) == "tre"
    assert next_id(found, at("tre")) == "to"


def test_what_was_put_off_is_not_come_back_to_and_the_end_is_an_end() -> None:
    found = (a_wish("et", verdict=Verdict.PUT_OFF), a_wish("to", verdict=Verdict.REJECTED))

    assert next_id(found, at("et")) is None
    assert next_id((a_wish("komma", sort=Sort.EDITORIAL), *found), at("et")) == BLOC
    assert next_id((a_wish("komma", sort=Sort.EDITORIAL),), at(BLOC)) is None


def test_the_way_back_goes_point_by_point_to_the_bloc() -> None:
    found = (a_wish("komma", sort=Sort.EDITORIAL), a_wish("et"), a_wish("to"))

    assert before_id(found, at("to")) == "et"
    assert before_id(found, at("et")) == BLOC
    assert before_id(found[1:], at("et")) is None
    assert before_id(found, at(BLOC)) is None
    assert before_id(found, None) is None


def test_progress_is_told_in_words() -> None:
    found = (a_wish("et", verdict=Verdict.ACCEPTED), a_wish("to", verdict=Verdict.PUT_OFF))

    assert progress((*found, a_wish("tre"))) == Progress(2, 3, 1)
    assert Progress(23, 104, 2).whole == "23 af 104 punkter er taget, 2 af dem er udsat"
    assert Progress(0, 1, 0).whole == "0 af 1 punkt er taget"


@pytest.mark.parametrize(
    ("kind", "before", "after", "shown"),
    [
        (MarkKind.CHANGE, TEXT, "Ny tekst.", Sides(TEXT, "Ny tekst.")),
        (MarkKind.NEW_PARAGRAPH, "", "Helt nyt.", Sides("", "Helt nyt.")),
        (MarkKind.GONE_PARAGRAPH, TEXT, "", Sides(TEXT, "")),
    ],
)
def test_a_change_is_shown_as_the_whole_text_before_and_after(
    kind: MarkKind, before: str, after: str, shown: Sides
) -> None:
    assert sides(a_draft(), a_wish("et", kind=kind, before=before, after=after)) == shown


def test_a_comment_is_shown_with_the_text_that_stands_there() -> None:
    wish = a_wish("et", kind=MarkKind.COMMENT, before="", text="Hvorfor?")

    assert sides(a_draft(), wish) == Sides(TEXT, None)
    assert sides(a_draft(), wish).start == TEXT


def test_other_words_are_written_from_what_is_asked_else_from_what_stands_there() -> None:
    assert Sides("før", "efter").start == "efter"
    assert Sides("før", "").start == "før"


def test_the_final_text_holds_everything_that_was_decided_at_the_place() -> None:
    one = a_wish("et", verdict=Verdict.ACCEPTED, after="De unge har straks brug for hjælp.")
    other = a_wish("to", verdict=Verdict.ACCEPTED, after="De unge har brug for hjælp nu.")

    assert final_of(a_draft(), (one, other), one) == "De unge har straks brug for hjælp nu."


def test_the_final_text_of_what_was_turned_down_is_what_stood_there() -> None:
    wish = a_wish("et", verdict=Verdict.REJECTED, after="Noget andet.")

    assert final_of(a_draft(), (wish,), wish) == TEXT


def test_decisions_that_cannot_both_be_had_leave_no_final_text() -> None:
    one = a_wish("et", verdict=Verdict.ACCEPTED, after="De unge har brug for penge.")
    other = a_wish("to", verdict=Verdict.ACCEPTED, after="De unge har brug for ro.")

    assert final_of(a_draft(), (one, other), one) is None


def test_words_of_the_committees_own_are_the_final_text() -> None:
    wish = a_wish("et", verdict=Verdict.REWORDED, final="Vores ord.", after="Deres ord.")

    assert final_of(a_draft(), (wish,), wish) == "Vores ord."


def test_a_paragraph_that_goes_leaves_nothing_and_one_that_is_kept_leaves_itself() -> None:
    gone = a_wish("et", verdict=Verdict.ACCEPTED, kind=MarkKind.GONE_PARAGRAPH)
    kept = a_wish("et", verdict=Verdict.REJECTED, kind=MarkKind.GONE_PARAGRAPH)

    assert final_of(a_draft(), (gone,), gone) == ""
    assert final_of(a_draft(), (kept,), kept) == TEXT


def test_the_time_that_is_left_is_shared_over_the_points_that_are_left() -> None:
    found = tuple(a_wish(str(n)) for n in range(4))
    taken = (a_wish("x", verdict=Verdict.PUT_OFF), *found)

    assert minutes_for(taken, "1", timedelta(minutes=20), 60) == 5
    assert minutes_for(taken, "1", None, 60) == 15
    assert minutes_for(found, BLOC, timedelta(minutes=20), 60) == 0


def test_the_points_time_is_counted_from_when_it_was_taken_up_and_closes_nothing() -> None:
    begun, over = (countdown_at(at("et"), NOON + timedelta(minutes=n)) for n in (1, 9))

    assert begun is not None
    assert begun.told == "3 minutter tilbage"
    assert over is not None
    assert over.told == "Tiden er gået"
