from datetime import UTC, date, datetime

from strategykit.domain.drafts import DraftVersion
from strategykit.domain.meetings import Agreement, Decision, Disqualification, Meeting
from strategykit.domain.outline import Cover, Draft, Paragraph, Section
from strategykit.domain.people import Person, Role
from strategykit.domain.process import Process
from strategykit.domain.traces import Trace, traces, without_name

PERSON = Person(id="1" * 32, process_id="p", name="Bo Bro", role=Role.MEMBER)
AGREEMENT = Agreement(id="a", process_id="p", meeting_id="m", what="Bo Bros tal", who="Bo Bro")
DECISION = Decision(id="d", process_id="p", meeting_id="m", text="Bo Bro skriver tallene ned.")
MEETING = Meeting(id="m", process_id="p", title="Workshop 1", absent=(PERSON.id,))
LEFT = Disqualification(id="i", process_id="p", meeting_id="m", person_id=PERSON.id)


def test_a_person_is_found_by_id_and_by_name() -> None:
    assert traces(PERSON, [PERSON, MEETING, LEFT, AGREEMENT]) == (
        Trace("Mødet: Workshop 1", "Afbud"),
        Trace("Inhabiliteten", "Person"),
        Trace("Aftalen: Bo Bros tal", "Aftale", named=True),
        Trace("Aftalen: Bo Bros tal", "Hvem", named=True),
    )


def test_what_was_decided_is_found_and_stays() -> None:
    (found,) = traces(PERSON, [DECISION])

    assert found.stays
    assert without_name(PERSON, DECISION) == DECISION


def test_the_role_stands_where_the_name_stood_also_with_an_s() -> None:
    gone = without_name(PERSON, AGREEMENT)

    assert (gone.what, gone.who) == ("medlems tal", "medlem")


def test_a_part_of_another_name_is_left_alone() -> None:
    other = Agreement(id="b", process_id="p", meeting_id="m", what="Bo Brosen og Mbo Bro")

    assert without_name(PERSON, other) == other
    assert traces(PERSON, [other]) == ()


def test_a_name_is_found_deep_inside_a_kept_draft() -> None:
    cover = Cover("Strategi", "Prøve Kommune", "Udvalget", date(2026, 6, 3), 1, "Udkast")
    section = Section("deltagere", "Deltagere", 1, (Paragraph("1", "Medlem: Bo Bro"),))
    kept = DraftVersion(
        id="v", process_id="p", number=1, saved_at=datetime(2026, 6, 3, tzinfo=UTC),
        draft=Draft("p", cover, (section,), ()),
    )  # fmt: skip

    (block,) = without_name(PERSON, kept).draft.sections[0].blocks

    assert block == Paragraph("1", "Medlem: medlem")


def test_the_short_name_and_the_template_of_a_process_are_no_texts_about_people() -> None:
    process = Process(
        id="p", process_id="p", name="Bo Bro", title="Strategi", municipality="787",
        committee="Bo Bros udvalg", template="Bo Bro",
    )  # fmt: skip

    gone = without_name(PERSON, process)

    assert (gone.name, gone.template, gone.committee) == ("Bo Bro", "Bo Bro", "medlems udvalg")
