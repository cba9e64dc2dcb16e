"""What cannot be done to a template or with one."""

from strategykit.errors.base import StrategyError


class PlaceGone(StrategyError):
    """A part of a template is changed in a form, but the text has no such part any more."""

    def __init__(self) -> None:
        super().__init__(
            "Stedet findes ikke i teksten mere, eller teksten kan ikke læses. Intet er ændret. Ret "
            "fejlene i teksten, eller vælg stedet igen."
        )


class SameTemplate(StrategyError):
    """A process is offered the very template that it has."""

    def __init__(self) -> None:
        super().__init__("Forløbet har allerede den skabelon. Intet er ændret.")


class NothingToTakeBack(StrategyError):
    """A process has the template that it began with."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen tidligere skabelon at gå tilbage til. Intet er ændret. Et andet vindue "
            "kan have fortrudt først."
        )
