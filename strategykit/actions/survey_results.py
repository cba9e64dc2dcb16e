"""What a round of a survey has brought: how many, what may be shown, and texts out of sight."""

from collections import Counter
from dataclasses import dataclass, replace

from strategykit.actions.acting import acting
from strategykit.actions.survey import plan_of
from strategykit.domain.people import Who
from strategykit.domain.survey import LEAST, SurveyAnswer, SurveyResults, SurveyRound, results
from strategykit.domain.text import checked_text
from strategykit.errors import Empty, RoundOpen
from strategykit.storage.database import Database


@dataclass(frozen=True)
class HiddenText:
    """An answer in somebody's own words that was taken out of sight, and why."""

    question: str
    text: str
    reason: str


def answered(db: Database, seen: SurveyRound) -> int:
    """How many have handed in."""
    with db.reading() as store:
        return store.count(SurveyAnswer, seen.process_id, round_id=seen.id)


def told_rounds(db: Database, process_id: str, instrument: str) -> int:
    """How many closed rounds enough have answered for something to be shown."""
    with db.reading() as store:
        rounds = store.all(SurveyRound, process_id, instrument=instrument)
        closed = (one for one in rounds if one.closed_at is not None)
        counts = (store.count(SurveyAnswer, process_id, round_id=one.id) for one in closed)
        return sum(count >= LEAST for count in counts)


def results_of(db: Database, seen: SurveyRound) -> SurveyResults:
    """What may be shown of a closed round; raises RoundOpen, as one could see each answer come."""
    with db.reading() as store:
        kept = store.get(SurveyRound, seen.id, seen.process_id)
        if kept.is_open:
            raise RoundOpen
        plan = plan_of(store, kept.process_id, kept.instrument)
        return results(plan, store.all(SurveyAnswer, kept.process_id, round_id=kept.id))


def hide_text(
    db: Database, who: Who, seen: SurveyRound, question: str, text: str, reason: str
) -> None:
    """Every answer of a closed round with those words is out of sight; the reason is kept."""
    fit = checked_text("Begrundelse", reason)
    if not fit:
        raise Empty("Begrundelse")
    with acting(db, who, seen.process_id, "hide", "SurveyAnswer", seen.id) as store:
        same = store.all(SurveyAnswer, seen.process_id, round_id=seen.id)
        for answer in (a for a in same if a.value(question) == text and not a.is_hidden(question)):
            store.save(answer, replace(answer, hidden=(*answer.hidden, (question, fit))))


def show_text(db: Database, who: Who, seen: SurveyRound, hidden: HiddenText) -> None:
    """The answers with those words are in sight again."""
    with acting(db, who, seen.process_id, "show", "SurveyAnswer", seen.id) as store:
        for answer in store.all(SurveyAnswer, seen.process_id, round_id=seen.id):
            if answer.value(hidden.question) == hidden.text and answer.is_hidden(hidden.question):
                left = tuple(pair for pair in answer.hidden if pair[0] != hidden.question)
                store.save(answer, replace(answer, hidden=left))


def hidden_texts(db: Database, seen: SurveyRound) -> tuple[HiddenText, ...]:
    """What was taken out of sight, alike answers once, in alphabetical order.

    Raises RoundOpen. Nothing is told of a question that fewer than LEAST have answered.
    """
    with db.reading() as store:
        kept = store.get(SurveyRound, seen.id, seen.process_id)
        if kept.is_open:
            raise RoundOpen
        answers = store.all(SurveyAnswer, kept.process_id, round_id=kept.id)
    told = Counter(key for answer in answers for key, _ in answer.values)
    found = {
        HiddenText(key, answer.value(key), reason)
        for answer in answers
        for key, reason in answer.hidden
        if told[key] >= LEAST
    }
    return tuple(sorted(found, key=lambda each: (each.question, each.text.casefold())))
