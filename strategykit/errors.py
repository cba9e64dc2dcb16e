"""Every error that the product raises on purpose; its sentence is Danish and made in the class.

StrategyError
├── NotAllowed                the actor's role may not do this act
├── NotFound                  the thing is gone or belongs to another process
├── UnknownProcess            no process bears that name
├── UnknownTemplate           no shipped template bears that key
├── UnknownMeasure            no measurement of bench bears that name
├── UnknownExample            no shipped example bears that name
├── NameTaken                 another process bears that name
├── EditConflict              somebody saved the same text first; carries both versions
├── LogBroken                 the change log was altered; names the first broken row
├── Archived                  an archived process is not written in
├── ReasonNeeded              a phase is left with open criteria and no reason is given
├── TitleNotTyped             a process is erased without its title written first
├── CleanUpWaits              what was erased may still be read in the database's file
├── PersonInUse               a person that something points to cannot be taken away
├── DatabaseTooNew            the database was made by a newer version of the program
├── NotOnPostgres             a command for SQLite files was given on PostgreSQL
├── DatabaseBroken            rows of the database point to rows that are not there
├── BadFile                   a file that somebody handed in cannot be used
│   ├── NotABackup            a file that is no copy of this program's database
│   ├── ArchiveBroken         an archive lacks something, or something in it does not fit
│   ├── ArchiveTooNew         an archive of a format that this version does not know
│   ├── FileTooLarge          it holds more than may be read, packed or unpacked
│   ├── FileBroken            it is damaged, or is not the kind of file that it should be
│   ├── FileLocked            it is protected by a password
│   ├── FileHasMacros         it holds a program
│   ├── FileUnsafe            its inside is made as only a harmful file is
│   ├── MissingColumns        a spreadsheet whose columns are not named
│   └── HouseStyleLacks       a Word house style without the styles that the draft needs
├── TemplateProblems          a template file that cannot be used; carries every mistake
├── MixedFields               notes of different fields are put in one group
├── CannotUndo                what an act changed has been changed again since
├── NoReasonForChoice         a candidate is decided without a reason
├── NothingToAgreeOn          an empty text is adopted
├── BrokenDataFile            a file in data/ cannot be read; names its line
├── UnknownMunicipality       no municipality has that code or name
├── UnknownIndicator          the catalogue has no indicator with that key
├── WrongIndicator            a calculator is given a figure that it does not count from
├── NothingToStartFrom        a calculator has no figure to count from
├── NothingToFreeze           the nulpunkt has no figure to lock
├── UsageError                a command line that does not fit any command
├── FileMissing               a file named on the command line cannot be read
├── FileUnwritable            a file named on the command line cannot be written
├── BadPort                   PORT is not a port number
├── PortTaken                 another program answers on the port
├── HomeUnusable              the data folder cannot be made or written in
├── DatabaseUnusable          the database cannot be reached or read
├── DatabaseBusy              another program holds the database
├── ProgramFault              a fault of the program's own; its number stands in the log
└── BadEntry                  what a person typed cannot be kept as it is
    ├── Empty                 a field that must be filled is empty
    ├── TooLong               a field holds more than it may
    ├── HoldsCpr              a field holds what looks like a CPR number
    ├── BadLink               a link that is not http, https or mailto
    ├── BadNumber             a number that cannot be read
    ├── OutOfRange            a number outside what makes sense
    ├── DotsUnread            a list of dots that cannot be read
    ├── UnknownMark           no note or group on the board bears that number or letter
    ├── BadTime               a time of day that cannot be read
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


class UnknownTemplate(StrategyError):
    """No shipped template bears that key."""

    def __init__(self, key: str, known: tuple[str, ...]) -> None:
        super().__init__(f"Skabelonen '{key}' findes ikke. Der findes: {', '.join(known)}.")


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


class DatabaseTooNew(StrategyError):
    """The database was made by a newer version of the program."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen er lavet af en nyere version af Strategiværksted. Intet er ændret. "
            "Hent den nyeste version af programmet, og start igen."
        )


class UsageError(StrategyError):
    """A command line that does not fit any command."""

    def __init__(self) -> None:
        super().__init__(
            "Kommandoen er ikke skrevet rigtigt, og intet er gjort. Se, hvad der kan skrives, med "
            "python -m strategykit --hjaelp."
        )


class FileMissing(StrategyError):
    """A file named on the command line cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Filen '{name}' kan ikke læses. Se efter, at navn og mappe er rigtige. "
            "Intet er ændret."
        )


class FileUnwritable(StrategyError):
    """A file named on the command line cannot be written."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Filen '{name}' kan ikke skrives. Se efter, at mappen findes, at der er plads, og at "
            "filen ikke er åben i et andet program. Intet er ændret."
        )


class NotOnPostgres(StrategyError):
    """A command for SQLite files was given on PostgreSQL; `instead` is what to use there."""

    def __init__(self, instead: str) -> None:
        super().__init__(
            f"Databasen er PostgreSQL, og her bruges {instead} i stedet for denne kommando. "
            "Intet er ændret."
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


# Files that come in, and the Word house style


class BadFile(StrategyError):
    """A file that somebody handed in cannot be used; nothing of it was kept."""


class NotABackup(BadFile):
    """A file that is no copy of this program's database."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"'{name}' er ikke en sikkerhedskopi fra Strategiværksted, eller filen er beskadiget. "
            "Databasen er ikke ændret."
        )


class ArchiveBroken(BadFile):
    """An archive lacks something, or something in it does not fit; `place` says where."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Arkivet kan ikke læses: fejlen er i {place}. Intet er ændret. Eksportér forløbet "
            "igen der, hvor det kommer fra."
        )


class ArchiveTooNew(BadFile):
    """An archive of a format that this version does not know."""

    def __init__(self, number: object) -> None:
        super().__init__(
            f"Arkivet har formatnummer {str(number)[:20]}, som denne version af "
            "Strategiværksted ikke kender. Intet er ændret. Hent den nyeste version af programmet, "
            "og prøv igen."
        )


class FileTooLarge(BadFile):
    """The file holds more than may be read; `what` names the measure that it broke."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"Filen er for stor: {what}. Intet af filen er gemt. Gør filen mindre, for eksempel "
            "ved at fjerne billeder, og hent den op igen."
        )


class FileBroken(BadFile):
    """The file is damaged, or is not `expected` at all."""

    def __init__(self, expected: str) -> None:
        super().__init__(
            f"Filen kan ikke læses som {expected}. Intet af filen er gemt. Åbn den i det program, "
            "den kommer fra, gem den igen, og hent den op på ny."
        )


class FileLocked(BadFile):
    """The file is protected by a password."""

    def __init__(self) -> None:
        super().__init__(
            "Filen er beskyttet med en adgangskode. Intet af filen er gemt. Fjern adgangskoden, "
            "og hent filen op igen."
        )


class FileHasMacros(BadFile):
    """The file holds a program, which could do harm on the machine of whoever opens it."""

    def __init__(self, plain: str = "dokument uden makroer (.docx)") -> None:
        super().__init__(
            "Filen indeholder makroer. Intet af filen er gemt. Gem den som et almindeligt "
            f"{plain}, og hent den op igen."
        )


class FileUnsafe(BadFile):
    """The inside of the file is made as only a harmful file is; `place` names the part of it."""

    def __init__(self, place: str) -> None:
        super().__init__(
            f"Filen er bygget på en måde, der kan gøre skade ({place[:80]}). Intet af filen er "
            "gemt. Åbn den i det program, den kommer fra, gem den igen, og hent den op på ny."
        )


class HouseStyleLacks(BadFile):
    """The house style lacks styles that the draft cannot stand without; all are named."""

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names
        which = "typografien" if len(names) == 1 else "typografierne"
        super().__init__(
            f"Kommunens Word-skabelon mangler {which} {', '.join(names)}. Udkastet er ikke "
            "skrevet, og intet er ændret. Opret i Word det, der mangler, og hent skabelonen op "
            "igen."
        )


# The server: how it is started


class BadPort(StrategyError):
    """PORT is not a port number."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text[:20]}' er ikke et portnummer. Sæt PORT til et tal fra 1 til 65535, eller "
            "udelad den. Programmet er ikke startet."
        )


class PortTaken(StrategyError):
    """Another program answers on the port."""

    def __init__(self, port: int) -> None:
        super().__init__(
            f"Port {port} er optaget af et andet program, måske af et Strategiværksted, der "
            f"allerede kører. Luk det, eller vælg en anden port, for eksempel PORT={port + 1}. "
            "Programmet er ikke startet."
        )


class HomeUnusable(StrategyError):
    """The data folder cannot be made or written in."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"Mappen '{folder}' kan ikke bruges til programmets data. Se efter, at den ikke er en "
            "fil, og at I må skrive i den, eller sæt STRATEGYKIT_HOME til en anden mappe. "
            "Intet er ændret."
        )


class DatabaseUnusable(StrategyError):
    """The database cannot be reached or read."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen kan ikke åbnes eller læses, så kommandoen er ikke udført. Se efter, at "
            "STRATEGYKIT_HOME eller DATABASE_URL peger på den rigtige database, og at der er plads "
            "på disken. Er databasen beskadiget, så læg den seneste sikkerhedskopi tilbage med "
            "kommandoen restore."
        )


class DatabaseBusy(StrategyError):
    """Another program holds the database."""

    def __init__(self) -> None:
        super().__init__(
            "Databasen er i brug af et andet program, og kommandoen er ikke udført. Vent et "
            "øjeblik, og prøv igen."
        )


class ProgramFault(StrategyError):
    """A fault of the program's own; `number` stands in the log beside the place in the code."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Der skete en fejl i programmet. Fejlnummeret er {number}. Det, I har gemt, er i "
            "behold. Prøv igen. Sker det en gang til, så giv fejlnummeret til dem, der står for "
            "Strategiværksted hos jer."
        )


# Reference data and figures


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


# Meetings, people and what is erased


class BadTime(BadEntry):
    """A time of day that cannot be read."""

    def __init__(self, field: str, text: str) -> None:
        self.field = field
        super().__init__(
            f"'{text[:20]}' i feltet '{field}' kan ikke læses som et klokkeslæt. Skriv for "
            "eksempel 16.00. Intet er gemt."
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
            f"{name} står i forløbets møder eller er den, der fører pennen. Intet er ændret. "
            "Slet navnet i stedet, så bliver rollen stående."
        )


# Templates


class TemplateProblems(StrategyError):
    """A template file cannot be used; `problems` are all its mistakes, each with file and line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))


# Boards, texts and areas


class MixedFields(StrategyError):
    """Notes of different fields are put in one group."""

    def __init__(self) -> None:
        super().__init__(
            "Sedlerne ligger i forskellige felter, så de er ikke samlet. Vælg sedler fra samme "
            "felt, eller flyt dem først."
        )


class CannotUndo(StrategyError):
    """What an act changed has been changed again since."""

    def __init__(self) -> None:
        super().__init__(
            "Det kan ikke fortrydes, fordi det er ændret igen siden. Intet er ændret nu."
        )


class NoReasonForChoice(StrategyError):
    """A candidate is decided without a reason."""

    def __init__(self) -> None:
        super().__init__(
            "Beslutningen mangler en begrundelse og er ikke gemt. Skriv med en sætning hvorfor. "
            "Den kommer til at stå i udkastet."
        )


class NothingToAgreeOn(StrategyError):
    """An empty text is adopted."""

    def __init__(self) -> None:
        super().__init__("Der står ingen tekst endnu. Skriv og gem den, før I vedtager den.")


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


class MissingColumns(BadFile):
    """No row of the spreadsheet names the columns that a figure needs."""

    def __init__(self) -> None:
        super().__init__(
            "Filen mangler en række med overskrifter. Der skal være mindst tre kolonner med "
            "overskrifterne Indikator, Periode og Værdi, og gerne Enhed og Kilde. Intet af filen "
            "er gemt. Tilføj overskrifterne, og hent filen op igen."
        )


# The nulpunkt


class NothingToFreeze(StrategyError):
    """The nulpunkt has no figure to lock."""

    def __init__(self) -> None:
        super().__init__(
            "Der er ingen tal at låse endnu. Vælg tal fra registrene, eller skriv jeres egne tal "
            "ind, og lås så nulpunktet."
        )
