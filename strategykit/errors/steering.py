"""Steering a meeting, by several at once."""

from strategykit.errors.base import StrategyError


class MovedOn(StrategyError):
    """Another facilitator was first; `title` is where the room is now."""

    def __init__(self, title: str) -> None:
        where = f" Rummet er nu ved: {title}." if title else ""
        super().__init__(f"En anden har lige styret mødet, så intet er sket to gange.{where}")


class UndoneAlready(StrategyError):
    """The act that was to be taken back is not the newest one any more."""

    def __init__(self) -> None:
        super().__init__(
            "Der er sket noget nyt siden, så intet er fortrudt. Se på knappen, hvad der nu kan "
            "fortrydes."
        )


class StepBegun(StrategyError):
    """The rules of a step are changed after it was opened."""

    def __init__(self) -> None:
        super().__init__(
            "Trinnet er begyndt, så dets regler kan ikke ændres. Intet er ændret. Tilføj et nyt "
            "trin i stedet."
        )


class NoteRewritten(StrategyError):
    """A note was rewritten by its writer after the facilitator had read it."""

    def __init__(self) -> None:
        super().__init__(
            "En af sedlerne er rettet, siden I læste den, så ingen er skjult. Læs dem igen, og "
            "skjul dem, der stadig skal væk."
        )
