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


class CodeUnknown(StrategyError):
    """A one-time code that was never made, has been used or is too old."""

    def __init__(self) -> None:
        super().__init__(
            "Koden passer ikke, er brugt eller er udløbet. Intet er ændret. Se efter, at den er "
            "skrevet rigtigt, eller få en ny."
        )


class WrongPassword(StrategyError):
    """Name and password do not fit; which of them is not said."""

    def __init__(self) -> None:
        super().__init__(
            "Navn og adgangskode passer ikke sammen. I er ikke logget ind. Prøv igen. Er koden "
            "glemt, så se i vejledningen, hvordan I får en ny."
        )


class PasswordShort(StrategyError):
    """A new password that is guessed too easily."""

    def __init__(self, least: int) -> None:
        super().__init__(
            f"Adgangskoden er for kort og er ikke gemt. Den skal have mindst {least} tegn. Tre "
            "eller fire ord, der ikke hører sammen, er lette at huske."
        )


class PasswordLong(StrategyError):
    """A new password that is longer than anybody types."""

    def __init__(self, most: int) -> None:
        super().__init__(f"Adgangskoden er for lang og er ikke gemt. Der er plads til {most} tegn.")


class PasswordsDiffer(StrategyError):
    """The password and its repetition are not the same."""

    def __init__(self) -> None:
        super().__init__(
            "De to adgangskoder er ikke ens, og intet er gemt. Skriv den samme kode begge steder."
        )


class AccountTaken(StrategyError):
    """Another facilitator bears that name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Der er allerede en procesleder med navnet {name}. Intet er gemt, og koden gælder "
            "stadig. Skriv navnet, så I kan kendes fra hinanden, for eksempel med mellemnavn."
        )


class LastAccount(StrategyError):
    """The only facilitator is to be removed."""

    def __init__(self) -> None:
        super().__init__(
            "Det er den eneste, der kan logge ind, så navnet bliver stående. Lav først en kode til "
            "en kollega."
        )


class SignInOnlyHere(StrategyError):
    """A facilitator signs in over a line that others can listen to."""

    def __init__(self) -> None:
        super().__init__(
            "Her kan I ikke logge ind, fordi forbindelsen ikke er krypteret: andre på netværket "
            "kunne læse adgangskoden. Log ind på den maskine, hvor programmet kører, på adressen "
            "localhost, eller bed it-afdelingen om https. Vejledningen siger, hvordan."
        )
