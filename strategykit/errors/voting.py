"""Votes and what came of them."""

from collections.abc import Sequence

from strategykit.errors.base import StrategyError
from strategykit.errors.entries import BadEntry


class SourceOpen(StrategyError):
    """A step is opened that goes on with one which has not been closed."""

    def __init__(self, title: str, source: str) -> None:
        super().__init__(
            f"”{title}” bygger på ”{source}”, som ikke er lukket endnu. Luk det først, så I går "
            "videre med det, som det gav. Intet er ændret."
        )


class NoResult(StrategyError):
    """The outcome of a step is asked for before it was closed."""

    def __init__(self, title: str) -> None:
        super().__init__(f"{title} har ikke noget resultat endnu. Luk trinnet først.")


class ReasonMissing(BadEntry):
    """A nej or a reservation without the words that the others need."""

    def __init__(self, stance: str) -> None:
        super().__init__(
            f"Skriv med en sætning, hvorfor du siger {stance}. De andre skal kunne forstå det. Dit "
            "svar er ikke gemt endnu."
        )


class PlacesWrong(BadEntry):
    """Two things have the same place, or one has none."""

    def __init__(self, doubled: Sequence[int], missing: Sequence[int]) -> None:
        self.doubled = tuple(doubled)
        twice = f"{_places(doubled)} er givet til mere end én. " if doubled else ""
        none = f"{_places(missing)} er ikke givet til nogen. " if missing else ""
        super().__init__(f"{twice}{none}Giv hver sin plads. Rækkefølgen er ikke gemt endnu.")


class AnsweredAlready(StrategyError):
    """A sheet is typed in of somebody who has answered on a phone; it may take its place."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} har allerede svaret i dette trin, og hver tæller én gang. Sæt hak ved "
            f"”Arket gælder i stedet”, hvis det er arket, der skal tælle. Intet er ændret."
        )


class TakesPartAlready(StrategyError):
    """The same in an anonymous step, where nobody can tell which answers would have to go."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} er allerede med i dette trin på en telefon eller et andet ark. Trinnet er "
            "uden navne, så de svar kan ikke findes og byttes ud. Hver tæller én gang. Intet er "
            "ændret."
        )


class MayNotVote(StrategyError):
    """A sheet is typed in of somebody who has no vote in the step."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} stemmer ikke i dette trin. Giv stemmeret under Deltagere først. Intet er "
            "ændret."
        )


class ExpertVotes(StrategyError):
    """An expert, who writes and comments, is to vote."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} er med som ekspert. Eksperter skriver og kommenterer, men stemmer ikke. Intet "
            "er ændret. Er rollen forkert, så ret den under Deltagere."
        )


class WriterNeeded(StrategyError):
    """A sheet without a person in a step that keeps names, or where members alone vote."""

    def __init__(self) -> None:
        super().__init__(
            "Vælg, hvem arket er fra, så hver tæller én gang. Intet er ændret, og det, der er "
            "skrevet, står stadig i felterne."
        )


def _places(places: Sequence[int]) -> str:
    told = [str(place) for place in places]
    listed = " og ".join([", ".join(told[:-1]), told[-1]] if len(told) > 1 else told)
    return f"{'Plads' if len(told) == 1 else 'Pladserne'} {listed}"
