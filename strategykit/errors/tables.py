"""Goals at tables, and minorities."""

from strategykit.errors.base import StrategyError


class NoTable(StrategyError):
    """The person sits at none of the tables."""

    def __init__(self) -> None:
        super().__init__(
            "Du sidder ikke ved det bord. Det, du skrev, står stadig i felterne. Sig til "
            "proceslederen, hvilket bord du sidder ved."
        )


class OtherWriter(StrategyError):
    """Another person's device fills in the table's goals."""

    def __init__(self, name: str) -> None:
        who = f"Det er {name}, der skriver for bordet" if name else "Ingen skriver for bordet endnu"
        super().__init__(
            f"{who}, så det blev ikke gemt. Det, du skrev, står stadig i felterne. Proceslederen "
            "kan lade dig skrive."
        )


class NobodyToDeal(StrategyError):
    """There is nobody in the meeting to sit at the tables."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen med i mødet endnu, så der er ikke delt ud på borde. Lad deltagerne "
            "komme ind med koden først."
        )


class NotYours(StrategyError):
    """A mindretalsudtalelse is changed by somebody who has not made it."""

    def __init__(self) -> None:
        super().__init__(
            "Mindretalsudtalelsen kan ikke rettes herfra. Bed proceslederen om det. Intet er "
            "ændret."
        )


class NothingDecided(StrategyError):
    """A mindretalsudtalelse to something that is neither decided nor voted on."""

    def __init__(self) -> None:
        super().__init__(
            "En mindretalsudtalelse hører til en beslutning eller til et trin, der er lukket. "
            "Det, der blev skrevet, er ikke gemt. Vælg beslutningen eller trinnet."
        )
