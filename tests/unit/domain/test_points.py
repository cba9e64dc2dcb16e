"""The same wish once, wishes that collide, and the time for all of them."""

from strategykit.domain.found_marks import MarkKind
from strategykit.domain.points import (
    Wish,
    bloc,
    collisions,
    final_text,
    key_of,
    minutes_each,
    one_by_one,
    suggested_sort,
    wishes,
)
from strategykit.domain.reviews import Point, ReviewMark, Sort, Verdict

BEFORE = "Kommunen hjælper de unge."


def a_mark(number: int = 1, point: str = "p", **more: object) -> ReviewMark:
    fields = {
        "id": f"m{number}", "process_id": "f", "send_out_id": "u", "point_id": point,
        "kind": MarkKind.CHANGE, "author": "Anne", "section": "s", "block": "b", "before": BEFORE,
        "removed": "Kommunen", "added": "Byrådet", "after": "Byrådet hjælper de unge.",
    }  # fmt: skip
    return ReviewMark(**{**fields, **more})  # type: ignore[arg-type]


def a_point(id_: str = "p", **more: object) -> Point:
    fields = {"id": id_, "process_id": "f", "send_out_id": "u", "key": "k", "section": "s",
              "block": "b"}  # fmt: skip
    return Point(**{**fields, **more})  # type: ignore[arg-type]


def a_wish(id_: str, after: str = "", **more: object) -> Wish:
    mark = a_mark(1, id_, after=after) if after else a_mark(1, id_)
    return Wish(a_point(id_, **more), (mark,))


def test_the_same_change_by_two_has_one_key_and_both_authors() -> None:
    one, other = a_mark(1), a_mark(2, author="Bo", removed="Kommunen ")

    (wish,) = wishes([a_point()], [one, other])

    assert key_of(one) == key_of(other)
    assert wish.authors == ("Anne", "Bo")


def test_the_same_words_elsewhere_are_another_point() -> None:
    assert key_of(a_mark(1)) != key_of(a_mark(2, block="c"))


def test_other_words_at_the_same_spot_collide_both_ways() -> None:
    one = a_wish("a")
    other = a_wish("b", "Vi hjælper de unge.")
    free = a_wish("c", "Kommunen hjælper alle unge.")

    assert collisions([one, other, free]) == {"a": ("b",), "b": ("a",)}


def test_the_final_text_holds_every_accepted_change() -> None:
    one = a_wish("a", verdict=Verdict.ACCEPTED)
    other = a_wish("b", "Kommunen hjælper alle unge.", verdict=Verdict.ACCEPTED)
    refused = a_wish("c", "Kommunen gør intet.", verdict=Verdict.REJECTED)

    assert final_text(BEFORE, [one, other, refused]) == "Byrådet hjælper alle unge."


def test_the_committees_own_words_stand_for_the_whole_paragraph() -> None:
    one = a_wish("a", verdict=Verdict.REWORDED, final="Vi hjælper hinanden.")

    assert final_text(BEFORE, [one]) == "Vi hjælper hinanden."


def test_small_changes_are_editorial_but_figures_never() -> None:
    assert suggested_sort(a_mark()) is Sort.EDITORIAL
    assert suggested_sort(a_mark(removed="18", added="12")) is Sort.CONTENT
    assert suggested_sort(a_mark(kind=MarkKind.COMMENT, text="Hvorfor?")) is Sort.CONTENT
    assert suggested_sort(a_mark(added="en helt anden og længere sætning")) is Sort.CONTENT


def test_one_may_pull_a_point_out_of_the_bloc() -> None:
    stays = a_wish("a", sort=Sort.EDITORIAL)
    pulled = a_wish("b", sort=Sort.EDITORIAL, pulled=True)
    principle = a_wish("c", sort=Sort.PRINCIPLE)

    assert bloc([stays, pulled, principle]) == (stays,)
    assert one_by_one([stays, pulled, principle]) == (principle, pulled)


def test_time_is_shared_with_three_times_as_much_for_a_principle() -> None:
    found = [a_wish("a", sort=Sort.PRINCIPLE), a_wish("b", sort=Sort.CONTENT),
             a_wish("c", sort=Sort.CONTENT, minutes=20)]  # fmt: skip

    assert minutes_each(found, 60) == {"a": 30, "b": 10, "c": 20}
