"""Models held up against weighted criteria: what each of them comes to, and what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.instrument_columns import CHOICE, MOST_SCORE, WEIGHTS, score_key
from strategykit.domain.instrument_rows import BETWEEN, InstrumentRow, row_about, rows_of
from strategykit.domain.instruments import InstrumentPlan, ItemOfInstrument, WeightedCriterion


@dataclass(frozen=True)
class Scored:
    """What a model was given on one criterion; `score` is None where nobody gave it any."""

    criterion: WeightedCriterion
    weight: int
    score: int | None

    @property
    def points(self) -> int:
        """Weight times score."""
        return self.weight * (self.score or 0)


@dataclass(frozen=True)
class Weighed:
    """A model with its scores; `row` is None where nobody has looked at it."""

    option: ItemOfInstrument
    row: InstrumentRow | None
    scores: tuple[Scored, ...]

    @property
    def total(self) -> int:
        """All points together."""
        return sum(scored.points for scored in self.scores)

    @property
    def most(self) -> int:
        """The points of a model with the highest score everywhere."""
        return sum(scored.weight * MOST_SCORE for scored in self.scores)

    @property
    def lacking(self) -> tuple[WeightedCriterion, ...]:
        """The criteria that still count and have no score."""
        return tuple(s.criterion for s in self.scores if s.score is None and s.weight)

    @property
    def pros(self) -> tuple[str, ...]:
        """What speaks for it: the template's words, then those of the committee."""
        return (*self.option.pros, *self.own_pros)

    @property
    def cons(self) -> tuple[str, ...]:
        """What speaks against it, in the same order."""
        return (*self.option.cons, *self.own_cons)

    @property
    def own_pros(self) -> tuple[str, ...]:
        """What the committee says for it."""
        return _lines(self.row, "pros")

    @property
    def own_cons(self) -> tuple[str, ...]:
        """What the committee says against it."""
        return _lines(self.row, "cons")


@dataclass(frozen=True)
class Choice:
    """What was chosen; several models are a mix."""

    titles: tuple[str, ...]
    reason: str


def weights_of(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> Mapping[str, int]:
    """The weight of each criterion: what was agreed, else where the template begins."""
    row = row_about(rows_of(plan, rows), WEIGHTS)
    agreed = {c.key: row.number(score_key(c.key)) if row else None for c in plan.criteria}
    return {c.key: c.weight if (number := agreed[c.key]) is None else number for c in plan.criteria}


def weighed(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> tuple[Weighed, ...]:
    """Every model as the template lists them."""
    own, weights = rows_of(plan, rows), weights_of(plan, rows)
    found = []
    for option in plan.items:
        row = row_about(own, option.key)
        scores = tuple(
            Scored(c, weights[c.key], row.number(score_key(c.key)) if row else None)
            for c in plan.criteria
        )
        found.append(Weighed(option, row, scores))
    return tuple(found)


def leading(options: Sequence[Weighed]) -> tuple[Weighed, ...]:
    """Those with the most points, when every model has all its scores; else none."""
    if not options or any(option.lacking for option in options):
        return ()
    best = max(option.total for option in options)
    return tuple(option for option in options if option.total == best and best)


def choice_of(plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> Choice | None:
    """What was chosen, if anything is."""
    row = row_about(rows_of(plan, rows), CHOICE)
    if row is None:
        return None
    return Choice(tuple(row.value("chosen").split(BETWEEN)), row.value("reason"))


def _lines(row: InstrumentRow | None, column: str) -> tuple[str, ...]:
    text = row.value(column) if row else ""
    return tuple(line.strip() for line in text.splitlines() if line.strip())
