"""A chosen area as one piece of HTML."""

from dataclasses import dataclass
from html import escape

from strategykit.domain.areas import Area, Holds, Measure, answers_of
from strategykit.domain.knowledge import EvidenceCard
from strategykit.domain.numbers import danish
from strategykit.domain.template import Principle
from strategykit.ui.text import plain

OPEN = "ikke besvaret"


@dataclass(frozen=True)
class Unfolded:
    """An area with all that belongs to it; `roots` say where it came from."""

    area: Area
    groups: tuple[str, ...]
    cards: tuple[EvidenceCard, ...]
    measures: tuple[Measure, ...]
    principles: tuple[Principle, ...]
    roots: tuple[str, ...]


def card_html(unfolded: Unfolded) -> str:
    """All that is written of the area, in the order of the draft; empty parts are left out."""
    area = unfolded.area
    parts = [
        _part("Valgt, fordi", plain(area.reason)),
        _part("Hvorfor", plain(area.why)),
        _part("Er for", _list(unfolded.groups)),
        _part("Sådan bringer det jer nærmere visionen", plain(area.vision_link)),
        _part("Det skal der gøres", _measures(unfolded)),
        _part("Bygger på", _evidence(unfolded)),
        _part(
            "Økonomi", "<br>".join(part for part in (cost_text(area), plain(area.economy)) if part)
        ),
        _part("Ansvarlig", plain(area.responsible)),
        _part("Vokset ud af", _list(unfolded.roots)),
    ]
    return (
        f'<article class="sv-area"><h2>{escape(area.name)}</h2><dl>{"".join(parts)}</dl></article>'
    )


def cost_text(area: Area) -> str:
    """What the area costs or saves a year, in words."""
    if area.cost is None:
        return ""
    if not area.cost:
        return "Ingen ny udgift."
    what = "Udgift" if area.cost > 0 else "Besparelse"
    return f"{what}: {danish(abs(area.cost))} kr. om året."


def _part(title: str, body: str) -> str:
    return f"<dt>{escape(title)}</dt><dd>{body}</dd>" if body else ""


def _list(items: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{plain(item)}</li>" for item in items) + "</ul>" if items else ""


def _evidence(unfolded: Unfolded) -> str:
    if unfolded.cards:
        return _list(tuple(f"{card.claim} ({card.source})" for card in unfolded.cards))
    why = plain(unfolded.area.no_evidence)
    return f"Ingen henvisning til viden, fordi: {why}" if why else ""


def _measures(unfolded: Unfolded) -> str:
    if not unfolded.measures:
        return ""
    items = "".join(
        f"<li>{plain(measure.text)}{_answers(measure, unfolded.principles)}</li>"
        for measure in unfolded.measures
    )
    return f"<ul>{items}</ul>"


def _answers(measure: Measure, principles: tuple[Principle, ...]) -> str:
    lines = [
        _answer(principle, answer)
        for principle, answer in zip(principles, answers_of(measure, len(principles)), strict=True)
    ]
    if measure.comment.strip():
        lines.append(f"<li>{plain(measure.comment)}</li>")
    return f'<ul class="sv-answers">{"".join(lines)}</ul>' if lines else ""


def _answer(principle: Principle, answer: str) -> str:
    warning = (
        f'<span class="sv-warning"><strong>Overvej:</strong> {plain(principle.warning)}</span>'
        if answer == Holds.NO
        else ""
    )
    return f"<li>{plain(principle.ask)} <strong>{plain(answer) or OPEN}</strong>{warning}</li>"
