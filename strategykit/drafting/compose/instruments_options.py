"""Models held up against each other: for and against, the weighted comparison, and the choice."""

from collections.abc import Sequence

from strategykit.domain.chart_data import Bar, BarGroup, Emphasis
from strategykit.domain.chart_text import groups_text
from strategykit.domain.instrument_columns import CHOICE, MOST_SCORE, WEIGHTS
from strategykit.domain.instrument_options import Choice, Weighed, choice_of, leading, weighed
from strategykit.domain.instrument_rows import InstrumentRow
from strategykit.domain.numbers import danish
from strategykit.domain.outline import Bars
from strategykit.drafting.compose.danish import (
    counted,
    enumerated,
    item,
    phrase,
    quoted,
    sentence,
)
from strategykit.drafting.compose.instruments_filled import NONE, Filled, name, named

_TOTAL = "Point i alt"


def options(filled: Filled) -> None:
    """What was compared and how, and what came of it."""
    models = weighed(filled.plan, filled.rows)
    many = counted(len(models), "én model", "modeller")
    titles = enumerated([_title(filled, model) for model in models])
    filled.begin(f"Udvalget har set på {many}: {titles}.")
    _for_and_against(filled, models)
    if any(scored.score is not None for model in models for scored in model.scores):
        _compared(filled, models)
    _chosen(filled, models)


def _title(filled: Filled, model: Weighed) -> str:
    return phrase(filled.words(model.option.title))


def _rows(filled: Filled, models: Sequence[Weighed]) -> list[InstrumentRow]:
    weights = [row for row in filled.rows if row.item == WEIGHTS]
    return [*weights, *(model.row for model in models if model.row)]


def _for_and_against(filled: Filled, models: Sequence[Weighed]) -> None:
    """One line for each thing that was said."""
    rows = [
        (name(_title(filled, model)), _listed(filled, model.pros), _listed(filled, model.cons))
        for model in models
        if model.pros or model.cons
    ]
    filled.leaf.table(
        "for og imod", "Fordele og ulemper ved modellerne", ("Model", "Fordele", "Ulemper"), rows,
        says="Hver model med det, der taler for den, og det, der taler imod den.",
        rests_on=filled.refs(model.row for model in models if model.row),
        widths=(0.24, 0.38, 0.38),
    )  # fmt: skip


def _listed(filled: Filled, texts: Sequence[str]) -> str:
    several = len(texts) > 1
    said = [sentence(filled.words(text)) if several else item(filled.words(text)) for text in texts]
    return "\n".join(said) or NONE


def _compared(filled: Filled, models: Sequence[Weighed]) -> None:
    rows = filled.refs(_rows(filled, models))
    said = (
        f"Hver model har fået en karakter fra 0 til {MOST_SCORE} på hvert kriterium. Karakteren er "
        "ganget med kriteriets vægt, så det vigtigste tæller mest."
    )
    filled.leaf.say("sammenligning", said, rows)
    _comparison(filled, models)
    _drawn(filled, models)
    filled.leaf.say("flest", _most(filled, models), rows)
    for model in models:
        if model.lacking:
            lacks = named([filled.words(criterion.title) for criterion in model.lacking])
            said = f"{quoted(_title(filled, model))} har ikke fået karakter for {lacks}."
            filled.lack(f"karakter:{model.option.key}", said)


def _comparison(filled: Filled, models: Sequence[Weighed]) -> None:
    rows = [
        (
            name(filled.words(criterion.title)), danish(models[0].scores[place].weight),
            *(_score(model.scores[place].score) for model in models),
        )
        for place, criterion in enumerate(filled.plan.criteria)
    ]  # fmt: skip
    totals = (_TOTAL, NONE, *(danish(model.total) for model in models))
    header = ("Kriterium", "Vægt", *(name(_title(filled, model)) for model in models))
    wishes = (3.2, 0.8, *[1.6] * len(models))
    filled.leaf.table(
        "vaegtet", "Modellerne holdt op imod kriterierne", header, [*rows, totals],
        says="Hvert kriterium med sin vægt og hver models karakter. Nederst står point i alt.",
        rests_on=filled.refs(_rows(filled, models)),
        widths=tuple(wish / sum(wishes) for wish in wishes),
    )  # fmt: skip


def _score(score: int | None) -> str:
    return NONE if score is None else danish(score)


def _drawn(filled: Filled, models: Sequence[Weighed]) -> None:
    chosen = _picked(filled)
    bars = tuple(
        Bar(
            _title(filled, model), model.total, f"{danish(model.total)} point",
            "valgt" if model.option.title in chosen else "",
            Emphasis.STRONG if model.option.title in chosen else Emphasis.PLAIN,
        )
        for model in models
    )  # fmt: skip
    drawn = Bars((BarGroup("", bars),))
    alt = groups_text(drawn.groups)
    caption = f"Point i alt til modellerne, højst {danish(models[0].most)}"
    filled.leaf.figure("point", caption, alt, drawn, filled.refs(_rows(filled, models)))


def _picked(filled: Filled) -> tuple[str, ...]:
    choice = choice_of(filled.plan, filled.rows)
    return choice.titles if choice else ()


def _most(filled: Filled, models: Sequence[Weighed]) -> str:
    best = leading(models)
    if not best or len(models) == 1:
        return ""
    names = enumerated([quoted(_title(filled, model)) for model in best])
    points = f"{danish(best[0].total)} af {danish(best[0].most)} mulige"
    if len(best) == len(models):
        return f"Modellerne har lige mange point, {points}."
    return f"Flest point har {names} med {points}{' til hver' if len(best) > 1 else ''}."


def _chosen(filled: Filled, models: Sequence[Weighed]) -> None:
    """The choice with its reason; when another model has more points, that is said."""
    choice = choice_of(filled.plan, filled.rows)
    if choice is None:
        filled.lack("valg", f"{filled.title}: Udvalget har ikke valgt en model.")
        return
    rests = filled.refs(row for row in filled.rows if row.item == CHOICE)
    filled.leaf.say("valg", _said(filled, choice), rests)
    filled.leaf.tell("begrundelse", f"Begrundelsen er: {sentence(choice.reason)}", rests)
    best = {model.option.title for model in leading(models)}
    if best and not best & set(choice.titles):
        said = "Valget er faldet på noget andet end det, der har flest point."
        filled.leaf.say("andet", said, rests)


def _said(filled: Filled, choice: Choice) -> str:
    titles = enumerated([quoted(filled.words(title)) for title in choice.titles])
    if len(choice.titles) > 1:
        return f"Udvalget har valgt en blanding af {titles}."
    return f"Udvalget har valgt {titles}."
