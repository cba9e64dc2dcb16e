"""The annexes of the hearing: every answer, and what those said whom the strategy is for."""

from collections.abc import Sequence

from strategykit.domain.hearings import (
    ANSWER_COLUMNS,
    ANSWER_WIDTHS,
    GONE_CHAPTER,
    WHOLE,
    WHOLE_TITLE,
    Hearing,
    HearingParty,
    HearingResponse,
    answer_row,
    by_chapter,
    given,
)
from strategykit.domain.numbers import danish_date
from strategykit.drafting.compose.danish import enumerated, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.refs import ref, refs


def annex_hearing(leaf: Leaf) -> None:
    """Each hearing with its answers, what was thought of them and what they changed."""
    hearings = leaf.ground.of(Hearing)
    if not hearings:
        leaf.nothing("")
    for number, hearing in enumerate(hearings, start=1):
        here = leaf
        if len(hearings) > 1:
            here = leaf.below(hearing.id, f"Høring {number}, version {hearing.number}")
        _hearing(here, hearing)


def annex_heard(leaf: Leaf) -> None:
    """The answers of those who speak for the people that the strategy is for."""
    young = [p for p in leaf.ground.of(HearingParty) if p.young]
    said = [
        r for r in given(leaf.ground.of(HearingResponse)) if r.party_id in {p.id for p in young}
    ]
    if not said:
        leaf.nothing("")
    _answers(leaf, young, said)


def _hearing(leaf: Leaf, hearing: Hearing) -> None:
    parties = [p for p in leaf.ground.of(HearingParty) if p.hearing_id == hearing.id]
    said = [r for r in given(leaf.ground.of(HearingResponse)) if r.hearing_id == hearing.id]
    leaf.say("spurgt", _asked(hearing, parties), refs([hearing]) + refs(parties))
    answered = {r.party_id for r in said}
    names = [phrase(p.name) for p in parties if p.id in answered]
    if names:
        leaf.say("svaret", f"Der er kommet svar fra {enumerated(names)}.", refs(parties))
    elif parties:
        leaf.say("svaret", "Der er ikke kommet svar.", refs(parties))
    _answers(leaf, parties, said)
    open_ = sum(not r.is_assessed for r in said)
    if open_:
        one = "Ét høringssvar er" if open_ == 1 else f"{open_} høringssvar er"
        leaf.lack(f"vurdering:{hearing.id}", f"{one} ikke vurderet.", "hoering")


def _asked(hearing: Hearing, parties: Sequence[HearingParty]) -> str:
    days = [danish_date(day) for day in (hearing.starts, hearing.ends) if day]
    period = f" fra {days[0]} til {days[1]}" if len(days) == 2 else ""  # noqa: PLR2004 - both ends
    whom = f" hos {enumerated([phrase(p.name) for p in parties])}" if parties else ""
    state = "er" if hearing.is_open else "har været"
    return f"Version {hearing.number} af udkastet {state} i høring{period}{whom}."


def _answers(
    leaf: Leaf, parties: Sequence[HearingParty], responses: Sequence[HearingResponse]
) -> None:
    plans = leaf.ground.template.document.sections
    titles = {p.key: leaf.ground.render(p.title) for p in plans if not p.annex}
    titles[WHOLE] = WHOLE_TITLE
    names = {party.id: party.name for party in parties}
    for key, mine in by_chapter(tuple(titles), responses):
        title = titles.get(key, GONE_CHAPTER)
        leaf.below(f"svar:{key}", title).table(
            "tabel", f"Høringssvar under {quoted(title)}", ANSWER_COLUMNS,
            [answer_row(r, names) for r in mine],
            says=f"Høringssvar til {title} med vurdering og ændring.",
            rests_on=[ref(r, f"{names.get(r.party_id, '')}: {r.text}") for r in mine],
            widths=ANSWER_WIDTHS,
        )  # fmt: skip
