"""The case's money, other policies, hearing and way through the bodies."""

from collections.abc import Sequence

from strategykit.domain.approvals import Outcome, Stage
from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse, given
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Paragraph, Table
from strategykit.drafting.compose.danish import enumerated
from strategykit.drafting.papers.before_body import Case
from strategykit.drafting.papers.version_text import told


def economy(case: Case) -> Sequence[Block]:
    """What the strategy says of its money."""
    return told(case.draft, case.material.template, "economy")


def others(case: Case) -> Sequence[Block]:
    """Other policies that the strategy must fit."""
    return told(case.draft, case.material.template, "policies")


def involvement(case: Case) -> Sequence[Block]:
    """The hearing, when there was one."""
    said: list[Block] = []
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
        said.append(
            Paragraph(
                f"hoering:{hearing.id}",
                f"Udkastet {state} i høring{period} hos {enumerated([p.name for p in mine])}. "
                f"{len(answered)} af {len(mine)} har svaret. Svarene står i høringsnotatet.",
            )
        )
    return said


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
