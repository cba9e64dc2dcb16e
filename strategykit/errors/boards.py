"""Boards, texts and areas."""

from strategykit.errors.base import StrategyError


class MixedFields(StrategyError):
    """Notes of different fields are put in one group."""

    def __init__(self) -> None:
        super().__init__(
            "Sedlerne ligger i forskellige felter, så de er ikke samlet. Vælg sedler fra samme "
            "felt, eller flyt dem først."
        )


class NothingToImport(StrategyError):
    """Every row of a file is refused or on the board already."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen nye sedler i filen. Tavlen er ikke ændret. Se i listen, hvorfor hver "
            "række ikke kan bruges."
        )


class NothingPicked(StrategyError):
    """Notes are to be gathered or moved, and none is chosen."""

    def __init__(self) -> None:
        super().__init__(
            "Ingen sedler er valgt, og intet er ændret. Vælg dem, det gælder, og prøv igen."
        )


class CannotUndo(StrategyError):
    """What an act changed has been changed again since."""

    def __init__(self) -> None:
        super().__init__(
            "Det kan ikke fortrydes, fordi det er ændret igen siden. Intet er ændret nu."
        )


class NoReasonForChoice(StrategyError):
    """A candidate is decided without a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Beslutningen mangler en begrundelse og er ikke gemt. Skriv med en sætning hvorfor. "
            "Den kommer til at stå i udkastet."
        )


class NothingToAgreeOn(StrategyError):
    """An empty text is adopted."""

    def __init__(self) -> None:
        super().__init__("Der står ingen tekst endnu. Skriv og gem den, før I vedtager den.")
