"""Review and approval: what comes back, what is decided, who may go on."""

from strategykit.errors.base import StrategyError


class OtherDocument(StrategyError):
    """A returned file belongs to another strategy."""

    def __init__(self) -> None:
        super().__init__(
            "Filen hører til et andet forløb eller er ikke skrevet af Strategiværksted. Intet er "
            "læst ind. Vælg den rigtige fil, eller sig, at den skal læses alligevel. Så findes "
            "stederne ved teksten."
        )


class OlderVersion(StrategyError):
    """A returned file belongs to another version than the one that was sent out."""

    def __init__(self, theirs: str, ours: int) -> None:
        self.theirs = theirs
        super().__init__(
            f"Filen er version {theirs or 'uden nummer'}, og I har sendt version {ours} ud. Intet "
            "er læst ind. Vælg den rigtige fil, eller sig, at den skal læses alligevel. Så findes "
            "stederne ved bogmærker og tekst."
        )


class ReviewClosed(StrategyError):
    """A review that takes no more marks."""

    def __init__(self) -> None:
        super().__init__(
            "Gennemsynet er lukket, så det blev ikke sendt. Det, du skrev, står stadig i feltet. "
            "Det, der blev sendt før, er gemt. Skriv til proceslederen, hvis noget skal med."
        )


class ExpertComments(StrategyError):
    """An expert's mark changes the wording of the draft, or approves a part of it."""

    def __init__(self) -> None:
        super().__init__(
            "En ekspert kan kommentere udkastet, men ikke ændre ordlyden eller tilslutte sig et "
            "kapitel. Intet er sendt. Skriv det som en bemærkning. I en Word-fil skal det være en "
            "kommentar og ikke en rettelse i teksten."
        )


class HearingClosed(StrategyError):
    """A hearing that takes no more answers."""

    def __init__(self) -> None:
        super().__init__(
            "Høringen er slut, så svaret er ikke gemt. Det, der var gemt før, står, som det var. "
            "Skal mere med, så bed kommunen om at åbne høringen igen."
        )


class FormOfOtherHearing(StrategyError):
    """A response form that was made for another hearing."""

    def __init__(self) -> None:
        super().__init__(
            "Filen er svarskabelonen til en anden høring. Intet er læst ind, og det, der var gemt "
            "før, står, som det var. Hent svarskabelonen til denne høring, og flyt svarene over i "
            "den."
        )


class FormOfOtherParty(StrategyError):
    """A response form that was made for another party of the same hearing."""

    def __init__(self, theirs: str, chosen: str) -> None:
        super().__init__(
            f"Svarskabelonen er lavet til {theirs}, og I har valgt {chosen}. Intet er læst ind. "
            "Vælg den rigtige høringspart, eller sig, at filen skal læses alligevel."
        )


class MarkDecided(StrategyError):
    """A mark is changed or withdrawn after the committee has taken a stand on it."""

    def __init__(self) -> None:
        super().__init__(
            "Udvalget har allerede taget stilling til det, så det kan ikke ændres eller trækkes "
            "tilbage. Det står, som det var. Skriv en ny bemærkning, hvis der er mere at sige."
        )


class NothingSaid(StrategyError):
    """A form for a mark with neither a comment nor other words."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ikke skrevet noget nyt, så intet er sendt. Skriv en bemærkning, eller ret i "
            "ordlyden. Skal stykket helt ud, så skriv det som en bemærkning."
        )


class AlreadyDecided(StrategyError):
    """Somebody else has decided the point since it was shown; `verdict` says how."""

    def __init__(self, verdict: str, reason: str = "") -> None:
        why = f" Begrundelsen er: {reason}" if reason else ""
        super().__init__(
            f"En anden har netop afgjort punktet: {verdict}.{why} Din afgørelse er ikke gemt. "
            "Fortryd først, hvis den skal gøres om."
        )


class ReasonForVerdict(StrategyError):
    """A wish is turned down or put off without a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Afgørelsen mangler en begrundelse og er ikke gemt. Skriv en sætning, som den, der "
            "ønskede ændringen, kan læse."
        )


class WordsForVerdict(StrategyError):
    """A comment or other words are accepted, but it is not said what the text shall be."""

    def __init__(self) -> None:
        super().__init__(
            "Skriv den tekst, der skal stå. Afgørelsen er ikke gemt, og det, du skrev, står "
            "stadig i felterne."
        )


class WishesCollide(StrategyError):
    """Accepted wishes cannot both be written; `places` names the paragraphs."""

    def __init__(self, places: tuple[str, ...]) -> None:
        self.places = places
        super().__init__(
            "Der er godtaget ændringer, som ikke kan stå sammen: " + "; ".join(places) + ". "
            "Versionen er ikke lavet. Skriv den endelige tekst på et af punkterne, eller afvis det "
            "ene."
        )


class NotYetOpen(StrategyError):
    """Something stands in the way of going on, and nobody has said why it may be passed."""

    def __init__(self, lacks: tuple[str, ...]) -> None:
        self.lacks = lacks
        super().__init__(
            "Der er noget åbent: " + "; ".join(lacks) + ". Sagen er ikke sendt videre. Gør det "
            "færdigt, eller skriv en begrundelse for at gå videre alligevel."
        )


class OnlyTheCouncil(StrategyError):
    """A body that may only recommend is set to adopt."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} kan indstille, men ikke vedtage strategien. Det gør kommunalbestyrelsen. "
            "Intet er gemt."
        )


class Locked(StrategyError):
    """The strategy is adopted; a change is a new version that goes its own way."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"Version {number} er vedtaget og låst. Intet er ændret. Skal strategien ændres, så "
            "begynd en ny version, som behandles på ny."
        )


class NothingToJournal(StrategyError):
    """A package for the journal before any version of the strategy is kept."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen gemt version af udkastet at journalisere. Gem en version under Udkast "
            "først."
        )


class NoSuchVersion(StrategyError):
    """No kept version has that number; `known` are those that are there."""

    def __init__(self, number: int, known: tuple[int, ...]) -> None:
        there = ", ".join(map(str, sorted(known)))
        said = f"De gemte versioner er {there}." if known else "Der er ikke gemt nogen version."
        super().__init__(f"Der er ingen version {number}. {said} Intet er skrevet.")
