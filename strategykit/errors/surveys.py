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


class NothingAnswered(StrategyError):
    """A survey that is handed in without an answer."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ikke svaret på noget. Intet er sendt. Svar på mindst ét spørgsmål, og send "
            "igen."
        )


class SurveyCodeUnknown(StrategyError):
    """No open round of a survey has that code."""

    def __init__(self) -> None:
        super().__init__(
            "Koden passer ikke til et spørgeskema, der er åbent. Intet er ændret. Se efter, at den "
            "er skrevet rigtigt. Er skemaet lukket, kan der ikke svares mere."
        )


class SurveyLinkDead(StrategyError):
    """The link of a survey was replaced by a new one, or never was."""

    def __init__(self) -> None:
        super().__init__(
            "Linket til spørgeskemaet virker ikke. Det er afløst af et nyt, eller det er ikke "
            "kommet helt med. De svar, der er sendt, er gemt. Bed den, der gav dig linket, om at "
            "sende det igen."
        )
