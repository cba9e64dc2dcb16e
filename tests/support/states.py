"""The pages of a process by their addresses, and the states that each of them can be in."""

#: What can be looked at on each page: the choices that lead there.
STATES: dict[str, tuple[tuple[str, ...], ...]] = {
    "": ((), ("Opgaven",), ("Åbningsspørgsmål",), ("Alle forløb",),
         ("Arkivér, kopiér eller slet",)),
    "plan": ((), ("Drejebog",), ("Under mødet",), ("Afbud",), ("Inhabilitet",), ("Beslutninger",),
             ("Aftaler",), ("Parkeringsplads",), ("Papirer",), ("Tidsplan",)),
    "deltagere": ((),),
    "viden": ((), ("Vilkår",), ("God praksis",), ("Interview",), ("De unges stemme",),
              ("Organisation",)),
    "nulpunkt": ((), ("Egne tal",), ("Hent fra fil",), ("Lås nulpunktet",)),
    "aktoerer": ((), ("Aktører",), ("Tilbud",), ("Ungegrupper",), ("Huller og overlap",)),
    "swot": ((), ("Skriv sedler",), ("Saml i grupper",), ("Giv prikker",), ("Ret eller skjul",),
             ("Forhindringer", "Skriv sedler")),
    "vision": ((), ("Skriv sedler",), ("Giv prikker",), ("Vision",), ("Mission",)),
    "indsatsomraader": ((), ("Ungegrupper",), ("Forslag",), ("Værdi og indsats",), ("Valg",)),
    "maal": ((), ("Performance",), ("Delmål",), ("Kriterier",), ("Målinger",), ("Beregning",),
             ("Politikker",), ("Økonomi",), ("Opfølgning",)),
    "udkast": ((), ("Skriv om",), ("Sammenfatning",), ("Word",), ("Versioner",)),
    "hoering": ((), ("Gennemgang",), ("Næste version",)),
    "skabeloner": ((), ("Aften for aften",), ("Dokumentet",), ("Skriv",), ("Prøv",),
                   ("Sammenlign",), ("Fra et forløb",), ("Til et forløb",)),
    "godkendelse": ((),),
}  # fmt: skip
