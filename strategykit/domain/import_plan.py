"""What a file of figures would add to those that are there already."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategykit.domain.baseline import OwnFigure
from strategykit.domain.figure_import import ImportedFigures, ParsedFigure, RefusedRow
from strategykit.domain.goals import Direction
from strategykit.domain.indicators import Indicator
from strategykit.domain.own_series import began, own_series, same_name, value_text


@dataclass(frozen=True)
class ImportPlan:
    """`known` stand there already with the same value; everything else is new or refused."""

    new: tuple[ParsedFigure, ...]
    known: tuple[ParsedFigure, ...]
    refused: tuple[RefusedRow, ...]
    notice: str = ""


def plan_import(imported: ImportedFigures, there: Sequence[OwnFigure]) -> ImportPlan:
    """A row is known by its indicator and date; another value than the one there is refused."""
    kept = {(same_name(f.indicator), began(f)): f for f in there}
    new, known, refused = [], [], list(imported.refused)
    for parsed in imported.kept:
        before = kept.get((same_name(parsed.name), parsed.day))
        if before is None:
            new.append(parsed)
        elif before.value == parsed.value:
            known.append(parsed)
        else:
            refused.append(RefusedRow(parsed.line, _differs(before)))
    ordered = tuple(sorted(refused, key=lambda row: row.line))
    return ImportPlan(tuple(new), tuple(known), ordered, imported.notice)


def directions(
    there: Sequence[OwnFigure], catalogue: Sequence[Indicator]
) -> Mapping[str, Direction]:
    """Which way is better, for the names that already say it."""
    known = {same_name(i.name): i.direction for i in catalogue if i.direction}
    return known | {same_name(s.indicator): s.newest.direction for s in own_series(there)}


def _differs(before: OwnFigure) -> str:
    return (
        f"tallet for samme tid står allerede som {value_text(before)}; ret det under Egne tal, "
        "hvis filen er den rigtige"
    )


def unjudged(
    plan: ImportPlan, there: Sequence[OwnFigure], catalogue: Sequence[Indicator]
) -> tuple[str, ...]:
    """The new names of which nobody has said which way is better."""
    known = directions(there, catalogue)
    return tuple(dict.fromkeys(p.name for p in plan.new if same_name(p.name) not in known))
