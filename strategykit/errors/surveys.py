"""What stands in the way with surveys."""

from strategykit.errors.base import StrategyError


class RoundOpen(StrategyError):
    """What waits until a round of a survey is closed."""

    def __init__(self) -> None:
        super().__init__(
            "Spørgeskemaet er åbent. Så længe det er det, vises kun, hvor mange der har svaret, så "
            "ingen kan se, hvem der svarede hvad. Luk runden først. Alle svar er gemt."
        )


class RoundClosed(StrategyError):
    """A round of a survey that takes no more answers."""

    def __init__(self) -> None:
        super().__init__(
            "Spørgeskemaet er lukket, så der kan ikke svares mere. De svar, der er sendt, er gemt. "
            "Spørg den, der gav dig linket, om der kommer en ny runde."
        )
