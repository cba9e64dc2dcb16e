"""The words that would go out are those of the latest closed round, but for the hidden ones."""

from dataclasses import replace

from strategykit.domain.survey import SurveyAnswer, SurveyRound
from strategykit.domain.survey_told import closed_rounds, told_words
from tests.support.instrument_material import survey_rounds, template


def test_only_the_latest_closed_round_is_told_and_hidden_words_are_not() -> None:
    plan = template().instrument("spoergeskema")
    assert plan is not None
    things = survey_rounds(12, 20, 14)
    rounds = [one for one in things if isinstance(one, SurveyRound)]
    answers = [one for one in things if isinstance(one, SurveyAnswer)]
    rounds[2] = replace(rounds[2], closed_at=None)
    hidden = ("mangler", "Nævner en person")
    shy = [replace(a, hidden=(hidden,)) if a.id == "svar2-7" else a for a in answers]

    told = told_words(template().instruments, rounds, shy)

    assert [asked.number for asked in closed_rounds(plan, rounds)] == [1, 2]
    texts = [text for title, text in told if title == "Hvad mangler der"]
    assert len(texts) == len(told) == 9
    assert "Der mangler nummer 7" not in texts
    assert "Der mangler nummer 19" in texts


def test_nothing_is_told_without_a_closed_round() -> None:
    assert told_words(template().instruments, [], []) == ()
