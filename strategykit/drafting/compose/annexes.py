"""The annexes: notes with dots, actors and offers, meetings and people, the glossary."""

from collections import Counter

from strategykit.domain.actors import Actor, Offer, Side, Stakeholder
from strategykit.domain.areas import TargetGroup
from strategykit.domain.boards import BoardContent, Note
from strategykit.domain.clock import in_denmark
from strategykit.domain.meetings import Decision, Meeting
from strategykit.domain.note_import import NoteImport
from strategykit.domain.numbers import danish, danish_date
from strategykit.domain.offers import coverage, overlaps
from strategykit.domain.people import COMMITTEE, Person, Role, called, in_role_order
from strategykit.domain.template import BoardPlan
from strategykit.domain.wording import capital
from strategykit.drafting.compose.clusters import cluster_table, weighed
from strategykit.drafting.compose.danish import counted, date_or, enumerated, kroner, phrase, quoted
from strategykit.drafting.compose.leaf import Leaf
from strategykit.drafting.compose.process import decision_list
from strategykit.drafting.compose.refs import ref, refs

_NONE = "–"


def annex_notes(leaf: Leaf) -> None:
    """Every board: its groups and what got dots; the notes themselves only when chosen."""
    for board in leaf.ground.template.boards:
        content = leaf.ground.board(board.key)
        if content.notes:
            _board(leaf.below(board.key, leaf.ground.render(board.title)), board, content)
    if not any(True for note in leaf.ground.of(Note) if note.shown):
        leaf.nothing("Der er ingen sedler.", "swot")


def _board(leaf: Leaf, plan: BoardPlan, content: BoardContent) -> None:
    many = len(plan.fields) > 1
    titles = {field.key: field.title for field in plan.fields}
    _files(leaf, content)
    for key in dict.fromkeys(note.field for note in content.notes):
        found = content.clusters(key)
        shown = weighed(found)
        title = titles.get(key, leaf.title) if many else leaf.title
        cluster_table(leaf, f"samlet:{key}", f"Sedler og prikker under {quoted(title)}", shown)
        if leaf.ground.setting.raw_notes:
            _raw(leaf, key, title, content)
        else:
            _rest(leaf, key, title, len(found) - len(shown))


def _files(leaf: Leaf, content: BoardContent) -> None:
    """Which notes were written elsewhere and came in from a file."""
    for file in leaf.ground.of(NoteImport):
        notes = [note for note in content.notes if note.shown and note.import_id == file.id]
        if notes:
            day = danish_date(in_denmark(file.read_at).date())
            many = capital(counted(len(notes), "én seddel", "sedler"))
            said = f"{many} er hentet ind fra filen {quoted(file.name)} {day}."
            leaf.say(f"fil:{file.id}", said, (ref(file), *refs(notes)))


def _rest(leaf: Leaf, field: str, title: str, count: int) -> None:
    """How many notes are not shown here, so that nobody believes that these are all."""
    if count:
        many = counted(count, "én seddel", "sedler")
        said = f"Under {quoted(title)} er der {many} uden gruppe og uden prikker."
        leaf.say(f"resten:{field}", f"{said} {'Den' if count == 1 else 'De'} er ikke gengivet her.")


def _raw(leaf: Leaf, field: str, title: str, content: BoardContent) -> None:
    groups = {group.id: group.title for group in content.groups}
    notes = [note for note in content.notes if note.field == field]
    rows = [
        (note.text, groups.get(note.group_id, _NONE), danish(content.dots.get(note.id, 0)))
        for note in notes
    ]
    leaf.table(
        f"sedler:{field}", f"{title}, seddel for seddel", ("Seddel", "Gruppe", "Prikker"), rows,
        says=f"Hver seddel under {title} med gruppe og prikker.",
        rests_on=refs(notes), widths=(0.6, 0.26, 0.14),
    )  # fmt: skip


def annex_actors(leaf: Leaf) -> None:
    """Actors, offers, stakeholders."""
    ground = leaf.ground
    if not any((ground.of(Actor), ground.of(Offer), ground.of(Stakeholder))):
        leaf.nothing("Der er ikke skrevet aktører eller tilbud ind.", "aktoerer")
        return
    actors = sorted(ground.of(Actor), key=lambda a: a.side is Side.EXTERNAL)
    tasks = any(actor.task.strip() for actor in actors)
    leaf.table(
        "aktoerer", "Aktører i og uden for kommunen",
        ("Aktør", "Intern eller ekstern", *(("Ansvar og opgave",) if tasks else ())),
        [
            (phrase(actor.name), capital(actor.side.value), *([phrase(actor.task)][: int(tasks)]))
            for actor in actors
        ],
        says="Hver aktør, og om den hører til kommunen.", rests_on=refs(actors),
        widths=(0.36, 0.2, 0.44) if tasks else (0.7, 0.3),
    )  # fmt: skip
    _offers(leaf)
    _stakeholders(leaf)


def _offers(leaf: Leaf) -> None:
    offers, known = leaf.ground.of(Offer), leaf.ground.of(TargetGroup)
    names = {group.id: phrase(group.name) for group in known}
    rows = [
        (
            phrase(offer.name), "\n".join(names[one] for one in offer.group_ids if one in names)
            or phrase(offer.audience) or _NONE, phrase(offer.form) or _NONE, _places(offer),
        )
        for offer in offers
    ]  # fmt: skip
    leaf.table(
        "tilbud", "Tilbud", ("Tilbud", "Er for", "Form", "Pladser og pris"), rows,
        says="Hvert tilbud med dem, det er for, dets form, pladser og pris.",
        rests_on=refs(offers), widths=(0.24, 0.26, 0.32, 0.18),
    )  # fmt: skip
    shared = overlaps(coverage(known, offers))
    for one in shared:
        named = enumerated([phrase(offer.name) for offer in one.offers])
        said = f"{phrase(one.group.name)} har flere tilbud: {named}."
        leaf.say(f"overlap:{one.group.id}", said, refs((one.group, *one.offers)))


def _places(offer: Offer) -> str:
    places = [] if offer.capacity is None else [f"{danish(offer.capacity)} pladser"]
    price = [] if offer.price is None else [f"{kroner(offer.price)} om året"]
    return ", ".join((*places, *price)) or _NONE


def _stakeholders(leaf: Leaf) -> None:
    found = leaf.ground.of(Stakeholder)
    rows = [
        (
            phrase(one.name), f"{one.interest} af 5", f"{one.influence} af 5",
            capital(one.involvement.value),
        )
        for one in found
    ]  # fmt: skip
    leaf.table(
        "interessenter", "Interessenter",
        ("Interessent", "Interesse", "Indflydelse", "Inddragelse"), rows,
        says="Hver interessent med interesse og indflydelse fra 1 til 5 og inddragelse.",
        rests_on=refs(found), widths=(0.4, 0.16, 0.18, 0.26),
    )  # fmt: skip


def annex_process(leaf: Leaf) -> None:
    """Meetings, decisions, and the people by their roles."""
    ground = leaf.ground
    meetings = [m for m in ground.of(Meeting) if m.day]
    people = in_role_order(ground.of(Person))
    if not meetings and not people:
        leaf.nothing("Der er ikke skrevet møder eller deltagere ind.", "deltagere")
        return
    if not people:
        leaf.lack("deltagere", "Der er ikke skrevet deltagere ind.", "deltagere")
    _meetings(leaf, meetings)
    if ground.of(Decision):
        decision_list(leaf.below("beslutninger", "Beslutninger på møderne"))
    _people(leaf, people)


def _meetings(leaf: Leaf, meetings: list[Meeting]) -> None:
    today = leaf.ground.setting.today
    members = [p.id for p in leaf.ground.of(Person) if p.role in COMMITTEE]
    rows = []
    for meeting in sorted(meetings, key=lambda m: (m.day or today, m.position)):
        there = sum(one not in meeting.absent for one in members)
        ahead = meeting.day is not None and meeting.day > today
        present = "Kommende" if ahead else f"{there} af {len(members)}" if members else _NONE
        rows.append(
            (phrase(meeting.title), date_or(meeting.day), phrase(meeting.place) or _NONE, present)
        )
    leaf.table(
        "moeder", "Møder", ("Møde", "Dato", "Sted", "Medlemmer til stede"), rows,
        says="Hvert møde med dato, sted og antallet af udvalgsmedlemmer, der var til stede.",
        rests_on=refs(meetings), widths=(0.4, 0.22, 0.2, 0.18),
    )  # fmt: skip


def _people(leaf: Leaf, people: tuple[Person, ...]) -> None:
    """Roles and how many; names only when somebody has chosen so, and never those of guests."""
    if leaf.ground.setting.names:
        guests = sum(person.role is Role.GUEST for person in people)
        named = [p for p in people if p.role is not Role.GUEST]
        rows = [(capital(p.role.value), called(p), phrase(p.organisation) or _NONE) for p in named]
        rows += [("Gæst", f"{guests} i alt", _NONE)] if guests else []
        leaf.table(
            "deltagere", "Deltagere", ("Rolle", "Navn", "Parti, forening eller funktion"), rows,
            says="Hver deltager med rolle.", rests_on=refs(people), widths=(0.26, 0.38, 0.36),
        )  # fmt: skip
        return
    counts = Counter(person.role for person in people)
    leaf.table(
        "deltagere", "Deltagere efter rolle", ("Rolle", "Antal"),
        [(capital(role.value), danish(counts[role])) for role in Role if counts[role]],
        says="Hvor mange deltagere der var i hver rolle.",
        rests_on=[ref(p, p.role.value) for p in people], widths=(0.7, 0.3),
    )  # fmt: skip


def annex_glossary(leaf: Leaf) -> None:
    """The template's words, in alphabetical order as it gives them."""
    render = leaf.ground.render
    terms = leaf.ground.template.glossary
    if not terms:
        leaf.nothing("Der er ingen ordliste.")
    leaf.table(
        "ord", render("Ord i {strategien}"), ("Ord", "Betydning"),
        [(render(one.term), render(one.meaning)) for one in terms],
        says="Hvert ord med sin betydning.", widths=(0.28, 0.72),
    )  # fmt: skip
