"""Trying a template out: a process with invented content, from its first phase to a Word draft.

It lives in memory alone: nothing of it is ever in the database, so nothing is left behind.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from strategykit.actions.acting import now
from strategykit.actions.drafts import Progress, danish_day, draw_pictures
from strategykit.actions.processes import given_by
from strategykit.actions.templates import checked_template
from strategykit.domain.counted import all_counted
from strategykit.domain.entry import Entry
from strategykit.domain.invented import NOTE, invented
from strategykit.domain.material import Material
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.outline import Draft
from strategykit.domain.phases import PhaseStatus, phase_statuses
from strategykit.domain.process import PhaseStart, Process
from strategykit.domain.template import SectionPlan, Template
from strategykit.domain.wording import render, words_of
from strategykit.drafting.compose import Setting, compose
from strategykit.drafting.word import write_numbered_word
from strategykit.reference_data import reference_data

MUNICIPALITY, COMMITTEE = "Prøve Kommune", "Prøveudvalget"
DAYS_BETWEEN = 30
_ID = "proeve"


@dataclass(frozen=True)
class Tried:
    """What came of it; `statuses` are the phases with what their criteria still lack."""

    template: Template
    counts: tuple[str, ...]
    statuses: tuple[PhaseStatus, ...]
    draft: Draft
    moment: datetime

    @property
    def stuck(self) -> tuple[PhaseStatus, ...]:
        """The phases that could not be left although everything was filled in."""
        return tuple(status for status in self.statuses if status.exit_unmet)

    @property
    def empty(self) -> tuple[str, ...]:
        """What the draft still lacks although everything was filled in."""
        return tuple(missing.text for missing in self.draft.missing)

    @property
    def left_out(self) -> tuple[SectionPlan, ...]:
        """The sections that are only there when there is something for them, as after a hearing."""
        there = {section.key for section in self.draft.sections}
        words = _words(self.template)
        return tuple(
            replace(section, title=render(section.title, words))
            for section in self.template.document.sections
            if section.key not in there
        )


def try_out(text: str, moment: datetime | None = None) -> Tried:
    """The template filled with invented content; raises TemplateProblems."""
    template = checked_template(text, "skabelonen")
    at = (moment or now()).astimezone(UTC)
    material = _material(template, _process(template, text, at), at)
    counts = all_counted({kind: len(same) for kind, same in material.things.items()})
    draft = compose(material, _setting(at))
    return Tried(template, counts, phase_statuses(material), draft, at)


def tried_word(
    tried: Tried, house_style: bytes | None = None, progress: Progress | None = None
) -> bytes:
    """Its draft as a Word file, in the look of the template's own Word file when it has one."""
    drawn = draw_pictures(tried.draft, progress)
    return write_numbered_word(tried.draft, drawn, tried.moment, house_style or None)


def _process(template: Template, text: str, moment: datetime) -> Process:
    return Process(
        id=_ID, process_id=_ID, name=_ID, title=_title(template),
        municipality=MUNICIPALITY, committee=COMMITTEE, mandate_body="Prøvekommunens byråd",
        mandate="Opdigtet opgave.", mandate_day=moment.date(), template=text,
        period_from=moment.year, period_to=moment.year + 4, phase=template.phases[-1].key,
        created_at=moment - timedelta(days=DAYS_BETWEEN * len(template.phases)),
        example_note=NOTE,
    )  # fmt: skip


def _material(template: Template, process: Process, moment: datetime) -> Material:
    words = _words(template, process.period)
    whole = replace(process, purposes=tuple(render(text, words) for text in template.purposes))
    given = _held(given_by(template, whole, words), moment)
    made = invented(template, whole, moment)
    begun = _phases_begun(template, moment)
    return Material(whole, template, _by_kind([*given, *begun, *made.things]), made.dots)


def _phases_begun(template: Template, moment: datetime) -> list[Entry]:
    """One phase after the other in the months before; the first began with the process."""
    phases = template.phases
    return [
        PhaseStart(
            id=f"fase-{phase.key}", process_id=_ID, phase=phase.key, position=number,
            at=moment - timedelta(days=DAYS_BETWEEN * (len(phases) - number)),
        )
        for number, phase in enumerate(phases[1:], start=1)
    ]  # fmt: skip


def _words(template: Template, period: str = "") -> Mapping[str, str]:
    return words_of(
        municipality=MUNICIPALITY, committee=COMMITTEE, title=_title(template), period=period,
        terms=template.terms,
    )  # fmt: skip


def _title(template: Template) -> str:
    return f"Prøve af {template.name}"


def _held(given: Iterable[Entry], moment: datetime) -> list[Entry]:
    """The meetings were held in the months before, and each decided something."""
    things = list(given)
    meetings = [thing for thing in things if isinstance(thing, Meeting)]
    days = {
        meeting.id: (moment - timedelta(days=DAYS_BETWEEN * (len(meetings) - number))).date()
        for number, meeting in enumerate(meetings)
    }
    held: list[Entry] = []
    for position, thing in enumerate(things, start=1):
        placed = replace(thing, position=position)
        held.append(replace(placed, day=days[placed.id]) if isinstance(placed, Meeting) else placed)
    held += [
        Decision(
            id=f"beslutning-{number}", process_id=meeting.process_id, meeting_id=meeting.id,
            text=f"Opdigtet beslutning {number}", reason="Opdigtet begrundelse",
        )
        for number, meeting in enumerate(meetings, start=1)
    ]  # fmt: skip
    return held


def _by_kind(things: Iterable[Entry]) -> Mapping[type[Entry], tuple[Entry, ...]]:
    found: defaultdict[type[Entry], list[Entry]] = defaultdict(list)
    for thing in things:
        found[type(thing)].append(thing)
    return {kind: tuple(same) for kind, same in found.items()}


def _setting(moment: datetime) -> Setting:
    return Setting(
        municipality=MUNICIPALITY, today=danish_day(moment), version=1, status="Prøve",
        notice=f"Opdigtet eksempel. {NOTE}", raw_notes=True,
        indicators={indicator.key: indicator for indicator in reference_data().indicators},
    )  # fmt: skip
