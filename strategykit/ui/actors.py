"""Stakeholders, actors, offers and groups, and what the offers leave out."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache

import streamlit as st

from strategykit.actions.actors import Reach, reach_of
from strategykit.charts.matrix import matrix_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.actors import (
    MATRIX,
    Actor,
    Offer,
    Stakeholder,
    Stance,
    held_too_far,
    matrix_points,
    stance,
)
from strategykit.domain.areas import TargetGroup
from strategykit.domain.baseline import EXAMPLE
from strategykit.domain.comparison_text import listed
from strategykit.domain.numbers import danish
from strategykit.domain.offers import coverage, gap_sentences
from strategykit.domain.wording import capital
from strategykit.ui.charts import draw_wide_chart
from strategykit.ui.page import Visit
from strategykit.ui.register import Register, draw_register
from strategykit.ui.text import html_list, html_table, html_text

UNKNOWN = "ikke oplyst"


def draw_actors(visit: Visit) -> None:
    """One of the registers, or what they say together."""
    sides = _sides(visit)
    first = next(iter(sides))
    chosen = st.segmented_control(
        "Vis", list(sides), default=first, required=True, key="actors:side",
        label_visibility="collapsed", persist_state="session",
    )  # fmt: skip
    sides[chosen or first](visit)


def _sides(visit: Visit) -> Mapping[str, Callable[[Visit], None]]:
    return {
        "Interessenter": _draw_stakeholders,
        "Aktører": _draw_actors,
        "Tilbud": _draw_offers,
        capital(visit.template.terms.grupper): _draw_groups,
        "Huller og overlap": _draw_gaps,
    }


def _draw_stakeholders(visit: Visit) -> None:
    html_text(
        f"Interessenter er dem, {visit.template.terms.strategien} betyder noget for, eller som kan "
        "fremme eller bremse arbejdet. Giv hver af dem interesse og indflydelse fra 1 (lidt) til "
        "5 (meget)."
    )
    drawing = st.container()
    known = draw_register(
        Register(
            visit,
            Stakeholder,
            title="Interessenter",
            adds="Tilføj interessent",
            empty="Der er ingen interessenter endnu. Begynd med dem, I skal have med.",
        )
    )
    if known:
        with drawing:
            _draw_matrix(known)


def _draw_matrix(known: Sequence[Stakeholder]) -> None:
    draw_wide_chart(_matrix(tuple(known)), "stakeholders")
    html_text("Fyldt mærke: intern. Tom ring: ekstern.", cls="sv-note")
    st.header("Det kalder placeringerne på", anchor=False)
    html_list([*_by_stance(known), *(_too_far(s) for s in held_too_far(known))])


def _by_stance(known: Sequence[Stakeholder]) -> Iterator[str]:
    for called_for in Stance:
        names = [s.name for s in known if stance(s) is called_for]
        if names:
            yield f"{capital(called_for)}: {listed(names)}."


def _too_far(stakeholder: Stakeholder) -> str:
    return (
        f"{stakeholder.name} har stor interesse og stor indflydelse, men "
        f"{stakeholder.involvement} kun. Overvej, om det er nok."
    )


@lru_cache(maxsize=64)
def _matrix(known: tuple[Stakeholder, ...]) -> Spec:
    return spec_of(matrix_chart(matrix_points(known), MATRIX))


def _draw_actors(visit: Visit) -> None:
    html_text(f"Aktører er dem, der møder {visit.template.terms.personerne} i hverdagen.")
    draw_register(
        Register(
            visit,
            Actor,
            title="Aktører",
            adds="Tilføj aktør",
            empty="Der er ingen aktører endnu.",
        )
    )


def _draw_offers(visit: Visit) -> None:
    groups = {group.id: group.name for group in reach_of(visit.db, visit.process_id).groups}
    if not groups:
        one, many = visit.template.terms.gruppe, visit.template.terms.grupper
        html_text(f"Skriv først jeres {many} ind, så kan hvert tilbud knyttes til en {one}.")
    draw_register(
        Register(
            visit,
            Offer,
            title="Tilbud",
            adds="Tilføj tilbud",
            empty="Der er ingen tilbud endnu.",
            choices={"target_groups": groups},
        )
    )


def _draw_groups(visit: Visit) -> None:
    terms = visit.template.terms
    html_text(f"{capital(terms.grupperne)} bruges igen, når {terms.omraaderne} vælges.")
    draw_register(
        Register(
            visit,
            TargetGroup,
            title=capital(terms.grupper),
            adds=f"Tilføj {terms.gruppe}",
            empty=f"Der er ingen {terms.grupper} endnu.",
            columns=("name", "need", "number", "share", "indicator"),
        )
    )


def _draw_gaps(visit: Visit) -> None:
    reach, terms = reach_of(visit.db, visit.process_id), visit.template.terms
    if not reach.groups:
        html_text(f"Der er ingen {terms.grupper} endnu, så huller kan ikke vises.", cls="sv-empty")
        return
    html_list(gap_sentences(reach.groups, reach.offers, terms.gruppe, terms.grupper))
    _draw_coverage(reach, terms.gruppe)


def _draw_coverage(reach: Reach, group_word: str) -> None:
    rows = [
        [
            found.group.name,
            _number(found.group),
            listed([offer.name for offer in found.offers]) if found.offers else "intet",
            str(found.places) if found.places is not None else UNKNOWN,
            found.verdict,
        ]
        for found in coverage(reach.groups, reach.offers)
    ]
    header = [capital(group_word), "Antal", "Tilbud", "Pladser i tilbuddene", "Hul eller overlap"]
    html_table("Hvem tilbuddene når", header, rows)


def _number(group: TargetGroup) -> str:
    if group.number is None:
        return UNKNOWN
    return f"{danish(group.number)}{f' ({EXAMPLE})' if group.invented else ''}"
