"""Which rounds of a survey the draft tells of, and which words of theirs."""

from collections.abc import Sequence

from strategykit.domain.instruments import InstrumentKind, InstrumentPlan
from strategykit.domain.survey import SurveyAnswer, SurveyResults, SurveyRound, results


def closed_rounds(plan: InstrumentPlan, rounds: Sequence[SurveyRound]) -> tuple[SurveyRound, ...]:
    """Those of the survey that have ended, the latest last."""
    ended = (r for r in rounds if r.instrument == plan.key and r.closed_at is not None)
    return tuple(sorted(ended, key=lambda one: one.number))


def results_in(
    plan: InstrumentPlan, asked: SurveyRound, answers: Sequence[SurveyAnswer]
) -> SurveyResults:
    """What may be shown of one round."""
    return results(plan, [answer for answer in answers if answer.round_id == asked.id])


def told_words(
    plans: Sequence[InstrumentPlan],
    rounds: Sequence[SurveyRound],
    answers: Sequence[SurveyAnswer],
) -> tuple[tuple[str, str], ...]:
    """Question and text of everything that was answered in people's own words in latest rounds."""
    found = []
    for plan in plans:
        ended = closed_rounds(plan, rounds) if plan.kind is InstrumentKind.SURVEY else ()
        for asked in ended[-1:]:
            told = results_in(plan, asked, answers).questions
            found += [(result.item.title, text) for result in told for text in result.texts]
    return tuple(found)
