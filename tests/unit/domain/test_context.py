"""The sums of the economy, and the policies that are not on the list yet."""

from decimal import Decimal

from strategykit.domain.context import (
    BudgetKind,
    BudgetLine,
    OtherPolicy,
    economy_of,
    missing_policies,
)


def line(kind: BudgetKind, amount: str | None) -> BudgetLine:
    value = None if amount is None else Decimal(amount)
    return BudgetLine(id=f"{kind}{amount}", process_id="p", text="Post", kind=kind, amount=value)


def test_the_sums_say_what_is_not_paid_for() -> None:
    economy = economy_of(
        [
            line(BudgetKind.COST, "1100000"),
            line(BudgetKind.COST, "200000"),
            line(BudgetKind.SAVING, "700000"),
            line(BudgetKind.FUNDING, "250000.50"),
            line(BudgetKind.COST, None),
        ]
    )

    assert (economy.cost, economy.saving, economy.funding) == (
        1300000,
        700000,
        Decimal("250000.50"),
    )
    assert economy.left == Decimal("349999.50")
    assert economy.uncounted == 1


def test_a_policy_is_on_the_list_however_it_is_written() -> None:
    there = [OtherPolicy(id="1", process_id="p", name="  sundhedspolitikken ")]

    assert missing_policies(["Sundhedspolitikken", "Handicappolitikken"], there) == (
        "Handicappolitikken",
    )
