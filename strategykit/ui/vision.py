"""The page of dreams and agreed texts, one at a time."""

from strategykit.domain.boards import AT_VISION
from strategykit.ui.page import Visit
from strategykit.ui.statements import draw_statement
from strategykit.ui.swot import choice_row, draw_worked_board
from strategykit.ui.text import html_text


def draw_vision(visit: Visit) -> None:
    """The dreams and the proposals first, then each text of the template."""
    boards = {key: board for key in AT_VISION if (board := visit.template.board(key))}
    parts = {key: board.title for key, board in boards.items()}
    parts |= {plan.key: plan.title for plan in visit.template.statements}
    if not parts:
        html_text("Skabelonen har hverken drømme eller tekster til denne side.", cls="sv-empty")
        return
    row = choice_row("vision")
    chosen = row.segmented_control(
        "Del", list(parts), format_func=parts.__getitem__, default=next(iter(parts)),
        required=True, key="vision:part", persist_state="session", label_visibility="collapsed",
    )  # fmt: skip
    plan = visit.template.statement(str(chosen))
    if chosen in boards:
        draw_worked_board(visit, boards[str(chosen)], row)
    elif plan:
        draw_statement(visit, plan)
