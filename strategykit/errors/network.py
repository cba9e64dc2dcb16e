"""How the server is reached: names, proxy and certificate."""

from strategykit.errors.base import StrategyError


class BadName(StrategyError):
    """What should be a name under which the server is reached is none."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text[:60]}' er ikke et navn, som en server kan have. Skriv det uden http og "
            "skråstreg, for eksempel strategi.kommune.dk. Programmet er ikke startet."
        )


class BadProxy(StrategyError):
    """STRATEGYKIT_PROXY is no address."""

    def __init__(self, text: str) -> None:
        super().__init__(
            f"'{text[:60]}' er ikke en adresse. Sæt STRATEGYKIT_PROXY til den adresse, som "
            "webserveren foran programmet kalder fra, for eksempel 127.0.0.1, eller udelad den. "
            "Programmet er ikke startet."
        )


class NameLeadsNowhere(StrategyError):
    """A name is given, but only this machine itself is answered."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Navnet {name} er angivet, men programmet svarer kun denne maskine selv. Skriv også "
            "--lan, eller sæt STRATEGYKIT_PROXY, hvis en webserver står foran. Programmet er ikke "
            "startet."
        )


class CertificateAlone(StrategyError):
    """A certificate without its key, or the other way round."""

    def __init__(self) -> None:
        super().__init__(
            "--cert og --key skal stå sammen: filen med certifikatet og filen med nøglen til det. "
            "Programmet er ikke startet."
        )


class CertificateBroken(StrategyError):
    """The files hold no certificate and key that can be read."""

    def __init__(self, cert: str, key: str) -> None:
        super().__init__(
            f"Certifikatet i '{cert}' eller nøglen i '{key}' kan ikke bruges. Begge skal være i "
            "formatet PEM, og nøglen må ikke være låst med en adgangskode. Programmet er ikke "
            "startet."
        )


class KeyOfAnother(StrategyError):
    """The key is another certificate's."""

    def __init__(self, cert: str, key: str) -> None:
        super().__init__(
            f"Nøglen i '{key}' hører ikke til certifikatet i '{cert}'. Find den nøgle, som "
            "certifikatet blev lavet med. Programmet er ikke startet."
        )
