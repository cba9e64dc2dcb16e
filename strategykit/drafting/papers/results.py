"""What the later phases gave: texts, areas, goals, the nulpunkt and the indstilling."""

from strategykit.domain.approvals import Stage
from strategykit.domain.approving import destination, is_given, recommending
from strategykit.domain.areas import Area, Choice
from strategykit.domain.baseline import Baseline
from strategykit.domain.clock import in_denmark
from strategykit.domain.goals import Criterion, Goal, lacks
from strategykit.domain.numbers import danish_date, with_unit
from strategykit.domain.outline import Block, Paragraph, Section, Table, Tone
from strategykit.domain.statements import Statement
from strategykit.domain.wording import capital
from strategykit.drafting.papers.occasion import Occasion, section


def texts_section(occasion: Occasion) -> tuple[Section, ...]:
    """Each common text as it stands, and whether it is agreed."""
    kept = {s.key: s for s in occasion.material.of(Statement)}
    plans = [p for p in occasion.material.template.statements if p.key in kept]
    written = [(plan.title, kept[plan.key]) for plan in plans if kept[plan.key].text.strip()]
    return tuple(Section(f"tekst {one.key}", title, 1, _text_blocks(one)) for title, one in written)


def areas_section(occasion: Occasion) -> tuple[Section, ...]:
    """What is pursued, what steps back, and why."""
    dots = occasion.material.dots
    order = (Choice.PURSUED, Choice.SET_BACK, Choice.OPEN)
    areas = sorted(
        occasion.material.of(Area), key=lambda a: (order.index(a.choice), -dots.get(a.id, 0))
    )
    rows = tuple((a.name, str(dots.get(a.id, 0)), a.choice.value, a.reason) for a in areas)
    title = occasion.material.template.terms.areas
    header = ("Forslag", "Prikker", "Beslutning", "Begrundelse")
    table = Table("omraader", "", header, rows, f"{title} med prikker og beslutning",
                  widths=(0.32, 0.12, 0.2, 0.36))  # fmt: skip
    return section("omraader", capital(title), (table,) if rows else ())


def goals_section(occasion: Occasion) -> tuple[Section, ...]:
    """Each goal with its way, its owner and what it still needs."""
    criteria = occasion.material.of(Criterion)
    rows = tuple(
        (g.text, _way(g), str(g.year or ""), g.owner, ", ".join(lacks(g, criteria)) or "intet")
        for g in occasion.material.of(Goal)
    )
    header = ("Mål", "Fra og til", "År", "Ansvarlig", "Mangler")
    table = Table("maal", "", header, rows, "Mål med vej, år, ansvarlig og hvad der mangler",
                  widths=(0.34, 0.18, 0.09, 0.19, 0.2))  # fmt: skip
    return section("maal", "Mål", (table,) if rows else ())


def baseline_section(occasion: Occasion) -> tuple[Section, ...]:
    """That the nulpunkt is locked, and when."""
    locked = occasion.material.of(Baseline)
    if not locked:
        return ()
    newest = max(locked, key=lambda b: b.number)
    day = danish_date(in_denmark(newest.frozen_at).date())
    text = f"Nulpunktet er låst den {day} med {len(newest.figures)} tal."
    return section("nulpunkt", "Nulpunkt", (Paragraph("nulpunkt", text),))


def recommendation_section(occasion: Occasion) -> tuple[Section, ...]:
    """What the committee recommends, to whom, and when it was given."""
    stages = occasion.material.of(Stage)
    written = recommending(stages)
    blocks = [_recommended(written, destination(stages))] if written else []
    return section("indstilling", "Indstilling", blocks)


def _recommended(one: Stage, to: str) -> Paragraph:
    day = danish_date(one.day) if one.day and is_given(one) else ""
    given = f"Givet den {day}" if day else "Endnu ikke givet"
    text = f"{one.recommendation} ({given} til {to}.)"
    return Paragraph(f"indstilling {one.id}", text, tone=Tone.STATEMENT)


def _text_blocks(one: Statement) -> tuple[Block, ...]:
    agreed = one.agreed_at
    state = (
        f"Vedtaget i udvalget den {danish_date(in_denmark(agreed).date())}."
        if agreed
        else f"Under arbejde. Det er udgave {one.version}."
    )
    return (
        Paragraph(f"tekst {one.key}", one.text, tone=Tone.STATEMENT),
        Paragraph(f"tekst {one.key} stand", state),
    )


def _way(goal: Goal) -> str:
    start = "ikke målt endnu" if goal.start is None else f"fra {with_unit(goal.start, goal.unit)}"
    return start if goal.target is None else f"{start} til {with_unit(goal.target, goal.unit)}"
