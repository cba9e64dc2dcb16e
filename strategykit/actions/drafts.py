"""The draft as it stands: composed, with its charts drawn, as a Word file."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from strategykit.actions.acting import now
from strategykit.actions.asked_points import named_points
from strategykit.actions.materials import read_material, template_of
from strategykit.charts.bars import grouped_bars
from strategykit.charts.flow import flow_chart
from strategykit.charts.matrix import matrix_chart
from strategykit.charts.rendering import Spec, picture, spec_of
from strategykit.charts.series import series_chart
from strategykit.domain.boards import Note
from strategykit.domain.drafts import Overtaken, Rewrite
from strategykit.domain.minorities import Minority
from strategykit.domain.outline import Bars, Curve, Draft, Drawing, Figure, Flow, Picture
from strategykit.domain.process import Process
from strategykit.domain.rewriting import overtaken, with_rewrites
from strategykit.domain.survey import SurveyAnswer, SurveyRound
from strategykit.domain.survey_told import told_words
from strategykit.drafting.compose import DRAFT, Setting, composed
from strategykit.drafting.word import write_numbered_word
from strategykit.errors import UnknownMunicipality
from strategykit.reference_data import reference_data
from strategykit.storage import changes, drafts
from strategykit.storage.database import Database
from strategykit.storage.store import Store

UNSAVED = f"{DRAFT} (ikke gemt)"
Progress = Callable[[int, int], None]
_COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@dataclass(frozen=True)
class Choices:
    """What somebody who has read it through lets into the annexes."""

    raw_notes: bool = False
    names: bool = False


NOTHING_CHOSEN = Choices()


@dataclass(frozen=True)
class DraftNow:
    """`composed` is the draft before anybody rewrote it; `kept_as` the version it still equals."""

    draft: Draft
    composed: Draft
    overtaken: tuple[Overtaken, ...]
    kept_as: int | None


@lru_cache(maxsize=16)
def draft_of(
    db: Database,
    process_id: str,
    revision: int,  # noqa: ARG001 - the process's, so that it is composed once
    today: date,
    choices: Choices = NOTHING_CHOSEN,
) -> DraftNow:
    """The draft as it would be written now."""
    with db.reading() as store:
        return read_draft(store, process_id, today, choices)


def read_draft(store: Store, process_id: str, today: date, choices: Choices) -> DraftNow:
    """The same, inside an open transaction."""
    material = read_material(store, process_id)
    kept = drafts.newest(store, process_id)
    number = kept.number + 1 if kept else 1
    setting = _setting(store, material.process, today, number, choices)
    if any(one.point_id for one in material.of(Minority)):
        setting = replace(setting, points=named_points(store, process_id))
    before = composed(material, setting)
    rewrites = material.of(Rewrite)
    draft = with_rewrites(before, rewrites)
    told = overtaken(before, rewrites)
    if kept is None or not _says_the_same(kept.draft, draft):
        return DraftNow(draft, before, told, None)
    return DraftNow(kept.draft, before, told, kept.number)


def _setting(store: Store, process: Process, today: date, number: int, choices: Choices) -> Setting:
    return Setting(
        municipality=_municipality(process), today=today, version=number,
        log_head=changes.head(store, process.id), status=UNSAVED,
        notice=f"Opdigtet eksempel. {process.example_note}" if process.example_note else "",
        raw_notes=choices.raw_notes, names=choices.names,
        indicators={indicator.key: indicator for indicator in reference_data().indicators},
    )  # fmt: skip


def _municipality(process: Process) -> str:
    """ "Thisted Kommune", or what was typed where it is none of the 98."""
    try:
        return reference_data().municipality(process.municipality).formal_name
    except UnknownMunicipality:
        return process.municipality


def _says_the_same(kept: Draft, draft: Draft) -> bool:
    """Whether only day, number and log lie between the two."""
    same_cover = replace(
        draft.cover, day=kept.cover.day, version=kept.cover.version, status=kept.cover.status
    )
    return kept == replace(draft, cover=same_cover, log_head=kept.log_head, missing=kept.missing)


def compose_now(
    db: Database,
    process: Process,
    choices: Choices = NOTHING_CHOSEN,
    moment: datetime | None = None,
) -> Draft:
    """The draft as it stands, read anew."""
    with db.reading() as store:
        return read_draft(store, process.id, danish_day(moment or now()), choices).draft


def draft_word(
    db: Database,
    process: Process,
    choices: Choices = NOTHING_CHOSEN,
    *,
    moment: datetime | None = None,
    progress: Progress | None = None,
) -> bytes:
    """The same as a Word file; `progress` hears how many charts are drawn, and of how many."""
    at = (moment or now()).astimezone(UTC)
    return word_of(db, compose_now(db, process, choices, at), at, progress)


def word_of(db: Database, draft: Draft, moment: datetime, progress: Progress | None) -> bytes:
    """Any draft as a Word file in the municipality's own look."""
    with db.reading() as store:
        style = drafts.house_style(store, draft.document_id)
    drawn = draw_pictures(draft, progress)
    return write_numbered_word(draft, drawn, moment, style.data if style else None)


def draw_pictures(draft: Draft, progress: Progress | None = None) -> Mapping[str, Picture]:
    """Every chart of the draft by the name that its figure gives it."""
    figures = [block for _, block in draft.blocks() if isinstance(block, Figure)]
    drawn: dict[str, Picture] = {}
    for place, figure in enumerate(figures, start=1):
        if figure.drawing is not None:
            drawn[figure.chart] = _picture(figure.drawing, figure.alt)
        if progress:
            progress(place, len(figures))
    return drawn


@lru_cache(maxsize=256)
def _picture(drawing: Drawing, alt: str) -> Picture:
    return picture(drawn_spec(drawing, alt))


@lru_cache(maxsize=256)
def drawn_spec(drawing: Drawing, alt: str) -> Spec:
    """The chart as a page draws it: the same as Word shows."""
    if isinstance(drawing, Bars):
        return spec_of(grouped_bars(drawing.groups, alt))
    if isinstance(drawing, Curve):
        return spec_of(series_chart(drawing.series, alt))
    if isinstance(drawing, Flow):
        return spec_of(flow_chart(drawing.titles, drawing.paths, alt))
    return spec_of(matrix_chart(drawing.points, drawing.axes, alt))


def notes_to_read(db: Database, process_id: str) -> tuple[Note, ...]:
    """Every note that would stand in the annex, to be read through before it does."""
    with db.reading() as store:
        return tuple(note for note in store.all(Note, process_id) if note.shown)


def survey_words_to_read(db: Database, process_id: str) -> tuple[tuple[str, str], ...]:
    """What was answered in people's own words, with its question, to be read in the same way."""
    with db.reading() as store:
        plans = template_of(store.get(Process, process_id)).instruments
        rounds = store.all(SurveyRound, process_id)
        return told_words(plans, rounds, store.all(SurveyAnswer, process_id))


def danish_day(moment: datetime) -> date:
    """The date in Denmark."""
    return moment.astimezone(_COPENHAGEN).date()
