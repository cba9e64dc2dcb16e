"""Goals at tables on the phone: the own table's goals, the form of its writer, all when closed."""

from dataclasses import dataclass
from typing import Any

from strategykit.actions.goal_tables import TableView, tables_at
from strategykit.domain.comparison_text import listed
from strategykit.domain.goal_sheets import GoalCard
from strategykit.domain.goals import start_text, target_text
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import called
from strategykit.participation.goal_form import NEW, Row, criterion_rows, sub_rows, values_of
from strategykit.participation.parts import Part, Stand


@dataclass(frozen=True)
class Sheet:
    """The form that the table's writer has before them; `card` is None for a new goal."""

    card: GoalCard | None
    values: dict[str, str]
    subs: tuple[Row, ...]
    criteria: tuple[Row, ...]

    @property
    def key(self) -> str:
        """What the form is called on the page."""
        return self.card.goal.id if self.card else NEW


def seat_at(tables: tuple[TableView, ...], person_id: str) -> TableView | None:
    """The table at which the person sits."""
    return next((one for one in tables if person_id in one.table.person_ids), None)


def names_told(one: TableView) -> str:
    """Everybody at the table."""
    return listed([called(person) for person in one.people]) if one.people else "ingen endnu"


def measured_told(card: GoalCard) -> str:
    """What the goal is measured on, from where and to where; empty while nothing is said."""
    goal = card.goal
    way = (("fra", start_text(goal)), ("til", target_text(goal)))
    told = " ".join(f"{word} {text}" for word, text in way if text)
    parts = [f"Måles på {goal.indicator}" if goal.indicator else "", told]
    said = ", ".join(part for part in parts if part)
    return said[:1].upper() + said[1:]


def due_told(card: GoalCard) -> tuple[str, ...]:
    """Each sub-goal with its day."""
    return tuple(
        f"{sub.text} ({danish_date(sub.due)})" if sub.due else sub.text for sub in card.sub_goals
    )


def _fill(stand: Stand) -> dict[str, Any]:
    tables = tables_at(stand.store, stand.step)
    own = seat_at(tables, stand.attendee.person_id)
    writes = own is not None and own.table.writer_id == stand.attendee.person_id
    shown = tables if stand.step.is_closed or own is None else (own,)
    return {
        "tables": shown, "own": own, "writes": writes, "new": NEW, "called": called,
        "sheet": _sheet(own, stand.chosen) if own and writes else None,
        "names": names_told, "measured": measured_told, "due": due_told,
    }  # fmt: skip


def _sheet(own: TableView, chosen: str) -> Sheet | None:
    """The goal that was chosen; the only one, or a new one while there is none, comes by itself."""
    card = next((card for card in own.goals if card.goal.id == chosen), None)
    if card is None and len(own.goals) == 1 and chosen != NEW:
        card = own.goals[0]
    if card is None and own.goals and chosen != NEW:
        return None
    return Sheet(
        card, values_of(card.goal if card else None), sub_rows(card), criterion_rows(card)
    )  # fmt: skip


TABLES = Part("deltag_borde.html", _fill)
