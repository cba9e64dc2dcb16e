"""What somebody handed in that cannot be used."""

from strategykit.errors.base import StrategyError


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


class MissingColumns(BadFile):
    """No row of the spreadsheet names the columns that a figure needs."""

    def __init__(self) -> None:
        super().__init__(
            "Filen mangler en række med overskrifter. Der skal være mindst tre kolonner med "
            "overskrifterne Indikator, Periode og Værdi, og gerne Enhed og Kilde. Intet af filen "
            "er gemt. Tilføj overskrifterne, og hent filen op igen."
        )


class PackageBroken(BadFile):
    """A package of templates does not hold what it says; `problems` are all its mistakes."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        told = "\n".join(f"{each[:1].upper()}{each[1:].removesuffix('.')}." for each in problems)
        super().__init__(
            "Pakken kan ikke bruges. Biblioteket er ikke ændret. Bed den, der har lavet pakken, "
            f"om at lave den igen.\n{told}"
        )


class PackageTooNew(BadFile):
    """A package of a format that this version does not know."""

    def __init__(self, number: object) -> None:
        super().__init__(
            f"Pakken har formatnummer {str(number)[:20]}, som denne version af "
            "Strategiværksted ikke kender. Biblioteket er ikke ændret. Hent den nyeste version af "
            "programmet, og prøv igen."
        )


class NoRows(BadFile):
    """A spreadsheet in which nothing is written."""

    def __init__(self) -> None:
        super().__init__(
            "Filen er tom. Intet er gemt. Se efter, om det er den rigtige fil, og hent den op igen."
        )


class TemplateProblems(StrategyError):
    """A template file cannot be used; `problems` are all its mistakes, each with file and line."""

    def __init__(self, problems: tuple[str, ...]) -> None:
        self.problems = problems
        super().__init__("\n".join(problems))
