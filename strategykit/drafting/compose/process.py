"""How the strategy was made: phases, meetings, decisions, and where a phase was left early."""

from collections.abc import Sequence
from datetime import date

from strategykit.domain.catalogue import CRITERIA_SENTENCES
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.minorities import Minority
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Ref
from strategykit.domain.people import COMMITTEE, Person
from strategykit.domain.process import PhaseStart
from strategykit.domain.wording import capital
from strategykit.drafting.compose.danish import (
    counted,
    date_or,
    day_of,
    enumerated,
    quoted,
    sentence,
)
from strategykit.drafting.compose.ground import Ground
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.opening import opening
from strategykit.drafting.compose.refs import ref, refs
from strategykit.drafting.compose.votes import FILL, dissent_told, minority_list, minority_ref


def process(leaf: Leaf) -> None:
    """Phases, meetings, decisions; and the opening questions unless they stand elsewhere."""
    _phases(leaf)
    _meetings(leaf)
    _deviations(leaf)
    _decisions(leaf)
    if not leaf.ground.has_fill(FILL):  # a template from before there was an annex for it
        minority_list(leaf, (m for m in leaf.ground.of(Minority) if not m.decision_id))
    if not leaf.ground.has_fill("opening") and leaf.ground.template.opening_questions:
        opening(leaf.below("spoergsmaal", "Spørgsmål ved begyndelsen"))


def _phases(leaf: Leaf) -> None:
    """When each phase began; the column of meetings is left out until a meeting has a date."""
    ground = leaf.ground
    starts = _started(ground)
    dated = any(meeting.day for meeting in ground.of(Meeting))
    rows = [
        (phase.title, starts.get(phase.key, "–"), _meetings_in(ground, phase.key))
        for phase in ground.template.phases
    ]
    header = ("Fase", "Begyndt", "Møder i fasen")
    columns = len(header) if dated else len(header) - 1
    leaf.table(
        "faser", "Faserne i arbejdet", header[:columns], [row[:columns] for row in rows],
        says="For hver fase, hvornår den begyndte, og hvilke møder der hører til den.",
        rests_on=_phase_refs(ground), widths=(0.36, 0.22, 0.42) if dated else (0.64, 0.36),
    )  # fmt: skip


def _meetings_in(ground: Ground, phase: str) -> str:
    dated = [m for m in ground.of(Meeting) if m.phase == phase and m.day]
    return "\n".join(f"{m.title}, {date_or(m.day)}" for m in dated) or "–"


def _phase_refs(ground: Ground) -> tuple[Ref, ...]:
    titles = {phase.key: phase.title for phase in ground.template.phases}
    return tuple(
        ref(start, f"{titles.get(start.phase, start.phase)} {day_of(start.at)}")
        for start in ground.of(PhaseStart)
    )


def _started(ground: Ground) -> dict[str, str]:
    """The day of the last time that each phase was entered; the first begins with the process."""
    first = ground.template.phases[0].key
    made = ground.process.created_at
    begun = {first: day_of(made)} if made else {}
    return begun | {start.phase: day_of(start.at) for start in ground.of(PhaseStart)}


def _meetings(leaf: Leaf) -> None:
    ground = leaf.ground
    today = ground.setting.today
    dated = sorted((m for m in ground.of(Meeting) if m.day), key=lambda m: (m.day, m.position))
    held = [m for m in dated if m.day and m.day <= today]
    ahead = [m for m in dated if m.day and m.day > today]
    if not dated:
        leaf.lack("moeder", "Udvalgets møder har ingen dato endnu.", "plan")
    if held:
        many = counted(len(held), "ét møde", "møder")
        told = enumerated([_told(ground, meeting) for meeting in held])
        leaf.say("moeder", f"Udvalget har holdt {many}: {told}.", refs(held))
    if ahead:
        many = counted(len(ahead), "ét møde", "møder") + (" mere" if held else "")
        told = enumerated([f"{m.title} {_on(m.day)}" for m in ahead])
        leaf.say("moeder:kommende", f"Der er planlagt {many}: {told}.", refs(ahead))


def _told(ground: Ground, meeting: Meeting) -> str:
    """A meeting with its day and how many of the committee were there."""
    members = [p.id for p in ground.of(Person) if p.role in COMMITTEE]
    there = len([one for one in members if one not in meeting.absent])
    count = f" ({there} af {len(members)} medlemmer til stede)" if members else ""
    return f"{meeting.title} {_on(meeting.day)}{count}"


def _on(day: date | None) -> str:
    return f"den {danish_date(day)}" if day else ""


def _deviations(leaf: Leaf) -> None:
    titles = {phase.key: phase.title for phase in leaf.ground.template.phases}
    for start in leaf.ground.of(PhaseStart):
        if start.unmet:
            title = titles.get(start.phase, start.phase)
            when = f"Da udvalget gik videre til fasen {quoted(title)} den {day_of(start.at)}"
            reason = f" Begrundelsen var: {sentence(start.reason)}" if start.reason.strip() else ""
            said = f"{when}, {_unmet(start.unmet)}.{reason}"
            leaf.say(f"afvigelse:{start.id}", said, (ref(start, title),))


def _unmet(keys: Sequence[str]) -> str:
    said = enumerated([quoted(CRITERIA_SENTENCES.get(key, key)) for key in keys])
    one = len(keys) == 1
    return f"var {'dette krav' if one else 'disse krav'} ikke opfyldt: {said}"


def _decisions(leaf: Leaf) -> None:
    """The decisions themselves, or where they stand when the document has an annex for them."""
    decisions = leaf.ground.of(Decision)
    if not decisions:
        return
    many = counted(len(decisions), "én beslutning", "beslutninger")
    annex = leaf.ground.title_of("annex_process")
    if annex:
        they = "Den" if len(decisions) == 1 else "De"
        said = f"På møderne har udvalget truffet {many}. {they} står i bilaget {quoted(annex)}."
        leaf.say("beslutninger", said, refs(decisions))
        return
    leaf.say("beslutninger", f"På møderne har udvalget truffet {many}:", refs(decisions))
    decision_list(leaf)


def decision_list(leaf: Leaf) -> None:
    """Each decision with its meeting and its reason, and whether a minority spoke to it.

    What the minority said follows here when the document has no annex for it.
    """
    meetings = {meeting.id: meeting for meeting in leaf.ground.of(Meeting)}
    for decision in leaf.ground.of(Decision):
        meeting = meetings.get(decision.meeting_id)
        where = f"{meeting.title} {_on(meeting.day)}".strip() + ": " if meeting else ""
        reason = f" Begrundelse: {sentence(decision.reason)}" if decision.reason.strip() else ""
        against = [m for m in leaf.ground.of(Minority) if m.decision_id == decision.id]
        dissent = dissent_told(leaf.ground, against)
        parts = (f"{capital(where)}{sentence(decision.text)}{reason}", dissent)
        rests = (ref(decision), *(minority_ref(one) for one in against))
        leaf.bullet(f"beslutning:{decision.id}", " ".join(p for p in parts if p), rests)
        if against and not dissent:
            minority_list(leaf, against)
