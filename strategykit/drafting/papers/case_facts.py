"""The case's money, other policies, hearing and way through the bodies."""

from collections.abc import Sequence

from strategykit.domain.approvals import Outcome, Stage
from strategykit.domain.context import BudgetLine, OtherPolicy, economy_of
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse, given
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Paragraph, Table, Tone
from strategykit.drafting.compose.danish import enumerated, kroner, sentence
from strategykit.drafting.papers.before_body import Case


def economy(case: Case) -> Sequence[Block]:
    """The lines of the economy with their sums."""
    lines = case.material.of(BudgetLine)
    if not lines:
        return []
    rows = tuple((ln.text, ln.kind.value, _amount(ln), str(ln.year or "")) for ln in lines)
    sums = economy_of(lines)
    table = Table("oekonomi", "", ("Post", "Slags", "Beløb om året", "År"), rows,
                  "Strategiens økonomi", widths=(0.46, 0.18, 0.24, 0.12))  # fmt: skip
    lacking = f"Der mangler finansiering af {kroner(sums.left)}." if sums.left > 0 else ""
    told = (
        f"Udgifter i alt {kroner(sums.cost)}, besparelser {kroner(sums.saving)} og finansiering "
        f"{kroner(sums.funding)}. {lacking}"
    ).strip()
    return [table, Paragraph("oekonomi:alt", told)]


def _amount(line: BudgetLine) -> str:
    return "ikke beregnet" if line.amount is None else kroner(line.amount)


def others(case: Case) -> Sequence[Block]:
    """Other policies that the strategy must fit."""
    return [
        Paragraph(f"politik:{p.id}", f"{p.name}: {sentence(p.relation)}" if p.relation else p.name,
                  tone=Tone.BULLET)
        for p in case.material.of(OtherPolicy)
    ]  # fmt: skip


def involvement(case: Case) -> Sequence[Block]:
    """The hearing, when there was one."""
    told: list[Block] = []
    parties = case.material.of(HearingParty)
    responses = case.material.of(HearingResponse)
    for hearing in case.material.of(Hearing):
        mine = [p for p in parties if p.hearing_id == hearing.id]
        if not mine:
            continue
        answered = {r.party_id for r in given(responses) if r.hearing_id == hearing.id}
        days = " til ".join(danish_date(d) for d in (hearing.starts, hearing.ends) if d)
        period = f" fra {days}" if days else ""
        state = "er" if hearing.is_open else "har været"
        told.append(
            Paragraph(
                f"hoering:{hearing.id}",
                f"Udkastet {state} i høring{period} hos {enumerated([p.name for p in mine])}. "
                f"{len(answered)} af {len(mine)} har svaret. Svarene står i høringsnotatet.",
            )
        )
    return told


def way(case: Case) -> Sequence[Block]:
    """Body by body, with dates and outcomes."""
    stages = case.material.of(Stage)
    if not stages:
        return []
    rows = tuple(
        (s.name, danish_date(s.day) if s.day else "ikke sat endnu", _outcome(s, case.stage))
        for s in stages
    )
    table = Table("sagsgang", "", ("Led", "Dato", "Udfald"), rows, "Sagens gang",
                  widths=(0.4, 0.25, 0.35))  # fmt: skip
    return [*involvement(case), table]


def _outcome(stage: Stage, here: Stage) -> str:
    if stage.id == here.id and stage.outcome is Outcome.WAITING:
        return "denne sag"
    return stage.outcome.value
