"""What stands around the strategy: other policies, money, follow-up and the recommendation."""

from collections.abc import Sequence
from decimal import Decimal

from strategykit.domain.approvals import Stage
from strategykit.domain.approving import destination, is_given, recommending
from strategykit.domain.areas import Area
from strategykit.domain.context import (
    BudgetKind,
    BudgetLine,
    FollowUp,
    OtherPolicy,
    economy_of,
)
from strategykit.domain.knowledge import Constraint
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Tone
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import (
    body,
    cut,
    date_or,
    ended,
    enumerated,
    item,
    kroner,
    phrase,
    quoted,
)
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref, refs

_NONE = "–"
_SUMS = {
    BudgetKind.COST: "udgifter på",
    BudgetKind.SAVING: "besparelser på",
    BudgetKind.FUNDING: "finansiering på",
}


def policies(leaf: Leaf) -> None:
    """Which they are, and how each hangs together with this one."""
    found = leaf.ground.of(OtherPolicy)
    if not found:
        leaf.nothing("Sammenhængen med andre politikker er ikke beskrevet.", "maal")
        return
    names = enumerated([phrase(policy.name) for policy in found])
    begins = leaf.ground.render("{Strategien}")
    leaf.say("navne", f"{begins} hænger sammen med {names}.", refs(found))
    told = [policy for policy in found if policy.relation.strip()]
    leaf.table(
        "tabel", "Sammenhæng med andre politikker", ("Politik eller plan", "Sammenhæng"),
        [(phrase(policy.name), item(policy.relation)) for policy in told],
        says=leaf.ground.render("Hver plan, og hvordan den hænger sammen med {strategien}."),
        rests_on=refs(told), widths=(0.32, 0.68),
    )  # fmt: skip
    untold = [quoted(policy.name) for policy in found if not policy.relation.strip()]
    if untold:
        begins = f"Det fremgår ikke, hvordan {leaf.ground.terms.strategien} hænger sammen med"
        said = f"{begins} {enumerated(untold)}."
        leaf.lack("sammenhaeng", said, "maal")


def economy(leaf: Leaf) -> None:
    """The frame, what the areas cost, the lines and their sums."""
    ground = leaf.ground
    lines = ground.of(BudgetLine)
    costed = [area for area in ground.areas if area.cost]
    if not lines and not costed:
        leaf.nothing("Økonomien er ikke beskrevet.", "maal")
    _frame(leaf)
    if costed:
        total = sum((area.cost or Decimal() for area in costed), Decimal())
        leaf.say("omraader", _areas_cost(leaf, costed, total), refs(costed))
    if lines:
        _sums(leaf, lines)
        _lines(leaf, lines)


def _frame(leaf: Leaf) -> None:
    """Constraints with an amount are the frame that the economy must keep within."""
    framed = [one for one in leaf.ground.of(Constraint) if one.amount is not None]
    for one in framed:
        begins = leaf.ground.render("{Strategien} skal holde sig inden for dette vilkår:")
        said = f"{begins} {phrase(one.text)} ({kroner(one.amount or Decimal())})."
        cites = leaf.ground.sources.constraint(one)
        leaf.say(f"vilkaar:{one.id}", said, (ref(one),), cites=cites)


def _areas_cost(leaf: Leaf, costed: Sequence[Area], total: Decimal) -> str:
    begins = leaf.ground.render("{Omraaderne}")
    told = enumerated([f"{phrase(a.name)} ({kroner(a.cost or Decimal())})" for a in costed])
    if not total:
        return ended(f"{begins} ventes tilsammen at gå i nul om året: {told}")
    what = "koste" if total > 0 else "spare"
    said = f"{begins} ventes tilsammen at {what} {kroner(abs(total))} om året: {told}"
    return ended(said)


def _sums(leaf: Leaf, lines: Sequence[BudgetLine]) -> None:
    """One sentence for each year that lines are given for; lines without a year by themselves."""
    years = sorted({line.year or 0 for line in lines})
    for year in years:
        same = [line for line in lines if (line.year or 0) == year and line.amount is not None]
        parts = [
            f"{_SUMS[kind]} {kroner(total)}"
            for kind in BudgetKind
            if (total := sum((_amount(n) for n in same if n.kind is kind), Decimal()))
        ]
        if parts:
            when = f"I {year}" if year else "Om året"
            said = ended(f"{when} er der {enumerated(parts)}")
            leaf.say(f"sum:{year or 'uden aar'}", f"{said}{_left(same)}", refs(same))
    unpriced = [quoted(line.text) for line in lines if line.amount is None]
    if unpriced:
        leaf.lack("beloeb", f"Der er ikke sat beløb på {enumerated(unpriced)}.", "maal")


def _left(lines: Sequence[BudgetLine]) -> str:
    """What nobody has found the money for yet."""
    left = economy_of(lines).left
    if left <= 0:
        return ""
    return f" Af udgifterne er {kroner(left)} endnu ikke dækket af besparelser eller finansiering."


def _amount(line: BudgetLine) -> Decimal:
    return line.amount or Decimal()


def _lines(leaf: Leaf, lines: Sequence[BudgetLine]) -> None:
    columns = ["Post", "Slags", "År", "Beløb", "Kilde eller bemærkning"]
    rows = [
        [
            phrase(line.text), capital(line.kind.value), str(line.year or _NONE),
            _NONE if line.amount is None else kroner(line.amount), phrase(line.source),
        ]
        for line in lines
    ]  # fmt: skip
    leaf.table(
        "tabel", "Udgifter, besparelser og finansiering", columns, rows,
        says="Hver post med slags, år, beløb i kroner om året og kilde.",
        rests_on=refs(lines), widths=(0.34, 0.15, 0.1, 0.17, 0.24),
    )  # fmt: skip


def follow_up(leaf: Leaf) -> None:
    """Who reports what to whom, and when."""
    found = leaf.ground.of(FollowUp)
    if not found:
        leaf.nothing("Opfølgningen er ikke aftalt.", "maal")
        return
    first = min((one for one in found if one.due), key=lambda o: (o.due, o.position), default=None)
    if first and first.due:
        leaf.say("foerste", f"Der bliver gjort status første gang den {danish_date(first.due)}.",
                 (ref(first),))  # fmt: skip
    rows = [
        (
            phrase(one.what), phrase(one.reporter) or _NONE, phrase(one.committee) or _NONE,
            date_or(one.due), phrase(one.rhythm) or _NONE,
        )
        for one in found
    ]  # fmt: skip
    leaf.table(
        "tabel", "Opfølgning", ("Hvad følges op", "Hvem gør status", "Over for", "Første gang",
                                "Hvor ofte"), rows,
        says="Hvad der følges op på, hvem der gør status over for hvem, og hvornår.",
        rests_on=refs(found), widths=(0.32, 0.18, 0.18, 0.16, 0.16),
    )  # fmt: skip
    loose = [
        quoted(one.what) for one in found if not (one.reporter.strip() and one.committee.strip())
    ]
    if loose:
        said = f"Det fremgår ikke, hvem der gør status over for hvem på {enumerated(loose)}."
        leaf.lack("hvem", said, "maal")


def recommendation(leaf: Leaf) -> None:
    """The committee's newest one; a text that is not given yet says so."""
    stages = leaf.ground.of(Stage)
    one = recommending(stages)
    if one is None:
        leaf.nothing("Udvalget har ikke givet sin indstilling.", "godkendelse")
        return
    rests = (ref(one, cut(one.recommendation)),)
    leaf.say("til", f"Udvalget indstiller til {body(destination(stages))}:", rests)
    leaf.tell("tekst", one.recommendation, rests, tone=Tone.STATEMENT)
    if one.day and is_given(one):
        leaf.say("givet", f"Indstillingen er givet den {danish_date(one.day)}.", rests)
    else:
        leaf.lack("givet", "Indstillingen er skrevet, men ikke givet.", "godkendelse")
