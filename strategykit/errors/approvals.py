"""What stands in the way of taking the strategy through the bodies."""

from strategykit.errors.base import StrategyError


class StageDecided(StrategyError):
    """A stage that has decided is moved, renamed or taken out, or one is put before it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} har truffet sin beslutning, så leddet står, som det står. Intet er ændret. "
            "Er beslutningen skrevet forkert, så ret den under Efter mødet."
        )


class StageNeeded(StrategyError):
    """The only stage that may recommend, or the only one that may adopt, is taken out."""

    def __init__(self, name: str, *, adopts: bool) -> None:
        does = "vedtage strategien" if adopts else "give udvalgets indstilling"
        super().__init__(
            f"{name} er det eneste led, der kan {does}, og er ikke taget ud. Giv leddet et andet "
            "navn, hvis det hedder noget andet hos jer."
        )


class WayNotEnded(StrategyError):
    """A new way is begun while the last is not walked to its end."""

    def __init__(self) -> None:
        super().__init__(
            "Strategien er stadig under behandling, så der er ikke begyndt en ny. Først når "
            "kommunalbestyrelsen har vedtaget eller forkastet den, kan I begynde forfra."
        )


class NoVersionBefore(StrategyError):
    """A body decides although no kept version lies before it."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Der er ikke valgt en gemt version, som {name} har haft for sig. Beslutningen er "
            "ikke gemt. Vælg versionen under Før mødet. Er der ingen, så gem udkastet som version "
            "først."
        )


class PlaceIsFixed(StrategyError):
    """A change of a body's at a place that only a person can write in; `why` says which."""

    def __init__(self, why: str) -> None:
        super().__init__(
            f"{why} Ændringen er ikke gemt, og det, I skrev, står stadig i feltet. Skriv den som "
            "et nyt stykke efter."
        )


class ChangesLack(StrategyError):
    """A text is to be closed with the body's changes, but none is written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} har ændret i teksten, men ændringerne er ikke skrevet ind endnu. Der er ikke "
            "lavet en ny version. Skriv mindst én ændring, eller vælg et udfald uden ændringer."
        )
