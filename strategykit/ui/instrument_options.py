"""Comparing models: what speaks for and against, points by weighted criteria, and the choice."""

from collections.abc import Sequence
from functools import lru_cache
from html import escape

import streamlit as st

from strategykit.charts.bars import bar_chart
from strategykit.charts.rendering import Spec, spec_of
from strategykit.domain.chart_data import Bar, Emphasis
from strategykit.domain.comparison_text import listed
from strategykit.domain.instrument_columns import CHOICE, MOST_SCORE, WEIGHTS
from strategykit.domain.instrument_options import (
    Choice,
    Scored,
    Weighed,
    choice_of,
    leading,
    weighed,
)
from strategykit.domain.instrument_rows import InstrumentRow, row_about
from strategykit.domain.instruments import InstrumentPlan
from strategykit.ui.charts import draw_chart
from strategykit.ui.instrument_forms import draw_item
from strategykit.ui.instrument_rows import RowForm
from strategykit.ui.page import Visit
from strategykit.ui.text import html_table, html_text, plain
from strategykit.ui.wording import worded

COMPARE, WEIGH, SCORE, CHOOSE = "Sammenligning", "Vægte", "Point", "Valg"
_MISSING = "mangler"


def draw_options(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    """The models beside each other, or one of the forms that fill them in."""
    part = st.segmented_control(
        "Del", [COMPARE, WEIGH, SCORE, CHOOSE], default=COMPARE, required=True,
        key=f"options:{plan.key}:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    if part == WEIGH:
        _draw_weights(visit, plan, rows)
    elif part == SCORE:
        _draw_scores(visit, plan, rows)
    elif part == CHOOSE:
        _draw_choice(visit, plan, rows)
    else:
        _draw_comparison(visit, plan, rows)


def _draw_comparison(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    options = weighed(plan, rows)
    if choice := choice_of(plan, rows):
        st.html(_chosen_html(visit, choice))
    _draw_models(visit, options)
    if not any(option.row for option in options):
        html_text("Giv hver model point under ”Point”, så står summerne her.", cls="sv-empty")
        return
    _draw_points(visit, options)


def _draw_points(visit: Visit, options: Sequence[Weighed]) -> None:
    titles = [worded(visit, option.option.title) for option in options]
    rows_shown = [_criterion_row(visit, scores) for scores in _by_criterion(options)]
    total = ["I alt", "", *(f"{o.total} af {o.most}" for o in options)]
    html_table("Point gange vægt", ["Kriterium", "Vægt", *titles], [*rows_shown, total])
    if any(option.total for option in options):
        draw_chart(_bars(tuple(_bar(visit, o, leading(options)) for o in options)))
    html_text(_said(visit, options), cls="sv-answer")


def _chosen_html(visit: Visit, choice: Choice) -> str:
    titles = listed([worded(visit, title) for title in choice.titles])
    what = "I har valgt en blanding af" if len(choice.titles) > 1 else "I har valgt"
    return (
        f'<p class="sv-vision"><strong>{what} {escape(titles)}.</strong> {plain(choice.reason)}</p>'
    )


def _draw_models(visit: Visit, options: Sequence[Weighed]) -> None:
    st.html('<div class="sv-models">' + "".join(_model(visit, o) for o in options) + "</div>")


def _model(visit: Visit, option: Weighed) -> str:
    of = option.option
    hint = worded(visit, of.hint)
    about = f'<p class="sv-ask">{plain(hint)}</p>' if hint else ""
    pros, cons = ([worded(visit, t) for t in said] for said in (of.pros, of.cons))
    lists = _side("Fordele", (*pros, *option.own_pros)) + _side(
        "Ulemper", (*cons, *option.own_cons)
    )
    title = plain(worded(visit, of.title))
    return f'<article class="sv-model"><h3>{title}</h3>{about}{lists}</article>'


def _side(name: str, texts: tuple[str, ...]) -> str:
    items = "".join(f"<li>{plain(text)}</li>" for text in texts)
    return f"<h4>{name}</h4>" + (f"<ul>{items}</ul>" if items else "<p>Ingen endnu.</p>")


def _by_criterion(options: Sequence[Weighed]) -> list[tuple[Scored, ...]]:
    return list(zip(*(option.scores for option in options), strict=True))


def _criterion_row(visit: Visit, scores: Sequence[Scored]) -> list[str]:
    first = scores[0]
    shown = [
        _MISSING if s.score is None else f"{s.score} × {s.weight} = {s.points}" for s in scores
    ]
    return [worded(visit, first.criterion.title), str(first.weight), *shown]


def _bar(visit: Visit, option: Weighed, best: Sequence[Weighed]) -> Bar:
    lacking = len(option.lacking)
    note = f"{lacking} kriterier mangler point" if lacking > 1 else "1 kriterium mangler point"
    return Bar(
        worded(visit, option.option.title), option.total, f"{option.total} af {option.most}",
        note if lacking else "", Emphasis.STRONG if option in best else Emphasis.PLAIN,
    )  # fmt: skip


@lru_cache(maxsize=64)
def _bars(bars: tuple[Bar, ...]) -> Spec:
    return spec_of(bar_chart(bars))


def _said(visit: Visit, options: Sequence[Weighed]) -> str:
    """What the points say, and what they do not say."""
    lacking = [worded(visit, o.option.title) for o in options if o.lacking]
    if lacking:
        return f"Summerne kan ikke sammenlignes endnu. Der mangler point til {listed(lacking)}."
    best = leading(options)
    names = listed([worded(visit, option.option.title) for option in best])
    if len(best) > 1:
        return f"{names} står lige med {best[0].total} point. Pointene afgør ikke valget."
    if not best:
        return "Ingen af modellerne har fået point."
    most = f"{names} har flest point: {best[0].total} af {best[0].most}."
    return f"{most} Pointene hjælper samtalen. Udvalget vælger."


def _draw_weights(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    html_text("Giv hvert kriterium en vægt fra 0 (tæller ikke) til 10 (tæller mest). Et tomt felt "
              "beholder skabelonens vægt.")  # fmt: skip
    begins = [[worded(visit, c.title), str(c.weight)] for c in plan.criteria]
    asked = RowForm(visit, plan, WEIGHTS, form_columns=2)
    draw_item(asked, row_about(rows, WEIGHTS), "Gem vægtene", "Jeres vægte")
    html_table("Her begynder skabelonen", ["Kriterium", "Vægt"], begins)


def _draw_scores(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    names = {item.key: worded(visit, item.title) for item in plan.items}
    key = st.selectbox("Model", list(names), format_func=names.__getitem__,
                       key=f"options:{plan.key}:model", persist_state="session")  # fmt: skip
    _draw_models(visit, [Weighed(o, None, ()) for o in plan.items if o.key == key])
    html_text(
        "Skriv flere fordele og ulemper, én på hver linje. Giv modellen point fra 0 (slet ikke) "
        f"til {MOST_SCORE} (helt) på hvert kriterium."
    )
    asked = RowForm(visit, plan, str(key), form_columns=2)
    lost = f"Jeres ord og point til ”{names[str(key)]}”"
    draw_item(asked, row_about(rows, str(key)), "Gem point", lost)


def _draw_choice(visit: Visit, plan: InstrumentPlan, rows: Sequence[InstrumentRow]) -> None:
    html_text("Vælg én model, eller flere, hvis I blander dem. Begrundelsen står i udkastet.")
    draw_item(
        RowForm(visit, plan, CHOICE),
        row_about(rows, CHOICE),
        "Gem valget",
        "Valget og begrundelsen",
    )
