"""When a result hides that the room is split: one rule for each kind of vote.

The rules say no more than the numbers do, and name nobody. They need the spread, so they are
silent when fewer than SPREAD_FROM have answered.
"""

from collections.abc import Sequence
from fractions import Fraction

from strategykit.domain.ballots import Stance, StepResult, Tally
from strategykit.domain.numbers import danish
from strategykit.domain.steps import StepKind
from strategykit.domain.subjects import best_of

STRONG = Fraction(1, 4)  # a quarter of those who answered
NEAR = Fraction(1, 5)  # the second is at most a fifth behind the first
LOW, HIGH = 3, 8  # on a scale from 1 to 10
_LONGEST = 60


def strong_minority(result: StepResult) -> str:
    """One neutral sentence about a strong minority or a close race; empty when there is none.

    Dots: the first two are level, or STRONG gave nothing to the first, or the second is NEAR.
    Rank: the same, with the first in the lower half of their lists. Consent: STRONG said nej.
    Rate: STRONG gave a value of at most LOW and STRONG one of at least HIGH.
    """
    if not result.spread_may_show or not result.tallies:
        return ""
    if result.kind is StepKind.CONSENT:
        return _against(result)
    best = best_of(result)
    if result.kind is StepKind.RATE:
        return next((said for tally in best if (said := _split(tally))), "")
    return _race(result, best)


def short(title: str) -> str:
    """Somebody's words inside a sentence of ours, cut at a word when they are long."""
    said = " ".join(title.split()).removesuffix(".")
    if len(said) > _LONGEST:
        said = said[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:-–") + " …"
    return f"”{said}”"


def points_told(kind: StepKind, total: int) -> str:
    """ "1 prik", "12 prikker", "23 point"."""
    if kind is StepKind.RANK:
        return f"{danish(total)} point"
    return f"{danish(total)} {'prik' if total == 1 else 'prikker'}"


def _against(result: StepResult) -> str:
    spread = result.tallies[0].spread
    against = spread[list(Stance).index(Stance.NO)] if spread else 0
    return _of_all(against, result.voters, "sagde nej.")


def _race(result: StepResult, best: Sequence[Tally]) -> str:
    first = best[0]
    if not first.total or not first.spread:
        return ""
    second = best[1] if len(best) > 1 else None
    if second is not None and second.total == first.total:
        told = points_told(result.kind, first.total)
        return f"{short(first.title)} og {short(second.title)} står lige: {told} til hver."
    return _elsewhere(result, first) or _near(result.kind, first, second)


def _elsewhere(result: StepResult, first: Tally) -> str:
    if result.kind is StepKind.RANK:
        low = sum(place * 2 > len(result.tallies) for place in first.spread)
        return _of_all(low, result.voters, f"satte {short(first.title)} i den nederste halvdel.")
    none = first.spread.count(0)
    return _of_all(
        none, result.voters, f"gav alle deres prikker til andet end {short(first.title)}."
    )


def _near(kind: StepKind, first: Tally, second: Tally | None) -> str:
    if second is None or first.total - second.total > NEAR * first.total:
        return ""
    return (
        f"{short(second.title)} er tæt på {short(first.title)}: {danish(second.total)} mod "
        f"{points_told(kind, first.total)}."
    )


def _split(tally: Tally) -> str:
    low = sum(value <= LOW for value in tally.spread)
    high = sum(value >= HIGH for value in tally.spread)
    if not tally.spread or min(low, high) < STRONG * len(tally.spread):
        return ""
    return (
        f"I ser forskelligt på værdien af {short(tally.title)}: {danish(low)} gav højst {LOW}, og "
        f"{danish(high)} gav mindst {HIGH}."
    )


def _of_all(count: int, voters: int, did: str) -> str:
    return f"{danish(count)} af {danish(voters)} {did}" if count >= STRONG * voters else ""
