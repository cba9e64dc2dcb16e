"""A process as a template for the next one, with all content and all names left behind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from strategykit.actions.materials import material_of
from strategykit.actions.meetings import municipality_name
from strategykit.actions.template_writing import copied, looked_over, with_fields
from strategykit.actions.templates import checked_template
from strategykit.domain.boards import counted as in_words
from strategykit.domain.counted import all_counted
from strategykit.domain.material import Material
from strategykit.domain.meetings import AgendaItem, Meeting
from strategykit.domain.people import Person
from strategykit.domain.process import Process
from strategykit.domain.process_template import Held, held_meetings, typed_in_agenda
from strategykit.domain.steps import Step
from strategykit.domain.template import Template
from strategykit.domain.template_comparison import TemplateDifference, compare_templates
from strategykit.domain.wording import words_of
from strategykit.storage import erasing
from strategykit.storage.database import Database
from strategykit.template_files.editing import value_at, with_value
from strategykit.template_files.writing import Plain

_NOBODY = "Ingen"  # while the text is made: one without an author cannot be checked
KEPT = (Process, Meeting, AgendaItem, Step)


@dataclass(frozen=True)
class Extract:
    """`mentions` are the lines in which the template itself already named the municipality.

    `as_before` are the meetings whose drejebog no template could hold: they are as in the old one.
    """

    text: str
    removed: tuple[str, ...]
    stays: tuple[str, ...]
    differences: tuple[TemplateDifference, ...]
    as_before: tuple[str, ...]
    mentions: tuple[str, ...]


def template_from(db: Database, process_id: str, name: str, author: str = "") -> Extract:
    """The process's template with the drejebog as it was held; raises NotFound.

    Without an author the text lacks one, as a copy does.
    """
    material = material_of(db, process_id)
    with db.reading() as store:
        counts = erasing.counts(store, process_id)
    words = _words(material)
    text, as_before = _with_meetings(
        material, copied(material.process.template, name, author or _NOBODY), words
    )
    template = checked_template(text, name)
    kinds = {kind: number for kind, number in counts.items() if kind not in KEPT}
    typed = typed_in_agenda(material, words)
    own = [in_words(typed, "tekst", "tekster") + " i drejebøgerne, som I selv har skrevet"]
    own_text = text if author else with_fields(text, (), Template, {"author": ""})
    return Extract(
        own_text, (*_of_process(material.process), *(own if typed else ()), *all_counted(kinds)),
        _stays(template), compare_templates(material.template, template), as_before,
        tuple(_mentions(material, text)),
    )  # fmt: skip


def _words(material: Material) -> Mapping[str, str]:
    process = material.process
    return words_of(
        municipality=municipality_name(process), committee=process.committee,
        title=process.title, period=process.period, terms=material.template.terms,
    )  # fmt: skip


def _with_meetings(
    material: Material, text: str, words: Mapping[str, str]
) -> tuple[str, tuple[str, ...]]:
    """The text with the meetings as they were held, where a template can hold them."""
    planned: Any = value_at(text, ("meetings",))
    held = held_meetings(material, planned, words)
    fit = {id(each): _fit(text, each) for each in held}
    kept = [fields for each in held if (fields := fit[id(each)] or _as_planned(each, planned))]
    as_before = tuple(
        each.plan.title if each.plan else "Et møde, I selv har lagt ind (er ikke med)"
        for each in held
        if fit[id(each)] is None
    )
    if not kept or kept == planned:
        return text, as_before
    return _written(text, planned, kept), as_before


def _as_planned(held: Held, planned: list[Any]) -> Any:
    return next((m for m in planned if held.plan and m["key"] == held.plan.key), None)


def _fit(text: str, held: Held) -> Any:
    """The meeting, when the template would be without mistakes with it alone."""
    if not held.fields["items"]:
        return None
    alone = with_value(text, ("meetings",), [held.fields])
    return held.fields if looked_over(alone).template else None


def _written(text: str, planned: list[Any], kept: list[Any]) -> str:
    """Each meeting in its own lines, so that the others keep their remarks."""
    if [m["key"] for m in planned] != [m["key"] for m in kept]:
        return with_value(text, ("meetings",), kept)
    for place, (before, after) in enumerate(zip(planned, kept, strict=True)):
        if before != after:
            text = _meeting_written(text, ("meetings", place), before, after)
    return text


def _meeting_written(
    text: str, path: tuple[str | int, ...], before: Mapping[str, Plain], after: Mapping[str, Plain]
) -> str:
    for name, value in after.items():
        if before.get(name) != value:
            text = with_value(text, (*path, name), value)
    return text


def _of_process(process: Process) -> Iterator[str]:
    """What of the mandate is left behind."""
    yield "Titlen, kommunen og udvalget"
    if process.mandate or process.deliverables or process.case_number:
        yield "Opgaven, sagsnummeret og det, udvalget skal aflevere"
    if process.purposes:
        yield f"{in_words(len(process.purposes), 'formål', 'formål')}, som de er skrevet i forløbet"


def _stays(template: Template) -> tuple[str, ...]:
    items = sum(len(meeting.items) for meeting in template.meetings)
    steps = sum(len(item.steps) for meeting in template.meetings for item in meeting.items)
    agenda = f"{in_words(items, 'punkt', 'punkter')} og {in_words(steps, 'trin', 'trin')}"
    there = (
        (len(template.phases), "fase", "faser", " med krav og sider"),
        (len(template.meetings), "møde", "møder", f" med {agenda}"),
        (len(template.boards), "tavle", "tavler", " med felter og spørgsmål"),
        (len(template.statements), "fælles tekst", "fælles tekster", " med spørgsmål"),
        (len(template.instruments), "redskab", "redskaber", " uden svar"),
        (len(template.document.sections), "afsnit", "afsnit", " i dokumentet med faste sætninger"),
    )
    counted = (in_words(number, one, many) + more for number, one, many, more in there if number)
    return ("Ordene for strategien og dem, den er for", *counted)


def _mentions(material: Material, text: str) -> Iterator[str]:
    """Lines that name what must not be named; they can only come from the template's own text."""
    process = material.process
    names = {municipality_name(process).removesuffix(" Kommune"), process.committee}
    names |= {person.name for person in material.of(Person) if not person.erased}
    known = [re.escape(name.strip()) for name in names if name.strip()]
    pattern = re.compile(rf"\b(?:{'|'.join(known)})", re.IGNORECASE)
    for number, line in enumerate(text.split("\n"), start=1):
        if pattern.search(line):
            yield f"Linje {number}: {line.strip()}"
