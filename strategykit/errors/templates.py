"""What cannot be done to a template or with one."""

from strategykit.errors.base import StrategyError


class PlaceGone(StrategyError):
    """A part of a template is changed in a form, but the text has no such part any more."""

    def __init__(self) -> None:
        super().__init__(
            "Stedet findes ikke i teksten mere, eller teksten kan ikke læses. Intet er ændret. Ret "
            "fejlene i teksten, eller vælg stedet igen."
        )
