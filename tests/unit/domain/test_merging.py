"""Changes of one text by several people, put together."""

from hypothesis import given
from hypothesis import strategies as st

from strategykit.domain.merging import collide, merged

BEFORE = "Kommunen hjælper de unge, der ikke er i job."
TEXTS = st.text(alphabet="ab ,.", max_size=20)


def test_changes_of_different_words_are_all_had() -> None:
    after = (
        "Byrådet hjælper de unge, der ikke er i job.",
        "Kommunen hjælper alle unge, der ikke er i job.",
        "Kommunen hjælper de unge, der ikke er i job eller skole.",
    )

    assert merged(BEFORE, after) == "Byrådet hjælper alle unge, der ikke er i job eller skole."


def test_the_same_change_by_two_is_made_once() -> None:
    after = "Byrådet hjælper de unge, der ikke er i job."

    assert merged(BEFORE, (after, after)) == after


def test_other_words_for_the_same_word_collide() -> None:
    one, other = BEFORE.replace("Kommunen", "Byrådet"), BEFORE.replace("Kommunen", "Vi")

    assert collide(BEFORE, one, other)


def test_two_additions_at_the_same_spot_collide() -> None:
    assert collide(BEFORE, BEFORE.replace("unge", "helt unge"), BEFORE.replace("unge", "alle unge"))


def test_nobody_changes_nothing() -> None:
    assert merged(BEFORE, ()) == BEFORE


@given(TEXTS, TEXTS)
def test_one_wish_alone_is_had_whole(before: str, after: str) -> None:
    assert merged(before, (after,)) == after


@given(TEXTS, TEXTS, TEXTS)
def test_the_order_of_wishes_does_not_matter(before: str, one: str, other: str) -> None:
    assert merged(before, (one, other)) == merged(before, (other, one))
