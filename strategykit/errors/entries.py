"""What a person typed that cannot be kept as it is."""

from collections.abc import Sequence

from strategykit.errors.base import StrategyError


class BadEntry(StrategyError):
    """What a person typed cannot be kept as it is; `field` is the name that the form gave it."""

    field: str = ""


class Empty(BadEntry):
    """A field that must be filled is empty."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"Feltet '{field}' er tomt. Udfyld det, og gem igen.")


class TooLong(BadEntry):
    """A field holds more characters than it may."""

    def __init__(self, field: str, length: int, most: int) -> None:
        self.field = field
        super().__init__(
            f"Feltet '{field}' har {length} tegn. Der er plads til {most}. "
            "Intet er gemt, og jeres tekst står der stadig."
        )


class HoldsCpr(BadEntry):
    """A field holds what looks like a CPR number; `masked` shows where without the digits."""

    def __init__(self, field: str, masked: str) -> None:
        self.field = field
        self.masked = masked
        super().__init__(
            f"Feltet '{field}' indeholder noget, der ligner et CPR-nummer: {masked}. "
            "Intet er gemt. Fjern nummeret, og gem igen. Oplysninger om enkelte borgere hører ikke "
            "til her."
        )


class BadLink(BadEntry):
    """A link that is not http, https or mailto."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(
            f"Feltet '{field}' skal være en adresse, der begynder med https://, http:// eller "
            "mailto:. Intet er gemt."
        )


class BadNumber(BadEntry):
    """A number that cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"'{text[:40]}' i feltet '{field}' kan ikke læses som et tal. Skriv for eksempel "
            "12,5 eller 1.250. Intet er gemt."
        )


class OutOfRange(BadEntry):
    """A number outside what makes sense; from 10.000 on it is told with points, unlike a year."""

    def __init__(self, field: str, least: object, most: object) -> None:
        self.field = field
        low, high = (
            f"{n:,}".replace(",", ".") if isinstance(n, int) and n >= 10_000 else n  # noqa: PLR2004
            for n in (least, most)
        )
        super().__init__(f"Feltet '{field}' skal være fra {low} til {high}. Intet er gemt.")


class BadPeriod(BadEntry):
    """An end before its start."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"'{field}' slutter, før den begynder. Ret en af datoerne. Intet er gemt.")


class BadDate(BadEntry):
    """A day that cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"'{text[:30]}' i feltet '{field}' kan ikke læses som en dato. Skriv for eksempel "
            "3. juni 2026 eller 3.6.2026. Intet er gemt."
        )


class NotAMonth(BadEntry):
    """A month that cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"'{text[:30]}' i feltet '{field}' kan ikke læses som en måned. Skriv for eksempel "
            "marts 2026 eller 3-2026. Intet er gemt."
        )


class NotAChoice(BadEntry):
    """A word that is none of those to choose among."""

    def __init__(self, field: str, text: str, choices: Sequence[str]) -> None:
        self.field = field
        super().__init__(
            f"'{text[:40]}' kan ikke vælges i feltet '{field}'. Vælg {', '.join(choices)}. "
            "Intet er gemt."
        )


class SameActor(BadEntry):
    """An interface between an actor and itself."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name[:60]}' står som begge aktører. Vælg to forskellige. Intet er gemt."
        )


class RowThere(BadEntry):
    """A second row about the same month or unit."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"Der er allerede en række med '{text[:60]}' i feltet '{field}'. Find den under 'Ret "
            "eller slet', og skriv i den. Intet er gemt."
        )


class BadTime(BadEntry):
    """A time of day that cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"'{text[:20]}' i feltet '{field}' kan ikke læses som et klokkeslæt. Skriv for "
            "eksempel 16.00. Intet er gemt."
        )


class DotsUnread(BadEntry):
    """A list of dots that cannot be read; `piece` is the first part that is not understood."""

    field = "Hele listen"

    def __init__(self, piece: str) -> None:
        where = f"'{piece[:40]}' kan ikke læses. " if piece else "Listen er tom. "
        super().__init__(
            f"{where}Skriv nummer og antal prikker med kolon imellem, for eksempel 3: 11. "
            "Intet er gemt."
        )


class UnknownMark(BadEntry):
    """No note or group on the board bears that number or letter."""

    field = "Hele listen"

    def __init__(self, mark: str) -> None:
        super().__init__(
            f"Der er ingen seddel eller gruppe med '{mark[:10]}' på tavlen. Ret listen, og gem "
            "igen. Intet er gemt."
        )
