"""The boxes of a flow neither cover each other nor run off the paper."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from strategykit.domain.flow_layout import (
    MOST_LINES,
    TALLEST,
    WIDTH,
    FlowBox,
    broken,
    flow_layout,
    flow_pages,
)

TITLES = ("Aktivitet", "Det kommer der ud af den", "Kort sigt", "Langt sigt")
WORDS = st.text(alphabet="abe øæåABE-\n", max_size=60)


def overlap(one: FlowBox, other: FlowBox) -> bool:
    across = min(one.left + one.width, other.left + other.width) - max(one.left, other.left)
    down = min(one.top + one.height, other.top + other.height) - max(one.top, other.top)
    return across > 0 and down > 0


@settings(deadline=None)
@given(st.lists(st.tuples(WORDS, WORDS, WORDS, WORDS), max_size=9))
def test_boxes_stand_clear_of_each_other_and_arrows_lead_to_the_right(
    paths: list[tuple[str, ...]],
) -> None:
    layout = flow_layout(TITLES, paths)

    assert not any(overlap(one, other) for one, other in combinations(layout.boxes, 2))
    for box in layout.boxes:
        assert box.left >= 0
        assert box.left + box.width <= WIDTH + 0.01
        assert box.top >= 0
        assert box.top + box.height <= layout.height
    for start, end in layout.arrows:
        assert layout.boxes[start].left + layout.boxes[start].width < layout.boxes[end].left


def test_the_same_words_are_one_box_whatever_their_letters_and_blanks() -> None:
    layout = flow_layout(TITLES, [("a", "", "", "Job"), ("b", "", "", " job")])

    assert [box.lines for box in layout.boxes if box.column == 3] == [("Job",)]


def test_a_column_that_nobody_fills_takes_no_room() -> None:
    layout = flow_layout(TITLES, [("a", "", "", "Job")])

    assert [lines for _, lines in layout.heads] == [("Aktivitet",), ("Langt sigt",)]
    assert layout.boxes[0].width == (WIDTH - 34) / 2


def test_an_arrow_goes_by_a_column_between_the_boxes_of_others() -> None:
    layout = flow_layout(TITLES, [("a", "x", "y", "Job"), ("b", "", "", "Job")])

    passed = [box for box in layout.boxes if not box.lines]
    assert [box.column for box in passed] == [1, 2]


def test_many_ways_are_parted_in_drawings_that_each_fit_a_page() -> None:
    long = "Et ret langt udsagn om det, der skal ske, og hvorfor det er vigtigt for dem"
    paths = [(f"{n} {long}", f"{n} {long}", "", f"{n % 3} {long}") for n in range(14)]

    pages = flow_pages(TITLES, paths)

    assert sorted(path for page in pages for path in page) == sorted(paths)
    assert len(pages) > 1
    assert all(flow_layout(TITLES, page).height <= TALLEST for page in pages)


def test_a_long_word_is_divided_at_a_syllable_and_a_long_text_is_cut() -> None:
    assert broken("Ungdomsuddannelsesvejledning", 18) == ["Ungdomsuddannel-", "sesvejledning"]
    (box,) = flow_layout(TITLES[:1], [("ord " * 600,)]).boxes
    assert len(box.lines) == MOST_LINES
    assert box.lines[-1].endswith("…")


def test_ways_to_the_same_end_stand_together() -> None:
    paths = [("a", "", "", "Job"), ("b", "", "", "Bolig"), ("c", "", "", "job")]

    column = [box.lines[0] for box in flow_layout(TITLES, paths).boxes if box.column == 0]

    assert column == ["a", "c", "b"]
