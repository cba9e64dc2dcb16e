"""How the program is started, and the database under it."""

from strategykit.errors.base import StrategyError


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
            "Databasen er i brug af et andet program. Intet er ændret. Vent et øjeblik, og prøv "
            "igen."
        )


class ProgramFault(StrategyError):
    """A fault of the program's own; `number` stands in the log beside the place in the code."""

    def __init__(self, number: str) -> None:
        super().__init__(
            f"Der skete en fejl i programmet. Fejlnummeret er {number}. Det, I har gemt, er i "
            "behold. Prøv igen. Sker det en gang til, så giv fejlnummeret til dem, der står for "
            "Strategiværksted hos jer."
        )


# Rehearsing


class BadCrowd(StrategyError):
    """A rehearsal is asked for with a number of members that no room has."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__(
            f"Antallet af deltagere i en generalprøve er et helt tal fra {least} til {most}. "
            "Intet er gjort."
        )


class RehearsalUnstarted(StrategyError):
    """The rehearsal's own server did not start."""

    def __init__(self) -> None:
        super().__init__(
            "Generalprøven kom ikke i gang, fordi dens egen server ikke ville starte. I forløbet "
            "er intet ændret. Luk andre programmer, og prøv igen."
        )
