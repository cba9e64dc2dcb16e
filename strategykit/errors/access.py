"""Who is let in, and forms that cannot be taken as they came."""

from strategykit.errors.base import StrategyError


class SignedOut(StrategyError):
    """An act of somebody whose sign-in has ended since the page was opened."""

    def __init__(self) -> None:
        super().__init__(
            "I er logget ud, og intet er gemt. Kopiér det, I har skrevet, log ind igen, og hent "
            "siden igen."
        )


class FormRefused(StrategyError):
    """A form without the mark of our own pages; `kept` is what somebody had written in it."""

    def __init__(self, kept: tuple[str, ...] = ()) -> None:
        self.kept = kept
        super().__init__(
            "Siden var åbnet for længe siden, eller browseren gemmer ikke cookies for denne "
            "adresse. Intet er gemt. Åbn siden igen, og send derfra."
        )


class FormTooLarge(StrategyError):
    """A form holds more than anybody writes by hand."""

    def __init__(self) -> None:
        super().__init__(
            "Der er skrevet mere, end der kan modtages på én gang. Intet er gemt. Send det i "
            "mindre dele."
        )
