"""The beslutningslog: every point of a review, what was decided on it, why, and by whom."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from strategykit.domain.approvals import Stage
from strategykit.domain.clock import in_denmark
from strategykit.domain.found_marks import MarkKind
from strategykit.domain.numbers import danish_date
from strategykit.domain.outcomes import in_numbers
from strategykit.domain.outline import Draft, Paragraph, Section, Table
from strategykit.domain.paper import Paper
from strategykit.domain.point_places import in_log_order, place_told
from strategykit.domain.points import Wish
from strategykit.domain.reviews import Sort, Verdict
from strategykit.domain.rewriting import text_at
from strategykit.domain.turns import Asked
from strategykit.domain.wording import capital

_NOWHERE = "Uden sted i udkastet"
_OUT = (MarkKind.GONE_PARAGRAPH, MarkKind.ROW_REMOVED)
_TOGETHER = "Redaktionelle punkter, godtaget under ét"


@dataclass(frozen=True)
class Amended:
    """A body that changed the text of `draft`, the version before it."""

    stage: Stage
    draft: Draft
    changes: tuple[Wish, ...]


@dataclass(frozen=True)
class Log:
    """A review with its points; `people` are names by id, `minorities` statements by point.

    `asked` is what the room was asked of a point, `amended` what the bodies changed afterwards.
    """

    draft: Draft
    number: int
    points: tuple[Wish, ...]
    people: Mapping[str, str] = field(default_factory=dict)
    minorities: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    asked: Mapping[str, tuple[Asked, ...]] = field(default_factory=dict)
    amended: tuple[Amended, ...] = ()


def decision_log(log: Log, sender: str) -> Paper:
    """Chapter by chapter; the editorial points that were taken in one stand in one table."""
    titles = {section.key: section.title for section in log.draft.sections}
    numbered = list(enumerate(in_log_order(log.draft, log.points), start=1))
    keys = dict.fromkeys(w.point.section if w.point.section in titles else "" for _, w in numbered)
    sections = [
        Section(f"log {key}", titles.get(key, _NOWHERE), 1, tuple(_blocks(log, key, mine)))
        for key in keys
        if (mine := [(n, w) for n, w in numbered if _section(w, titles) == key])
    ]
    return Paper(
        title="Beslutningslog",
        subtitle=f"{log.draft.cover.title}, version {log.number}: bemærkninger og ændringsforslag",
        sender=sender,
        facts=tuple(_facts(log)),
        sections=(*(sections or [_nothing()]), *(_of_body(each) for each in log.amended)),
        notice=log.draft.cover.notice,
    )


def _nothing() -> Section:
    said = Paragraph("log intet", "Der er ikke kommet bemærkninger eller ændringsforslag.")
    return Section("log", "Punkter", 1, (said,))


def _facts(log: Log) -> Iterator[tuple[str, str]]:
    counts = Counter(wish.point.verdict for wish in log.points)
    yield "Punkter", str(len(log.points))
    told = [f"{verdict.value}: {counts[verdict]}" for verdict in Verdict if counts[verdict]]
    if told:
        yield "Afgørelser", ", ".join(told)
    if log.amended:
        yield "Ændringer undervejs til vedtagelsen", str(sum(len(a.changes) for a in log.amended))
    if log.minorities:
        yield "Mindretalsudtalelser", str(sum(map(len, log.minorities.values())))


def _of_body(amended: Amended) -> Section:
    """What a body changed in the text on its way."""
    stage = amended.stage
    titles = {section.key: section.title for section in amended.draft.sections}
    rows = tuple(
        (
            ", ".join(
                part
                for part in (titles.get(w.point.section, ""), place_told(amended.draft, w.point))
                if part
            ),
            w.first.before or "Nyt stykke", w.first.after or "Stykket går ud", w.first.author,
        )
        for w in in_log_order(amended.draft, amended.changes)
    )  # fmt: skip
    day = f" den {danish_date(stage.day)}" if stage.day else ""
    decided = f"{stage.name}{day}: {stage.outcome}."
    header = ("Sted", "Der stod", "Der skal stå", "Foreslået af")
    return Section(
        f"log led {stage.id}", f"Ændringer fra {stage.name}", 1,
        (
            Paragraph(f"log led {stage.id} beslutning", decided),
            Table(f"log led {stage.id} ændringer", "", header, rows,
                  f"Ændringer i teksten, besluttet af {stage.name}",
                  widths=(0.18, 0.31, 0.31, 0.2)),
        ),
    )  # fmt: skip


def _answers(asked: Asked) -> str:
    """The text that the room was asked about, what it answered, and its reasons."""
    reasons = [" ".join(reason.split()) for reason in asked.result.reasons]
    return "\n".join([f"”{asked.turn.asked.strip()}”", in_numbers(asked.result), *reasons])


def _section(wish: Wish, titles: Mapping[str, str]) -> str:
    return wish.point.section if wish.point.section in titles else ""


def _blocks(log: Log, key: str, found: Sequence[tuple[int, Wish]]) -> Iterator[Table]:
    bloc = [(n, w) for n, w in found if _in_bloc(log, w)]
    yield from (_card(log, n, w) for n, w in found if not _in_bloc(log, w))
    if bloc:
        header = ("Punkt", "Oprindelig tekst", "Endelig tekst", "Efter ønske fra")
        rows = tuple(
            (str(n), _original(log, w) or "–", _final(log, w), _wished(w)) for n, w in bloc
        )
        yield Table(f"log {key} blok", _TOGETHER, header, rows, _TOGETHER,
                    widths=(0.1, 0.34, 0.34, 0.22))  # fmt: skip


def _in_bloc(log: Log, wish: Wish) -> bool:
    """What was accepted as it came with all the others, and nobody had more to say about."""
    point = wish.point
    plain = point.verdict is Verdict.ACCEPTED and not (point.reason or point.final or point.pulled)
    spoken = point.id in log.minorities or point.id in log.asked
    return point.sort is Sort.EDITORIAL and plain and not spoken


def _wished(wish: Wish) -> str:
    return wish.point.wish or ", ".join(wish.authors) or "ikke angivet"


def _card(log: Log, number: int, wish: Wish) -> Table:
    told = tuple(line for line in _lines(log, wish) if line[1].strip())
    header = (f"Punkt {number}", wish.point.verdict.value.capitalize())
    return Table(f"log {wish.point.id}", "", header, told, f"Punkt {number} med afgørelse",
                 widths=(0.22, 0.78))  # fmt: skip


def _lines(log: Log, wish: Wish) -> Iterator[tuple[str, str]]:
    point = wish.point
    yield "Sted", capital(place_told(log.draft, point))
    yield "Slags", f"{wish.first.kind}, {point.sort}".capitalize()
    yield "Oprindelig tekst", _original(log, wish)
    yield "Ønske", _asked(wish)
    yield "Endelig tekst", _final(log, wish)
    yield "Begrundelse", point.reason
    for asked in log.asked.get(point.id, ()):
        yield "Samtykke", _answers(asked)
    yield "Efter ønske fra", _wished(wish)
    yield "Afgjort", _decided(log, wish)
    yield "Ført ind", f"i version {point.done_in}" if point.done_in and point.changes_text else ""
    for said in log.minorities.get(point.id, ()):
        yield "Mindretalsudtalelse", said


def _original(log: Log, wish: Wish) -> str:
    if wish.first.kind in (MarkKind.ROW_ADDED, MarkKind.ROW_REMOVED):
        return wish.first.removed
    where = wish.point.block or wish.point.section
    found = text_at(log.draft, where, wish.point.part)[1] if where else ""
    return found or wish.first.before


def _asked(wish: Wish) -> str:
    mark = wish.first
    comments = dict.fromkeys(m.text.strip() for m in wish.marks if m.text.strip())
    if wish.is_comment:
        return "\n".join(comments)
    words = (("Slettet", mark.removed), ("Tilføjet", mark.added))
    said = [f"{name}: {text.strip()}" for name, text in words if text.strip()]
    return "\n".join([*(said or [mark.kind.value.capitalize()]), *comments])


def _final(log: Log, wish: Wish) -> str:
    point = wish.point
    if point.is_open:
        return ""
    if not point.changes_text:
        return "Teksten er uændret."
    if point.final or wish.first.kind not in _OUT:
        return point.final or wish.asked or wish.first.added or _left(log, wish)
    return "Teksten er taget ud."


def _left(log: Log, wish: Wish) -> str:
    """A comment that was accepted without words of its own."""
    return "" if text_at(log.draft, wish.point.block)[0] is None else "Skrives i hånden."


def _decided(log: Log, wish: Wish) -> str:
    at, by = wish.point.decided_at, log.people.get(wish.point.decided_by, "")
    day = danish_date(in_denmark(at).date()) if at else ""
    return ", ".join(part for part in (day, f"ført til protokol af {by}" if by else "") if part)
