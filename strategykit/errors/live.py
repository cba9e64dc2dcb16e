"""The live workshop: joining, steps and votes."""

from strategykit.errors.base import StrategyError

_KEPT = "Det, du skrev, står stadig i feltet."


class WrongCode(StrategyError):
    """No open meeting has that code."""

    def __init__(self) -> None:
        super().__init__(
            "Koden passer ikke til et møde, der er i gang. Se koden på skærmen i lokalet, og skriv "
            "den igen. Store og små bogstaver er lige gode."
        )


class DoorLocked(StrategyError):
    """The facilitator lets nobody new in."""

    def __init__(self) -> None:
        super().__init__(
            "Døren til mødet er låst, så ingen nye kan komme ind. Bed proceslederen om at åbne den."
        )


class NameHeld(StrategyError):
    """Another device already has the name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} er allerede med på en anden telefon. Er det dig, så skriv den personlige kode "
            "fra den telefon, eller bed proceslederen om at lukke dig ind."
        )


class NotInTheRoom(StrategyError):
    """The device belongs to nobody in the meeting, or the facilitator has taken the person out."""

    def __init__(self) -> None:
        super().__init__(
            "Du er ikke med i mødet fra denne telefon. Det, du har sendt, er gemt. Skriv mødekoden "
            "igen, eller tal med proceslederen."
        )


class MeetingOver(StrategyError):
    """The meeting has ended or was never begun."""

    def __init__(self) -> None:
        super().__init__("Mødet er ikke i gang. Det, der blev sendt, mens det var, er gemt.")


class StepNotOpen(StrategyError):
    """The room is not at the step, or the step does not take answers."""

    def __init__(self) -> None:
        super().__init__(
            f"Trinnet er lukket, så det blev ikke sendt. {_KEPT} Sig det til proceslederen, hvis "
            "det skal med."
        )


class NotYourTurn(StrategyError):
    """The rules of the step leave the act to others."""

    def __init__(self, does: str, circle: str) -> None:
        super().__init__(f"I dette trin er det {circle}, der {does}. Intet er ændret.")


class NotYourNote(StrategyError):
    """The note was written by somebody else, or its step has been closed since."""

    def __init__(self) -> None:
        super().__init__(
            "Sedlen kan ikke rettes herfra. Du kan rette dine egne sedler, mens trinnet er åbent. "
            "Intet er ændret."
        )


class TooManyNotes(StrategyError):
    """One person has written more than a wall can hold."""

    def __init__(self, most: int) -> None:
        super().__init__(
            f"Du har skrevet {most} sedler i dette trin, og der er ikke plads til flere. {_KEPT}"
        )


class BudgetSpent(StrategyError):
    """All dots have been given."""

    def __init__(self, budget: int) -> None:
        all_of_them = (
            "din ene prik. Tag den" if budget == 1 else f"alle dine {budget} prikker. Tag en"
        )
        super().__init__(f"Du har givet {all_of_them} tilbage, før du giver den et andet sted.")


class CapReached(StrategyError):
    """More dots on one thing than the step allows."""

    def __init__(self, cap: int) -> None:
        most = "én prik" if cap == 1 else f"{cap} prikker"
        super().__init__(f"Du kan højst give {most} til det samme. De andre prikker er gemt.")


class OwnNote(StrategyError):
    """A dot on what one has written oneself."""

    def __init__(self) -> None:
        super().__init__(
            "Det er din egen seddel. I dette trin giver du prikker til det, andre har skrevet."
        )


class KeyElsewhere(StrategyError):
    """The person already takes part in the anonymous step from another device or on paper."""

    def __init__(self) -> None:
        super().__init__(
            "Du er allerede med i dette trin på en anden telefon, på papir eller hos en skriver. "
            "Hver tæller én gang, så brug den samme resten af trinnet."
        )


class KeysGone(StrategyError):
    """An anonymous step is closed for good: nobody can tell whose notes and votes they were."""

    def __init__(self) -> None:
        super().__init__(
            "Trinnet er uden navne, og det kan ikke længere ses, hvem der sendte hvad. Derfor kan "
            "runden ikke åbnes igen. Tag en ny runde i stedet. Resultatet af denne er gemt."
        )


class AlreadyHeld(StrategyError):
    """The meeting is going on already, or its room is another one by now."""

    def __init__(self) -> None:
        super().__init__("Mødet er allerede i gang. Intet er ændret. Hent siden igen.")


class NoSubjects(StrategyError):
    """A step has nothing to group, vote on or fill in."""

    def __init__(self, title: str) -> None:
        super().__init__(
            f"{title}: Der er ikke noget at tage stilling til endnu. Skriv det ind først, eller "
            "spring trinnet over."
        )


class NameListed(StrategyError):
    """A guest types the name of somebody who stands on the list."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} står på listen. Er det dig, så tryk på navnet i listen. Ellers skriv dit "
            "navn, så I kan kendes fra hinanden, for eksempel med mellemnavn."
        )


class TakenOut(StrategyError):
    """The facilitator has taken the person out of the meeting."""

    def __init__(self) -> None:
        super().__init__(
            "Proceslederen har taget dig ud af mødet. Det, du har sendt, er gemt. Tal med "
            "proceslederen, hvis du skal med igen."
        )


class SamePerson(StrategyError):
    """Two entries are to be made one, but they are one already."""

    def __init__(self) -> None:
        super().__init__("Vælg to forskellige personer, der skal være én. Intet er ændret.")


class TooFewToGroup(StrategyError):
    """Fewer than two notes that stand alone were ticked."""

    def __init__(self) -> None:
        super().__init__(
            "Vælg mindst to sedler, der hører sammen. Sedler, som en anden har samlet imens, kan "
            "ikke være med. Intet er ændret."
        )


class LinkDead(StrategyError):
    """A personal link that was taken back, was replaced or is too old."""

    def __init__(self) -> None:
        super().__init__(
            "Linket virker ikke længere. Det er trukket tilbage, afløst af et nyt eller for "
            "gammelt. Det, du har sendt, er gemt. Bed proceslederen om et nyt link."
        )
