"""Goals at tables on the wall: who sits where, then each table's goals as it presents them."""

from collections.abc import Iterable, Sequence

from strategykit.actions.goal_tables import TableView
from strategykit.domain.goal_sheets import GoalCard
from strategykit.domain.goals import start_text, target_text
from strategykit.domain.numbers import danish_date
from strategykit.domain.people import called
from strategykit.participation.projector_cards import Card, Column, Sheet, sheets_of

FINISHED = "Bordet er færdigt"


def seating_sheets(tables: Sequence[TableView]) -> tuple[Sheet, ...]:
    """Every table with its area and its people."""
    cards = tuple(_table_card(each) for each in tables)
    return (Sheet((Column("", len(cards), cards),), min(len(cards), 3)),)


def presenting(tables: Sequence[TableView]) -> TableView | None:
    """The first table that has not told the room of its goals; None when all have."""
    return next((each for each in tables if not each.table.presented), None)


def goals_of_table(each: TableView) -> tuple[Sheet, ...]:
    """One table's goals, as large as they go."""
    cards = _goal_cards(each)
    return (Sheet((Column("", len(cards), cards),), min(len(cards), 2)),) if cards else ()


def goals_of_all(tables: Sequence[TableView]) -> tuple[Sheet, ...]:
    """The goals of every area that a table has worked on, each area once."""
    areas = {each.area.id: each for each in tables}
    return sheets_of([
        Column(each.area.name, len(each.goals), _goal_cards(each))
        for each in areas.values()
    ])  # fmt: skip


def _table_card(each: TableView) -> Card:
    names = ", ".join(called(person) for person in each.people) or "Ingen ved bordet endnu"
    told = [names, *([FINISHED] if each.table.finished else [])]
    return _card(each.table.id, f"Bord {each.table.number}: {each.area.name}", told)


def _goal_cards(each: TableView) -> tuple[Card, ...]:
    """The goals, and last the criteria that belong to the area and not to one of them."""
    found = [_goal_card(goal) for goal in each.goals]
    shared = [one.text for goal in each.goals[:1] for one in goal.area_criteria]
    if shared:
        found.append(_card(each.area.id, "Kvalitetskriterier", shared))
    return tuple(found)


def _goal_card(card: GoalCard) -> Card:
    goal = card.goal
    way = [("Fra", start_text(goal)), ("Til", target_text(goal))]
    subs = [(s.text, f" inden {danish_date(s.due)}" if s.due else "") for s in card.sub_goals]
    told = [
        " ".join(f"{word} {said}" for word, said in way if said).replace(" Til ", " til "),
        *(f"Delmål: {text}{due}" for text, due in subs),
        *(f"Kriterium: {one.text}" for one in card.criteria),
    ]
    return _card(goal.id, goal.text, told)


def _card(card_id: str, heading: str, told: Iterable[str]) -> Card:
    lines = enumerate(text for text in told if text)
    inside = tuple(Card(f"{card_id} {number}", text) for number, text in lines)
    return Card(card_id, heading, "", inside)
