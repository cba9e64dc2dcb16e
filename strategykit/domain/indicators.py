"""The indicator catalogue: what a figure means, whom it counts and how it may be used."""

from dataclasses import dataclass
from decimal import Decimal

from strategykit.domain.goals import Direction
from strategykit.domain.numbers import Number, with_unit

PERCENT = "pct"
PERSONS = "personer"


@dataclass(frozen=True)
class Indicator:
    """`direction` is None when neither more nor less is better; `weight` is another's key."""

    key: str
    name: str
    unit: str
    decimals: int
    direction: Direction | None
    definition: str
    source: str
    counted_by: str
    cautions: tuple[str, ...] = ()
    weight: str = ""
    weight_name: str = ""
    calculators: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raises ValueError in Danish, for the reader of the data file."""
        if not (self.key and self.name and self.unit and self.definition and self.source):
            msg = f"indikatoren '{self.key}' mangler navn, enhed, definition eller kilde"
            raise ValueError(msg)
        if bool(self.weight) != bool(self.weight_name):
            msg = (
                f"indikatoren '{self.key}' skal have både weight og weight_name eller ingen af dem"
            )
            raise ValueError(msg)

    @property
    def comparable(self) -> bool:
        """A count of persons says nothing beside a bigger place's count."""
        return self.unit != PERSONS

    @property
    def better(self) -> str:
        """Which way is better, as a sentence; empty when neither is."""
        words = {Direction.UP: "Et højere tal er bedre.", Direction.DOWN: "Et lavere tal er bedre."}
        return words[self.direction] if self.direction else ""

    def shown(self, value: Number) -> str:
        """The value with its unit, as running text has it."""
        return with_unit(value, self.unit, self.decimals)

    def shown_difference(self, value: Decimal) -> str:
        """A distance between two values: percentages lie percentage points apart."""
        unit = "procentpoint" if self.unit == PERCENT else self.unit
        return with_unit(abs(value), unit, self.decimals)
