"""The papers of a hearing: the letter, the form to answer in, the note, what the young said."""

from collections.abc import Iterator, Mapping, Sequence

from strategykit.domain.hearings import (
    ANSWER_COLUMNS,
    ANSWER_WIDTHS,
    GONE_CHAPTER,
    Hearing,
    HearingParty,
    HearingResponse,
    answer_row,
    by_chapter,
    chapters_of,
    given,
    young_title,
)
from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Draft, Paragraph, Section, Table, Tone
from strategykit.domain.paper import Paper

#: The form's own properties, by which it is known when it comes back.
HEARING_ID, PARTY_ID = "HearingId", "HearingPartyId"
_ROOM = "\n\n\n"
_ASKED = (
    "Udkastet sendes i høring, før det skal vedtages. Vi vil gerne vide, hvad I mener: hvad der er "
    "rigtigt, hvad der mangler, og hvad der bør være anderledes."
)
_HOW = (
    "I får et link, der er jeres eget. Giv det kun til dem, der skriver svaret sammen med jer.",
    "På siden læser I udkastet kapitel for kapitel og skriver jeres svar under kapitlet.",
    "Siden virker også på en telefon.",
    "I kan også hente en svarskabelon som Word-fil, skrive i den og aflevere den samme sted.",
    "I behøver ikke svare på alle kapitler. Skriv ikke om enkelte personer.",
)


def hearing_letter(
    draft: Draft, hearing: Hearing, parties: Sequence[HearingParty], sender: str
) -> Paper:
    """What goes to all parties: what is asked, until when, and how one answers."""
    asked = [part.strip() for part in (hearing.note or _ASKED).split("\n") if part.strip()]
    letter = tuple(Paragraph(f"brev:{n}", text) for n, text in enumerate(asked))
    how = tuple(Paragraph(f"saadan:{n}", t, tone=Tone.BULLET) for n, t in enumerate(_HOW))
    names = tuple(Paragraph(f"part:{p.id}", p.name, tone=Tone.BULLET) for p in parties)
    sections = (
        Section("brev", "Vi beder om jeres svar", 1, letter),
        Section("saadan", "Sådan svarer I", 1, how),
        Section("parter", "Høringsparter", 1, names),
    )
    return Paper(
        title=f"Høring: {draft.cover.title}", subtitle="", sender=sender,
        facts=_shown(_period(hearing)), sections=tuple(s for s in sections if s.blocks),
        notice=draft.cover.notice,
    )  # fmt: skip


def response_form(draft: Draft, hearing: Hearing, party: HearingParty, sender: str) -> Paper:
    """A heading for each chapter with room for the answer below, to be filled in at home."""
    sections = tuple(Section(key, title, 1, (_room(key),)) for key, title in chapters_of(draft))
    deadline = danish_date(hearing.ends) if hearing.ends else ""
    return Paper(
        title=f"Høringssvar til {draft.cover.title}",
        subtitle=(
            "Skriv i felterne under overskrifterne. Lad et felt stå tomt, hvis I ikke har noget at "
            "sige til kapitlet. Ret ikke i overskrifterne, for på dem findes svarene igen."
        ),
        sender=sender,
        facts=_shown((("Høringspart", party.name), ("Frist", deadline))),
        sections=sections,
        notice=draft.cover.notice,
        known_by=((HEARING_ID, hearing.id), (PARTY_ID, party.id)),
    )


def hearing_note(
    draft: Draft, hearing: Hearing, parties: Sequence[HearingParty],
    responses: Sequence[HearingResponse], sender: str,
) -> Paper:  # fmt: skip
    """The høringsnotat: each answer with its assessment and what it changed."""
    said = given(responses)
    return Paper(
        title="Høringsnotat",
        subtitle=draft.cover.title,
        sender=sender,
        facts=_shown(_facts(hearing, parties, said)),
        sections=tuple(answer_sections(draft, parties, said, "Der er ikke kommet høringssvar.")),
        notice=draft.cover.notice,
    )


def young_list(
    draft: Draft, parties: Sequence[HearingParty], responses: Sequence[HearingResponse],
    sender: str, who: str,
) -> Paper:  # fmt: skip
    """What those said whom the strategy is for, and what was done about it."""
    young = [p for p in parties if p.young]
    said = [r for r in given(responses) if r.party_id in {p.id for p in young}]
    nobody = f"Der er ikke kommet svar fra nogen, der taler for {who}."
    return Paper(
        title=young_title(who),
        subtitle=draft.cover.title,
        sender=sender,
        facts=_shown((("Spurgt", ", ".join(p.name for p in young)),)),
        sections=tuple(answer_sections(draft, parties, said, nobody)),
        notice=draft.cover.notice,
    )


def answer_sections(
    draft: Draft, parties: Sequence[HearingParty], responses: Sequence[HearingResponse],
    nobody: str,
) -> Iterator[Section]:  # fmt: skip
    """A section for each chapter that somebody answered to, in the order of the draft."""
    names = {party.id: party.name for party in parties}
    titles = dict(chapters_of(draft))
    for key, mine in by_chapter(tuple(titles), responses):
        title = titles.get(key, GONE_CHAPTER)
        yield Section(f"svar:{key}", title, 1, (_answers(key, title, mine, names),))
    if not responses:
        yield Section("svar", "Høringssvar", 1, (Paragraph("svar:ingen", nobody),))


def _answers(
    key: str, title: str, responses: Sequence[HearingResponse], names: Mapping[str, str]
) -> Table:
    rows = tuple(answer_row(r, names) for r in responses)
    return Table(
        f"svar:{key}:tabel", "", ANSWER_COLUMNS, rows,
        f"Høringssvar til {title} med vurdering og ændring", widths=ANSWER_WIDTHS,
    )  # fmt: skip


def _facts(
    hearing: Hearing, parties: Sequence[HearingParty], responses: Sequence[HearingResponse]
) -> tuple[tuple[str, str], ...]:
    answered = {r.party_id for r in responses}
    silent = [party.name for party in parties if party.id not in answered]
    return (
        *_period(hearing),
        ("Version", f"udkastets version {hearing.number}"),
        ("Svar", f"{len(answered)} af {len(parties)} høringsparter har svaret"),
        ("Ikke svaret", ", ".join(silent)),
    )


def _period(hearing: Hearing) -> tuple[tuple[str, str], ...]:
    if hearing.starts and hearing.ends:
        return (("Periode", f"{danish_date(hearing.starts)} til {danish_date(hearing.ends)}"),)
    began = danish_date(hearing.starts) if hearing.starts else ""
    return (("Begynder", began), ("Frist", danish_date(hearing.ends) if hearing.ends else ""))


def _shown(facts: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in facts if value)


def _room(key: str) -> Table:
    return Table(f"{key}:svar", "", ("Jeres svar",), ((_ROOM,),), "Plads til jeres svar")
