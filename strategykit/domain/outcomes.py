"""A result in words and bars, the same on phone, projector and in a decision's reason."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from strategykit.domain.ballots import Stance, StepResult, Tally
from strategykit.domain.comparison_text import listed
from strategykit.domain.disagreement import points_told, short, strong_minority
from strategykit.domain.numbers import danish
from strategykit.domain.steps import StepKind
from strategykit.domain.subjects import best_of

MOST_TOLD = 5
SCALE = 10


@dataclass(frozen=True)
class OutcomeRow:
    """One line of a result; `place` counts from 1, and things that are level share it.

    `total` counts as the kind does, `said` has it in words, and `share` is the bar's length, 100
    for the longest. `spread` is in words, empty where it must not be shown.
    """

    subject_id: str
    title: str
    place: int
    total: int
    said: str
    share: int
    spread: str = ""


@dataclass(frozen=True)
class Outcome:
    """A closed round; `minority` is one sentence or empty, `agreed` None where nothing is asked."""

    step_id: str
    kind: StepKind
    round: int
    voters: int
    headline: str
    answered: str
    rows: tuple[OutcomeRow, ...]
    spread_may_show: bool
    minority: str
    reasons: tuple[str, ...]
    agreed: bool | None = None


def told(result: StepResult) -> Outcome:
    """The result as everybody may see it."""
    consent = result.kind is StepKind.CONSENT
    return Outcome(
        step_id=result.step_id, kind=result.kind, round=result.round, voters=result.voters,
        headline=_headline(result), answered=answered(result.voters),
        rows=_stances(result) if consent else _rows(result),
        spread_may_show=result.spread_may_show and any(t.spread for t in result.tallies),
        minority=strong_minority(result), reasons=result.reasons,
        agreed=_agreed(result) if consent else None,
    )  # fmt: skip


def answered(voters: int) -> str:
    """ "12 har svaret."."""
    return f"{danish(voters)} har svaret." if voters else "Ingen har svaret."


def in_numbers(result: StepResult) -> str:
    """The result in one or two sentences, to stand in a decision's reason."""
    if result.kind is StepKind.CONSENT:
        return f"{_headline(result)} {_stance_words(result)}".strip()
    rows = [row for row in _rows(result) if row.total][:MOST_TOLD]
    if not rows:
        return _headline(result)
    got = listed([f"{short(row.title)} fik {row.said}" for row in rows])
    return f"{got}. {answered(result.voters)}"


def spread_words(kind: StepKind, tally: Tally) -> str:
    """Every answer without whose it was: "3 gav 2 prikker, 4 gav 1, 5 gav ingen"."""
    if not tally.spread and not tally.second:
        return ""
    if kind is StepKind.DOTS:
        return _dot_words(tally.spread)
    if kind is StepKind.RATE:
        parts = [("Værdi", tally.spread), ("Indsats", tally.second)]
        return ". ".join(f"{name}: {_each(given, 'gav')}" for name, given in parts if given)
    return _each(tally.spread, "gav plads")


def _rows(result: StepResult) -> tuple[OutcomeRow, ...]:
    best = best_of(result)
    most = max((_measure(result.kind, tally) for tally in best), default=0)
    standings = [_standing(result.kind, tally) for tally in best]
    return tuple(
        OutcomeRow(
            subject_id=tally.subject_id, title=tally.title, place=standings.index(standing) + 1,
            total=tally.total, said=_said(result.kind, tally),
            share=round(100 * _measure(result.kind, tally) / most) if most else 0,
            spread=spread_words(result.kind, tally) if result.spread_may_show else "",
        )
        for tally, standing in zip(best, standings, strict=True)
    )  # fmt: skip


def _stances(result: StepResult) -> tuple[OutcomeRow, ...]:
    """One row for each stance, when their numbers may be shown."""
    spread = result.tallies[0].spread if result.tallies else ()
    most = max(spread, default=0)
    return tuple(
        OutcomeRow(
            subject_id=stance.name.lower(), title=stance.capitalize(), place=number, total=count,
            said=danish(count), share=round(100 * count / most) if most else 0,
        )
        for number, (stance, count) in enumerate(zip(Stance, spread, strict=False), start=1)
    )  # fmt: skip


def _measure(kind: StepKind, tally: Tally) -> float:
    return float(tally.value or 0) if kind is StepKind.RATE else tally.total


def _standing(kind: StepKind, tally: Tally) -> object:
    return (tally.value, tally.effort) if kind is StepKind.RATE else tally.total


def _said(kind: StepKind, tally: Tally) -> str:
    if kind is StepKind.RATE:
        numbers = (("værdi", tally.value), ("indsats", tally.effort))
        known = [f"{name} {danish(number)}" for name, number in numbers if number is not None]
        return listed(known) if known else "ingen svar"
    return points_told(kind, tally.total) if tally.total else _nothing(kind)


def _nothing(kind: StepKind) -> str:
    return "ingen point" if kind is StepKind.RANK else "ingen prikker"


def _headline(result: StepResult) -> str:
    if result.kind is StepKind.CONSENT:
        return _consent_headline(result)
    rows = _rows(result)
    first = [short(row.title) for row in rows if row.place == 1]
    if not result.voters or not any(row.total for row in rows):
        return answered(0)
    words = {StepKind.DOTS: "Flest prikker", StepKind.RATE: "Størst værdi", StepKind.RANK: "Øverst"}
    level = ", lige mange" if result.kind is StepKind.DOTS and len(first) > 1 else ""
    return f"{words[result.kind]}{level}: {listed(first[:MOST_TOLD])}."


def _consent_headline(result: StepResult) -> str:
    if not result.voters:
        return answered(0)
    if _agreed(result):
        return "Der er samtykke. Ingen har sagt nej."
    spread = result.tallies[0].spread
    against = spread[list(Stance).index(Stance.NO)] if spread else 0
    return f"Der er ikke samtykke. {danish(against) if against else 'Nogen'} har sagt nej."


def _stance_words(result: StepResult) -> str:
    rows = [row for row in _stances(result) if row.total]
    return f"{listed([f'{row.said} sagde {row.title.lower()}' for row in rows])}." if rows else ""


def _agreed(result: StepResult) -> bool:
    return bool(result.tallies) and all(tally.total for tally in result.tallies)


def _dot_words(spread: Sequence[int]) -> str:
    counts = sorted(Counter(spread).items(), reverse=True)
    said = [f"{danish(people)} gav {dots or 'ingen'}" for dots, people in counts]
    most = counts[0][0]
    return ", ".join([said[0] + ({0: "", 1: " prik"}.get(most, " prikker")), *said[1:]])


def _each(given: Sequence[int], did: str) -> str:
    counts = sorted(Counter(given).items())
    return ", ".join(f"{danish(people)} {did} {number}" for number, people in counts)
