"""Reference data, indicators and the nulpunkt."""

from strategykit.errors.base import StrategyError


class BrokenDataFile(StrategyError):
    """A shipped data file cannot be read; `line` is 0 when the whole file is at fault."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        self.file = file
        self.line = line
        place = f"{file}, linje {line}" if line else file
        super().__init__(f"Datafilen {place}: {reason}. Ret filen i mappen data, og start igen.")


class UnknownMunicipality(StrategyError):
    """No municipality has that code or name."""

    def __init__(self, called: str) -> None:
        super().__init__(
            f"Kommunen '{called}' findes ikke i data/municipalities.csv. Vælg en kommune på listen."
        )


class UnknownIndicator(StrategyError):
    """The catalogue has no indicator with that key."""

    def __init__(self, key: str) -> None:
        super().__init__(
            f"Indikatoren '{key}' findes ikke i data/indicators.yaml. Ret skabelonen, eller tilføj "
            "indikatoren til filen."
        )


class WrongIndicator(StrategyError):
    """A calculator is given a figure that it does not count from."""

    def __init__(self, calculator: str, given: str) -> None:
        super().__init__(
            f"'{calculator}' kan ikke regnes ud fra tallet '{given}'. De to tal afgrænser gruppen "
            "forskelligt. Brug det tal, som målet er sat for."
        )


class NothingToStartFrom(StrategyError):
    """A calculator has no figure to count from."""

    def __init__(self, indicator: str, start: int, end: int) -> None:
        super().__init__(
            f"Der er intet tal for '{indicator}' fra {start} til {end - 1} at regne ud fra. "
            "Skriv jeres eget tal ind under Nulpunkt, og prøv igen."
        )


class NothingToFreeze(StrategyError):
    """The nulpunkt has no figure to lock."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen tal at låse endnu. Vælg tal fra registrene, eller skriv jeres egne tal "
            "ind, og lås så nulpunktet."
        )
