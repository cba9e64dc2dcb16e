"""The papers of a hearing: the form to answer in, the note of answers, what the young said."""

from collections.abc import Iterator, Mapping, Sequence

from strategykit.domain.hearings import Hearing, HearingParty, HearingResponse, chapters_of
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Block, Draft, Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper

_NO_ANSWER = "ikke vurderet endnu"
_ROOM = "\n\n\n"


def response_form(draft: Draft, hearing: Hearing, party: str, sender: str) -> Paper:
    """A heading for each chapter with room for the answer below, to be filled in at home."""
    sections = tuple(Section(key, title, 1, (_room(key),)) for key, title in chapters_of(draft))
    facts = (("Høringspart", party), ("Frist", danish_date(hearing.ends) if hearing.ends else ""))
    return Paper(
        title=f"Høringssvar til {draft.cover.title}",
        subtitle=(
            "Skriv i felterne under overskrifterne. Lad et felt stå tomt, hvis I ikke har noget at "
            "sige til kapitlet. Ret ikke i overskrifterne, for på dem findes svarene igen."
        ),
        sender=sender,
        facts=tuple((name, value) for name, value in facts if value),
        sections=sections,
        notice=draft.cover.notice,
    )


def hearing_note(
    draft: Draft, hearing: Hearing, parties: Sequence[HearingParty],
    responses: Sequence[HearingResponse], sender: str,
) -> Paper:  # fmt: skip
    """The høringsnotat: each answer with its assessment and what it changed."""
    return Paper(
        title="Høringsnotat",
        subtitle=draft.cover.title,
        sender=sender,
        facts=_facts(hearing, parties, responses),
        sections=tuple(note_sections(draft, parties, responses)),
        notice=draft.cover.notice,
    )


def young_list(
    draft: Draft, parties: Sequence[HearingParty], responses: Sequence[HearingResponse],
    sender: str, who: str,
) -> Paper:  # fmt: skip
    """What those said whom the strategy is for, and what was done about it."""
    young = {p.id for p in parties if p.young}
    said = [r for r in responses if r.party_id in young]
    return Paper(
        title=f"Det sagde {who}, og det gjorde vi",
        subtitle=draft.cover.title,
        sender=sender,
        sections=tuple(note_sections(draft, parties, said)),
        notice=draft.cover.notice,
    )


def note_sections(
    draft: Draft, parties: Sequence[HearingParty], responses: Sequence[HearingResponse]
) -> Iterator[Section]:
    """A section for each chapter that somebody answered to, in the order of the draft."""
    names = {party.id: party.name for party in parties}
    titles = dict(chapters_of(draft))
    keys = [*titles, *sorted({r.section for r in responses} - set(titles))]
    for key in keys:
        mine = [r for r in responses if r.section == key]
        if mine:
            title = titles.get(key, "Et kapitel, som ikke er i udkastet længere")
            yield Section(f"svar:{key}", title, 1, (_answers(key, mine, names),))
    if not responses:
        nobody = Paragraph("svar:ingen", "Der er ikke kommet høringssvar.", tone=Tone.BODY)
        yield Section("svar", "Høringssvar", 1, (nobody,))


def _answers(key: str, responses: Sequence[HearingResponse], names: Mapping[str, str]) -> Block:
    rows = tuple(
        (names.get(r.party_id, ""), r.text, r.assessment or _NO_ANSWER, r.change or "ingen")
        for r in responses
    )
    return Table(
        f"svar:{key}:tabel", "", ("Høringspart", "Svar", "Vurdering", "Ændring"), rows,
        "Høringssvar med vurdering og ændring", widths=(0.17, 0.37, 0.26, 0.2),
    )  # fmt: skip


def _facts(
    hearing: Hearing, parties: Sequence[HearingParty], responses: Sequence[HearingResponse]
) -> tuple[tuple[str, str], ...]:
    days = [danish_date(day) for day in (hearing.starts, hearing.ends) if day]
    answered = {r.party_id for r in responses}
    silent = [party.name for party in parties if party.id not in answered]
    told = (
        ("Periode", " til ".join(days)),
        ("Version", f"udkastets version {hearing.number}"),
        ("Svar", f"{len(answered)} af {len(parties)} høringsparter har svaret"),
        ("Ikke svaret", ", ".join(silent)),
    )
    return tuple((name, value) for name, value in told if value)


def _room(key: str) -> Table:
    return Table(f"{key}:svar", "", ("Jeres svar",), ((_ROOM,),), "Plads til jeres svar")
