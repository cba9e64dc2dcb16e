"""What may be shown of an anonymous survey."""

from collections import Counter
from dataclasses import replace
from itertools import chain, combinations

from hypothesis import given
from hypothesis import strategies as st

from strategykit.domain.instruments import (
    InstrumentKind,
    InstrumentPlan,
    ItemOfInstrument,
    QuestionForm,
)
from strategykit.domain.survey import AGREE, DONT_KNOW, LEAST, SurveyAnswer, results, shown_groups

GROUPS = ("leder", "medarbejder", "frivillig", "bestyrelse")
PLAN = InstrumentPlan(
    key="s", kind=InstrumentKind.SURVEY, title="S", ask="A", groups=GROUPS,
    items=(
        ItemOfInstrument(key="enig", title="Vi har fælles mål"),
        ItemOfInstrument(key="ord", title="Hvad mangler?", form=QuestionForm.TEXT),
    ),
)  # fmt: skip


def answers(*given: tuple[str, str, str]) -> list[SurveyAnswer]:
    """Answers of a group, a word of agreement and a text."""
    return [
        SurveyAnswer(
            id=str(n), process_id="p", round_id="r", group=group,
            values=tuple(pair for pair in (("enig", word), ("ord", text)) if pair[1]),
        )
        for n, (group, word, text) in enumerate(given)
    ]  # fmt: skip


def test_nothing_is_shown_of_fewer_than_five() -> None:
    four = results(PLAN, answers(*[("leder", AGREE[0], "Tid")] * (LEAST - 1)))

    assert (four.answered, four.shown) == (LEAST - 1, False)
    assert [(q.all, q.groups, q.texts) for q in four.questions] == [(None, (), ())] * 2


def test_a_question_that_few_answered_is_not_shown_though_many_handed_in() -> None:
    told = [*[("", "", "Tid")] * LEAST, ("", AGREE[1], "")]
    agreed, texts = results(PLAN, answers(*told)).questions

    assert agreed.all is None
    assert texts.texts == ("Tid",) * LEAST


def test_the_mean_leaves_out_those_who_do_not_know() -> None:
    told = [("", AGREE[4], ""), ("", AGREE[4], ""), ("", AGREE[1], ""), *[("", DONT_KNOW, "")] * 3]
    spread = results(PLAN, answers(*told)).questions[0].all

    assert spread is not None
    assert (spread.answered, spread.mean, spread.agreeing) == (6, 4.0, 2)


def test_texts_are_never_by_group_and_tell_nothing_of_their_order() -> None:
    told = [("leder", "", word) for word in ("penge", "Tid", "alt", "Ro", "mod")]
    question = results(PLAN, answers(*told)).questions[1]

    assert question.groups == ()
    assert question.texts == ("alt", "mod", "penge", "Ro", "Tid")


def test_a_text_that_is_out_of_sight_is_not_shown() -> None:
    given = answers(*[("", "", word) for word in ("en", "to", "tre", "fire", "fem")])

    given[0] = replace(given[0], hidden=(("ord", "Nævner en person"),))

    assert "en" not in results(PLAN, given).questions[1].texts


def test_when_one_group_is_too_small_another_is_left_out_with_it() -> None:
    told = [*[("leder", AGREE[0], "")] * 2, *[("medarbejder", AGREE[3], "")] * 9]
    alone = results(PLAN, answers(*told)).questions[0]
    with_more = results(PLAN, answers(*told, *[("frivillig", AGREE[4], "")] * 6)).questions[0]

    assert (alone.groups, alone.hidden_groups) == ((), 2)
    assert [spread.group for spread in with_more.groups] == ["medarbejder"]


@given(st.dictionaries(st.sampled_from(("", *GROUPS)), st.integers(0, 12)))
def test_no_group_under_five_can_be_reckoned_from_what_is_shown(sizes: dict[str, int]) -> None:
    shown = shown_groups(Counter(sizes), GROUPS)
    known = [sum(sizes.values()), *(sizes[group] for group in shown)]

    assert all(size >= LEAST for size in known[1:])
    sums = chain.from_iterable(combinations(known[1:], n) for n in range(len(shown) + 1))
    left = [known[0] - sum(some) for some in sums]
    assert all(rest == 0 or rest >= LEAST for rest in left) or known[0] < LEAST
