"""The exercises: each is one tested set of rules for a step, which a template names by its key."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from strategykit.domain.steps import Circle, StepKind, Subjects


@dataclass(frozen=True)
class Preset:
    """`about` is what the step may be about; `rules` are fields of a Step that differ."""

    kind: StepKind
    title: str
    says: str
    about: tuple[Subjects, ...]
    rules: Mapping[str, Any] = field(default_factory=dict)


_BOARD = (Subjects.BOARD,)
_CHOICES = (Subjects.AREAS, Subjects.BOARD, Subjects.GROUPS)

PRESETS: Mapping[str, Preset] = {
    "skriv-uden-navn": Preset(
        StepKind.COLLECT, "Skriv sedler uden navn",
        "Alle skriver. Sedlerne kommer op med det samme, og ingen kan se, hvem der skrev.",
        _BOARD, {"anonymous": True},
    ),
    "skriv-i-stilhed": Preset(
        StepKind.COLLECT, "Skriv i stilhed uden navn",
        "Alle skriver uden at se de andres sedler. Proceslederen afslører dem samlet.",
        _BOARD, {"anonymous": True, "blind": True},
    ),
    "skriv-med-navn": Preset(
        StepKind.COLLECT, "Skriv sedler med navn",
        "Alle skriver, og navnet står ved sedlen.",
        _BOARD,
    ),
    "skriv-og-vent": Preset(
        StepKind.COLLECT, "Skriv, og lad proceslederen slippe sedlerne",
        "Hver seddel venter hos proceslederen, til den bliver vist. Godt, når der er gæster.",
        _BOARD, {"anonymous": True, "held": True},
    ),
    "saml": Preset(
        StepKind.GROUP, "Saml sedler i grupper",
        "Proceslederen samler sedler, der siger det samme, og giver hver gruppe en overskrift.",
        _BOARD,
    ),
    "prikker-uden-navn": Preset(
        StepKind.DOTS, "Prikker uden navn",
        "Hver har et antal prikker. Tallene ses først, når der er lukket.",
        _CHOICES, {"anonymous": True, "cap": 2},
    ),
    "prikker-med-navn": Preset(
        StepKind.DOTS, "Prikker med navn",
        "Hver har et antal prikker, og det kan ses bagefter, hvem der gav dem.",
        _CHOICES, {"cap": 2, "own_allowed": True},
    ),
    "vaerdi-og-indsats": Preset(
        StepKind.RATE, "Værdi og indsats",
        "Hver giver to tal fra 1 til 10: hvad det betyder, og hvad det kræver.",
        (Subjects.AREAS,),
    ),
    "rangordn": Preset(
        StepKind.RANK, "Sæt i rækkefølge",
        "Hver sætter det vigtigste øverst.",
        _CHOICES,
    ),
    "samtykke": Preset(
        StepKind.CONSENT, "Samtykke",
        "Hver siger ja, ja med forbehold eller nej med en begrundelse.",
        (Subjects.STATEMENT, Subjects.GOALS, Subjects.AREAS, Subjects.NOTHING),
        {"own_allowed": True},
    ),
    "droeft": Preset(
        StepKind.DISCUSSION, "Drøft",
        "Spørgsmålet står på skærmen, og tiden går. Der skrives ikke.",
        (Subjects.NOTHING, Subjects.BOARD, Subjects.STATEMENT, Subjects.AREAS),
    ),
    "maal-ved-borde": Preset(
        StepKind.TABLES, "Mål ved borde",
        "Hvert bord får et område og skriver mål, delmål og kriterium på én telefon.",
        (Subjects.AREAS,), {"writers": Circle.MEMBERS},
    ),
    "gennemgang": Preset(
        StepKind.REVIEW, "Gennemgang af rettelser",
        "Rettelserne til udkastet tages ét ad gangen. De redaktionelle tages samlet.",
        (Subjects.NOTHING,), {"writers": Circle.MEMBERS},
    ),
}  # fmt: skip
