"""Workshop 4: points that are gone through in the room."""

from strategykit.errors.base import StrategyError


class WrittenIn(StrategyError):
    """A point is opened again after a version of the draft has come to say what was decided."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Afgørelsen er ført ind i version {number}, så punktet kan ikke åbnes igen. Det står, "
            "som det var. Tilføj et nyt punkt, hvis teksten skal ændres igen."
        )


class NotAsked(StrategyError):
    """An answer to a text that is not asked about any more."""

    def __init__(self) -> None:
        super().__init__(
            "Der er lukket for svar, eller teksten er en anden nu, så dit svar er ikke gemt. Se "
            "teksten på siden, og svar igen, hvis der stadig bliver spurgt."
        )


class NotInTheBloc(StrategyError):
    """A point is pulled out of the bloc after the bloc was taken."""

    def __init__(self) -> None:
        super().__init__(
            "Rettelsen er ikke længere blandt dem, der tages samlet, så intet er ændret. Sig det "
            "i salen, hvis den skal tages op igen."
        )
