"""What somebody may not do, cannot find, or was overtaken in."""

from strategykit.errors.base import StrategyError


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


class UnknownTemplate(StrategyError):
    """Neither the program nor the library has a template with that key."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Skabelonen '{key}' findes ikke. Der findes: {', '.join(known)}.")


class TemplateThere(StrategyError):
    """A template with the same key and version is there already; `same` when its text is too."""

    def __init__(self, key: str, version: str, *, same: bool) -> None:
        self.same = same
        there = f"Skabelonen '{key}' i udgave {version} findes allerede"
        super().__init__(
            f"{there} med det samme indhold. Intet er ændret."
            if same
            else f"{there} med et andet indhold. Intet er ændret. Giv den nye et andet "
            "nummer i linjen 'version', og prøv igen."
        )


class ChoiceMissing(StrategyError):
    """Templates of a package are here already, and nobody has said what to do with them."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        super().__init__(
            f"Tag stilling til det, der findes i forvejen: {', '.join(names)}. Biblioteket er "
            "ikke ændret."
        )


class UnknownMeasure(StrategyError):
    """No measurement of bench bears that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Målingen '{name}' findes ikke. Der findes: {', '.join(known)}.")


class UnknownExample(StrategyError):
    """No shipped example bears that name."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Eksemplet '{name}' findes ikke. Der findes: {', '.join(known)}.")


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


class ReasonNeeded(StrategyError):
    """A phase is left with open criteria and no reason is given; `criteria` are their keys."""

    def __init__(self, criteria: tuple[str, ...]) -> None:
        self.criteria = criteria
        super().__init__(
            "Der er noget, fasen mangler. I kan gå videre, hvis I skriver en begrundelse. "
            "Den står i loggen og i udkastets afsnit om processen."
        )


class TitleNotTyped(StrategyError):
    """A process is erased only by somebody who has written its title."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"Forløbet er ikke slettet. Skriv titlen, som den står: {title}. Så ved I, at det er "
            "det rigtige forløb, I sletter."
        )


class CleanUpWaits(StrategyError):
    """The rows are gone, but their bytes may still lie in the file while others read in it."""

    def __init__(self) -> None:
        super().__init__(
            "Det er slettet og kan ikke længere ses i programmet. Databasens fil kunne ikke ryddes "
            "helt, fordi den var i brug. Luk programmet alle andre steder, og vælg "
            "'Ryd databasens fil' her på siden."
        )


class PersonInUse(StrategyError):
    """Something points to the person, so the role must stay where the name stood."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} står ved noget, der er gemt i forløbet. Intet er ændret. "
            "Slet navnet i stedet, så bliver rollen stående."
        )
