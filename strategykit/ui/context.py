"""Other policies, money and follow-up."""

import streamlit as st

from strategykit.actions.context import add_policies
from strategykit.actions.registers import entries
from strategykit.domain.boards import counted
from strategykit.domain.context import (
    BudgetLine,
    Economy,
    FollowUp,
    OtherPolicy,
    economy_of,
    missing_policies,
)
from strategykit.domain.numbers import danish
from strategykit.errors import StrategyError
from strategykit.ui.area_card import cost_text
from strategykit.ui.forms import show_said, told
from strategykit.ui.goals import pursued_areas
from strategykit.ui.page import Visit
from strategykit.ui.register import (
    Register,
    draw_changes,
    draw_entries,
    draw_register,
    listed_in,
)
from strategykit.ui.text import html_table, html_text
from strategykit.ui.wording import worded


def draw_policies(visit: Visit) -> None:
    """What else the municipality has adopted that the strategy must fit."""
    html_text(worded(visit, "Hvilke andre politikker skal {strategien} passe sammen med?"),
              cls="sv-question")  # fmt: skip
    there = entries(visit.db, visit.process_id, OtherPolicy)
    missing = missing_policies(visit.template.policies, there)
    show_said("policies")
    if missing:
        html_text(f"Skabelonen foreslår: {', '.join(missing)}.", cls="sv-hint")
        st.button("Tilføj forslagene", key="policies:add", on_click=_add, args=(visit, missing))
    draw_register(
        Register(
            visit, OtherPolicy, title="Andre politikker og planer", adds="Tilføj politik",
            empty="Der er ingen andre politikker på listen endnu.", form_columns=1,
        )
    )  # fmt: skip


def draw_economy(visit: Visit) -> None:
    """What the areas cost, and the lines of the budget with their sum."""
    html_text("Hvad koster det, hvad kan det spare, og hvor kommer pengene fra?", cls="sv-question")
    areas = [a for a in pursued_areas(visit) if a.cost is not None or a.economy.strip()]
    if areas:
        html_table(
            worded(visit, "Som det er skrevet på {omraaderne}"),
            [worded(visit, "{Omraade}"), "Beløb", "I ord"],
            [[a.name, cost_text(a), a.economy] for a in areas],
        )
    register = Register(
        visit, BudgetLine, title="Poster", adds="Tilføj post", empty="Der er ingen poster endnu.",
        columns=("text", "kind", "amount", "year", "source"),
    )  # fmt: skip
    lines = listed_in(register)
    draw_entries(register, lines)
    if lines:
        html_text(_sum(economy_of(lines)), cls="sv-lack")
    draw_changes(register, lines)


def draw_follow_up(visit: Visit) -> None:
    """Who reports what to which committee, and when."""
    html_text("Hvem gør status, over for hvem og hvornår?", cls="sv-question")
    draw_register(
        Register(
            visit, FollowUp, title="Opfølgning", adds="Tilføj opfølgning",
            empty="Der er ingen aftaler om opfølgning endnu.",
        )
    )  # fmt: skip


def _add(visit: Visit, names: tuple[str, ...]) -> None:
    try:
        added = add_policies(visit.db, visit.who, visit.process_id, names)
    except StrategyError as error:
        told("policies", "error", str(error))
    else:
        told("policies", "success", f"Tilføjet: {counted(added, 'politik', 'politikker')}.")


def _sum(economy: Economy) -> str:
    parts = [
        f"Udgifter {danish(economy.cost)} kr.",
        f"Besparelser {danish(economy.saving)} kr.",
        f"Finansiering {danish(economy.funding)} kr.",
    ]
    left = economy.left
    if left > 0:
        parts.append(f"Der mangler {danish(left)} kr.")
    elif economy.cost:
        parts.append("Udgifterne er dækket.")
    if economy.uncounted:
        parts.append(f"{counted(economy.uncounted, 'post', 'poster')} uden beløb er ikke talt med.")
    return " ".join(parts)
