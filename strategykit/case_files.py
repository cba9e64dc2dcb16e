"""A case file (YAML in Danish) as the entries of a process; used for the shipped examples."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from strategykit.domain.actors import Actor, Offer, Side
from strategykit.domain.areas import Area, Choice, TargetGroup
from strategykit.domain.baseline import OwnFigure
from strategykit.domain.boards import DREAMS, SWOT, Dot, Note
from strategykit.domain.entry import Entry
from strategykit.domain.goals import Criterion, CriterionKind, Direction, Goal, SubGoal
from strategykit.domain.knowledge import EvidenceCard, EvidenceKind
from strategykit.domain.process import Process
from strategykit.domain.statements import Statement
from strategykit.errors import FileBroken, UnknownExample

EXAMPLES = Path(__file__).resolve().parents[1] / "data" / "examples"
_CHOICES = {"forfoelges": Choice.PURSUED, "traeder i baggrunden": Choice.SET_BACK}
Case = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """The process of a case and everything in it, ready to be kept."""

    process: Process
    entries: tuple[Entry, ...]


def example_names() -> tuple[str, ...]:
    """The short names of the shipped examples."""
    return tuple(sorted(path.stem for path in EXAMPLES.glob("*.yaml")))


def read_example(name: str, template: str, phase: str, now: datetime) -> Example:
    """The shipped example; raises UnknownExample with the names that exist."""
    if name not in example_names():
        raise UnknownExample(name, example_names())
    try:
        case = yaml.safe_load((EXAMPLES / f"{name}.yaml").read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise FileBroken(f"eksemplet {name}") from error
    return Example(_process(case, template, phase, now), tuple(_entries(case, now)))


def _id(case: Case, *parts: object) -> str:
    """The same case always gives the same ids, so that loading it twice gives one process."""
    return hashlib.sha256("\n".join([case["navn"], *map(str, parts)]).encode()).hexdigest()[:32]


def _process(case: Case, template: str, phase: str, now: datetime) -> Process:
    first, last = (int(year) for year in str(case["periode"]).split("-"))
    mandate = case["mandat"]
    own_id = _id(case, "proces")
    return Process(
        id=own_id, process_id=own_id, name=case["navn"], title=case["titel"],
        municipality=case["kommune"]["kode"], committee=case["udvalg"],
        mandate_body=mandate["organ"], mandate=mandate["opgave"],
        deliverables=tuple(mandate["leverancer"]), period_from=first, period_to=last,
        purposes=tuple(case["formaal"]), example_note=case["opdigtet"]["tekst"],
        template=template, phase=phase, created_at=now,
        deletes_on=date(last + 1, 12, 31),
    )  # fmt: skip


def _entries(case: Case, now: datetime) -> Iterator[Entry]:
    yield from _knowledge(case)
    yield from _actors(case)
    yield from _groups(case)
    yield from _figures(case)
    yield from _notes(case)
    yield from _statements(case, now)
    yield from _areas(case)
    yield from _goals(case)


def _base(case: Case, *parts: object) -> dict[str, Any]:
    return {"id": _id(case, *parts), "process_id": _id(case, "proces")}


def _knowledge(case: Case) -> Iterator[Entry]:
    for card in case["videnskort"]:
        year = next((int(w) for w in card["kilde"].split() if w.isdigit() and len(w) == 4), None)  # noqa: PLR2004
        yield EvidenceCard(
            **_base(case, "viden", card["paastand"]), claim=card["paastand"],
            source=card["kilde"], kind=EvidenceKind(card["slags"]), year=year,
        )  # fmt: skip


def _actors(case: Case) -> Iterator[Entry]:
    for side, names in ((Side.INTERNAL, "interne"), (Side.EXTERNAL, "eksterne")):
        for name in case["aktoerer"][names]:
            yield Actor(**_base(case, "aktør", name), name=name, side=side)
    for offer in case["tilbud"]:
        groups = tuple(_id(case, "gruppe", g) for g in case["tilbud_til"].get(offer["navn"], ()))
        yield Offer(
            **_base(case, "tilbud", offer["navn"]), name=offer["navn"],
            audience=offer["maalgruppe"], form=offer["form"], group_ids=groups,
        )  # fmt: skip


def _groups(case: Case) -> Iterator[Entry]:
    for group in case["ungegrupper"]:
        yield TargetGroup(
            **_base(case, "gruppe", group["navn"]), name=group["navn"],
            need=group["beskrivelse"], number=group["antal"], invented=True,
        )  # fmt: skip


def _figures(case: Case) -> Iterator[Entry]:
    for figure in case["nulpunkt"]:
        invented = figure["indikator"] in case["opdigtet"]["nulpunkt"]
        yield OwnFigure(
            **_base(case, "tal", figure["indikator"]), indicator=figure["indikator"],
            period="udgangspunkt", value=Decimal(figure["udgangspunkt"]), unit=figure["enhed"],
            direction=Direction(figure["retning"]), invented=invented,
            source="" if invented else case["nulpunkt_kilde"],
        )  # fmt: skip


def _notes(case: Case) -> Iterator[Entry]:
    for field, notes in case["swot"].items():
        for note in notes:
            base = _base(case, "seddel", note["tekst"])
            yield Note(**base, board=SWOT, field=field, text=note["tekst"])
            yield from _dots(case, base["id"], note["stemmer"])
    for dream in case["droemme"]:
        yield Note(**_base(case, "seddel", dream), board=DREAMS, field="droem", text=dream)


def _dots(case: Case, subject_id: str, count: int) -> Iterator[Entry]:
    for number in range(count):
        yield Dot(**_base(case, "prik", subject_id, number), subject_id=subject_id)


def _statements(case: Case, now: datetime) -> Iterator[Entry]:
    for key in ("vision", "mission"):
        base = _base(case, "tekst", key)
        yield Statement(**base, key=key, text=case[key], saved_at=now, agreed_at=now)


def _areas(case: Case) -> Iterator[Entry]:
    for area in case["indsatsomraader"]:
        name = area["navn"]
        base = _base(case, "område", name)
        notes = tuple(_id(case, "seddel", text) for text in case["koblinger"].get(name, ()))
        yield Area(
            **base, name=name, note_ids=notes, choice=_CHOICES[area["status"]],
            reason=area["begrundelse"],
        )  # fmt: skip
        yield from _dots(case, base["id"], area["stemmer"])


def _goals(case: Case) -> Iterator[Entry]:
    units = {f["indikator"]: f for f in case["nulpunkt"]}
    method = f"{case['maalemetode']['tekst']} ({case['maalemetode']['kilde']})."
    for goal in case["maal"]:
        figure = units[goal["indikator"]]
        yield Goal(
            **_base(case, "mål", goal["maal"]), area_id=_id(case, "område", goal["indsatsomraade"]),
            text=goal["maal"], indicator=goal["indikator"], unit=figure["enhed"],
            direction=Direction(figure["retning"]), start=Decimal(goal["fra"]),
            target=Decimal(goal["til"]), year=goal["aar"], owner=goal["ansvarlig"], method=method,
            invented=goal["indikator"] in case["opdigtet"]["nulpunkt"],
        )  # fmt: skip
    for sub in case["delmaal"]:
        yield SubGoal(
            **_base(case, "delmål", sub["delmaal"]), goal_id=_id(case, "mål", sub["maal"]),
            text=sub["delmaal"], due=sub["frist"],
        )  # fmt: skip
    for criterion in case["kvalitetskriterier"]:
        yield Criterion(
            **_base(case, "kriterium", criterion["kriterium"]), text=criterion["kriterium"],
            area_id=_id(case, "område", criterion["indsatsomraade"]),
            kind=CriterionKind(criterion["slags"]),
        )  # fmt: skip
