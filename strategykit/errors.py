"""Every error that the product raises on purpose; its sentence is Danish and made in the class.

StrategyError
├── NotAllowed                the actor's role may not do this act
├── NotFound                  the thing is gone or belongs to another process
├── UnknownProcess            no process bears that name
├── NameTaken                 another process bears that name
├── EditConflict              somebody saved the same text first; carries both versions
├── LogBroken                 the change log was altered; names the first broken row
├── Archived                  an archived process is not written in
├── DatabaseTooNew            the database was made by a newer version of the program
├── DatabaseBroken            rows of the database point to rows that are not there
└── BadEntry                  what a person typed cannot be kept as it is
    ├── Empty                 a field that must be filled is empty
    ├── TooLong               a field holds more than it may
    ├── HoldsCpr              a field holds what looks like a CPR number
    ├── BadLink               a link that is not http, https or mailto
    ├── BadNumber             a number that cannot be read
    ├── OutOfRange            a number outside what makes sense
    └── BadPeriod             an end before its start
"""


class StrategyError(Exception):
    """The base of all sentences that a person can do something about."""


# The core: who may do what, and what is there


class NotAllowed(StrategyError):
    """The actor's role may not do this act."""

    def __init__(self, act: str) -> None:
        super().__init__(f"I har ikke adgang til at {act}. Intet er ændret.")


class NotFound(StrategyError):
    """The thing is gone, or it belongs to another process."""

    def __init__(self, what: str = "Det") -> None:
        super().__init__(f"{what} findes ikke længere. Hent siden igen for at se, hvad der er nu.")


class UnknownProcess(StrategyError):
    """No process bears that name; the names that exist are listed."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        there = f" Der findes: {', '.join(known)}." if known else " Der er ingen forløb endnu."
        super().__init__(f"Forløbet '{name}' findes ikke.{there}")


class NameTaken(StrategyError):
    """Another process bears that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Der findes allerede et forløb med navnet '{name}'. Vælg et andet navn.")


class EditConflict(StrategyError):
    """`theirs` is what stands in the database now, `mine` what could not be saved over it."""

    def __init__(self, theirs: object, mine: object) -> None:
        self.theirs = theirs
        self.mine = mine
        super().__init__(
            "Teksten er ændret af en anden, mens I skrev. Begge udgaver vises, og intet er tabt. "
            "Vælg den, der skal stå."
        )


class LogBroken(StrategyError):
    """The change log was altered; `number` is the first row that does not fit."""

    def __init__(self, number: int) -> None:
        self.number = number
        super().__init__(
            f"Ændringsloggen er brudt ved linje {number}. Linjen eller en linje før den er ændret "
            "uden om programmet. Tag en sikkerhedskopi, og kontakt kommunens it-afdeling."
        )


class Archived(StrategyError):
    """An archived process is not written in."""

    def __init__(self) -> None:
        super().__init__(
            "Forløbet er arkiveret og kan kun læses. Hent det frem igen på forsiden for at ændre."
        )


class DatabaseTooNew(StrategyError):
    """The database was made by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen er lavet af en nyere version af Strategiværksted. Intet er ændret. "
            "Hent den nyeste version af programmet, og start igen."
        )


class DatabaseBroken(StrategyError):
    """Rows of the database point to rows that are not there."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen hænger ikke sammen og er ikke ændret. Læg den seneste sikkerhedskopi ind "
            "med kommandoen restore, eller kontakt kommunens it-afdeling."
        )


class BadEntry(StrategyError):
    """What a person typed cannot be kept as it is; `field` is the name that the form gave it."""

    field: str = ""


class Empty(BadEntry):
    """A field that must be filled is empty."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"Feltet '{field}' er tomt. Skriv noget i det, og gem igen.")


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
    """A number outside what makes sense."""

    def __init__(self, field: str, least: object, most: object) -> None:
        self.field = field
        super().__init__(f"Feltet '{field}' skal være fra {least} til {most}. Intet er gemt.")


class BadPeriod(BadEntry):
    """An end before its start."""

    def __init__(self, field: str) -> None:
        self.field = field
        super().__init__(f"'{field}' slutter, før den begynder. Ret en af datoerne. Intet er gemt.")
