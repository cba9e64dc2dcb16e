"""What the wall shows, and above all what it does not show."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.goal_tables import deal, mark_presented, tables_at
from strategykit.actions.rooms import end_room, go_to_item
from strategykit.actions.steps import release, reveal
from strategykit.domain.areas import Area, Choice
from strategykit.domain.ballots import Tally
from strategykit.domain.boards import Note
from strategykit.domain.steps import Step, StepKind, StepState, Subjects
from strategykit.participation.projector_cards import MOST_COLUMNS, Column, sheets_of
from strategykit.participation.projector_picture import RADIUS, points_of
from strategykit.participation.projector_scene import WayIn
from strategykit.participation.projector_wall import wall_of
from strategykit.participation.rendering import fragment
from tests.support.evenings import LEADER, an_evening
from tests.support.makers import NOON
from tests.support.walls import Hand, a_hand, consents, ratings, swot_notes

WAY_IN = WayIn("http://192.168.1.20:8501", reached=True)
ON_THE_BOARD = {"subjects": Subjects.BOARD, "subject": "swot", "item": 4}
NAMES = ("Åse Ørum Prøve", "Bent Prøve", "Connie Prøve", "Dan Prøve")


@pytest.fixture
def hand(tmp_path: Path) -> Hand:
    made = a_hand(an_evening(tmp_path, members=12))
    made.named(NAMES)
    made.room(code_shown=False)
    return made


def shown(hand: Hand) -> str:
    """The wall as HTML."""
    view = hand.view
    with hand.evening.db.reading() as store:
        about_tables = view.step is not None and view.step.kind is StepKind.TABLES
        tables = tables_at(store, view.step) if about_tables and view.step else ()
    wall = wall_of(view, NOON, WAY_IN, tables)
    return fragment("projektor_skaerm.html", wall=wall, room=view.room, asked="", live=True)


def words(html: str) -> str:
    """What somebody reads."""
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_the_notes_of_an_anonymous_step_bear_no_name(hand: Hand) -> None:
    step = hand.at("skriv-uden-navn", "SWOT")
    hand.notes(4)
    named_before = hand.a_note("Med navn fra et andet trin", "styrker", step, 99)
    hand.keep([replace(named_before, author_id=hand.evening.people[0], step_id="")])

    html = shown(hand)

    assert swot_notes()[0][1] in html
    assert "Med navn fra et andet trin" in html
    assert not any(name in html for name in NAMES)
    assert not any(person in html for person in hand.evening.people)


def test_names_of_an_earlier_step_do_not_come_up_in_an_anonymous_one(hand: Hand) -> None:
    hand.at("skriv-med-navn", "SWOT med navn")
    hand.notes(2, author_id=hand.evening.people[0])
    assert NAMES[0] in shown(hand)

    hand.at("skriv-uden-navn", "SWOT uden navn")

    assert NAMES[0] not in shown(hand)


def test_who_wrote_what_leaves_no_trace_on_an_anonymous_wall(tmp_path: Path) -> None:
    walls = []
    for order in (1, -1):
        hand = a_hand(an_evening(tmp_path / str(order), members=4))
        hand.room(code_shown=False)
        hand.at("skriv-uden-navn", "SWOT")
        hand.notes(4)
        hand.named(NAMES[::order])
        walls.append(words(shown(hand)))

    def unordered(text: str) -> list[str]:
        return sorted(re.sub(r"\b[A-Z0-9]{3} [A-Z0-9]{3}\b", "", text).split())

    assert unordered(walls[0]) == unordered(walls[1])


def test_the_place_of_a_note_says_nothing_of_when_it_came(hand: Hand) -> None:
    step = hand.at("skriv-med-navn", "Drømme", subject="droemme")
    hand.keep([
        Note(
            id=new_id(), process_id=step.process_id, board="droemme", field="droem",
            text=f"Drøm nr. {number:02}", step_id=step.id, position=number,
        )
        for number in range(1, 31)
    ])  # fmt: skip

    found = re.findall(r"Drøm nr\. (\d\d)", shown(hand))

    assert len(found) == 30
    assert found != sorted(found)
    assert found == re.findall(r"Drøm nr\. (\d\d)", shown(hand))  # and they stay where they are


def test_what_is_voted_on_stands_in_no_order_that_tells_anything(hand: Hand) -> None:
    step = hand.at("skriv-med-navn", "Drømme", subject="droemme")
    hand.keep([
        replace(hand.a_note(f"Drøm nr. {number:02}", "droem", step, 1), position=number)
        for number in range(1, 31)
    ])  # fmt: skip
    orders = []
    for _ in range(2):
        hand.at("prikker-med-navn", "Prikker", **{**ON_THE_BOARD, "subject": "droemme"})
        orders.append(re.findall(r"Drøm nr\. (\d\d)", shown(hand)))

    assert len(orders[0]) == 30
    assert orders[0] not in (sorted(orders[0]), orders[1])


def test_a_blind_step_shows_how_many_and_nothing_else(hand: Hand) -> None:
    step = hand.at("skriv-i-stilhed", "SWOT")
    hand.notes(14)

    read = words(shown(hand))

    assert not any(text in read for _, text in swot_notes())
    assert "4 sedler Styrker" in read
    assert "5 sedler Svagheder" in read
    assert "Sedlerne afsløres senere" in read

    reveal(hand.evening.db, LEADER, step)

    assert all(text in words(shown(hand)) for _, text in swot_notes())


def test_an_empty_field_shows_what_it_asks(hand: Hand) -> None:
    step = hand.at("skriv-uden-navn", "SWOT")
    asks = "Hvad gør kommunen allerede godt for de unge?"
    assert asks in words(shown(hand))

    hand.keep([hand.a_note("Ungehuset virker", "styrker", step, 1)])

    assert asks not in words(shown(hand))
    assert "Hvor kommer kommunens egen indsats til kort?" in words(shown(hand))


def test_held_and_hidden_notes_are_not_on_the_wall(hand: Hand) -> None:
    step = hand.at("skriv-og-vent", "SWOT")
    held = hand.a_note("Venter på proceslederen", "styrker", step, 1, held=True)
    hidden = hand.a_note("Skjult seddel", "styrker", step, 2, hidden=True)
    hand.keep([held, hidden])
    assert "Venter på" not in shown(hand)

    release(hand.evening.db, LEADER, next(n for n in hand.evening.notes(step) if n.held))

    read = words(shown(hand))
    assert "Venter på proceslederen" in read
    assert "Skjult seddel" not in read


def test_an_open_vote_shows_only_how_many_have_answered(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT")
    hand.notes(14)
    hand.at("prikker-med-navn", "Prikker", **ON_THE_BOARD)
    before = words(shown(hand))

    hand.dots()

    after = words(shown(hand))
    assert "0 af 12 har svaret" in before
    assert before.replace("0 af 12", "9 af 12") == after


def test_a_closed_vote_stands_in_order_with_its_numbers(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT")
    hand.notes(14)
    hand.at("prikker-med-navn", "Prikker", **ON_THE_BOARD)
    hand.dots()
    hand.close()

    read = words(shown(hand))

    numbers = [int(found) for found in re.findall(r"(\d+) prik", read)]
    assert numbers == sorted(numbers, reverse=True)
    assert sum(numbers) == 27
    assert "9 har svaret." in read
    assert "fik ingen prikker" in read
    assert " gav " not in read


def test_the_spread_unfolds_on_request_and_not_under_five_answers(hand: Hand) -> None:
    hand.areas()
    about = {"subjects": Subjects.AREAS, "item": 4}
    hand.at("vaerdi-og-indsats", "Værdi", **about)
    hand.ballots(ratings())
    hand.close()
    assert "gav" not in words(shown(hand))
    hand.room(spread_shown=True)
    assert "Værdi: 4 gav 8, 5 gav 9" in words(shown(hand))

    hand.at("vaerdi-og-indsats", "Værdi igen", **about)
    hand.ballots(ratings(4))
    hand.close()
    hand.room(spread_shown=True)

    read = words(shown(hand))
    assert "gav" not in read
    assert "Spredningen vises ikke, når færre end fem har svaret" in read


def test_consent_says_yes_or_no_and_gives_reasons_on_request(hand: Hand) -> None:
    vision = hand.vision()
    about = {"subjects": Subjects.STATEMENT, "subject": "vision", "item": 4}
    hand.at("samtykke", "Visionen", ask="Kan I stå bag den?", **about)
    assert vision.text in words(shown(hand))
    hand.ballots(consents())
    hand.close()

    read = words(shown(hand))

    assert "Der er ikke samtykke. 1 har sagt nej." in read
    assert vision.text in read
    assert "De unges egne ord mangler" not in read

    hand.room(spread_shown=True)

    assert "De unges egne ord mangler" in words(shown(hand))


def test_a_dark_wall_holds_nothing_of_the_meeting(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask="Hvordan står indsatsen?")
    hand.notes(3)
    hand.room(blanked=True)

    html = shown(hand)

    assert words(html) == "Skærmen er mørk"
    code = hand.evening.room.code
    told = (code, f"{code[:3]} {code[3:]}", "Hvordan står", swot_notes()[0][1], "8501")
    assert not any(each in html for each in told)


def test_the_way_in_fills_the_screen_without_names(hand: Hand) -> None:
    hand.room(code_shown=True)

    html = shown(hand)

    code = hand.evening.room.code
    assert f"{code[:3]} {code[3:]}" in html
    assert "192.168.1.20:8501/deltag" in words(html)
    assert "12 er med" in html
    assert "<svg" in html
    assert not any(name in html for name in NAMES)


def test_where_phones_cannot_come_there_is_no_pattern_that_leads_astray(hand: Hand) -> None:
    hand.room(code_shown=True)
    wall = wall_of(hand.view, NOON, WayIn("http://localhost:8501", reached=False))

    html = fragment(
        "projektor_skaerm.html", wall=wall, room=hand.view.room, asked="", live=True
    )  # fmt: skip

    assert "<svg" not in html
    assert "Telefoner kan ikke nå denne maskine endnu" in html


@pytest.mark.parametrize(
    ("address", "typed"),
    [
        ("http://192.168.1.20:8501", "192.168.1.20:8501/deltag"),
        ("https://strategi.broendby.dk", "strategi.broendby.dk/deltag"),
        ("https://192.168.1.20:8501", "https://192.168.1.20:8501/deltag"),
    ],
)
def test_the_address_is_as_short_as_it_can_be_typed(address: str, typed: str) -> None:
    assert WayIn(address, reached=True).told == typed


def test_before_and_after_the_meeting_it_is_said(hand: Hand) -> None:
    view = hand.view
    unopened = wall_of(replace(view, room=None), NOON, WAY_IN)
    assert (unopened.scene.above, unopened.code) == ("Mødet begynder snart", "")

    end_room(hand.evening.db, LEADER, hand.evening.room_now)

    ended = wall_of(hand.view, NOON, WAY_IN)
    assert (ended.scene.heading, ended.code) == ("Mødet er slut", "")


def test_between_steps_the_item_and_the_next_one_are_shown(hand: Hand) -> None:
    items = hand.view.items
    assert "Først: Velkomst og mandat" in words(shown(hand))

    go_to_item(hand.evening.db, LEADER, hand.evening.room_now, items[3])

    read = words(shown(hand))
    assert "Punkt 4 af 6: Pause" in read
    assert "Derefter: Prioritering" in read


def test_a_step_that_waits_shows_its_question_alone(hand: Hand) -> None:
    hand.at("skriv-uden-navn", "SWOT", ask="Hvordan står indsatsen?")
    hand.notes(3)
    waiting = replace(hand.step, state=StepState.WAITING)
    view = replace(hand.view, steps=(waiting,))

    wall = wall_of(view, NOON, WAY_IN)

    assert (wall.scene.heading, wall.scene.template) == (
        "Hvordan står indsatsen?", "projektor_ord.html"
    )  # fmt: skip
    assert (wall.taken, wall.countdown) == (None, None)


def test_tables_stand_with_names_and_then_present_one_by_one(hand: Hand) -> None:
    areas = hand.areas()[:3]
    goals = hand.goals(areas)
    step = hand.at("maal-ved-borde", "Mål ved borde", item=4, subjects=Subjects.AREAS)
    db = hand.evening.db
    deal(db, LEADER, step, hand.view.seats, [area.id for area in areas])
    read = words(shown(hand))
    assert "Bord 1: Klart ansvar og fast koordinering" in read
    assert all(name in read for name in NAMES)
    assert goals[0].text not in read

    hand.close()

    read = words(shown(hand))
    assert goals[0].text in read
    assert "Fra 50 personer til 25 personer i 2027" in read
    assert "Delmål: Alle på listen har en ansvarlig voksen inden 31. december 2026" in read
    assert goals[1].text not in read

    _presented(hand, step, 1)

    assert goals[1].text in words(shown(hand))
    assert goals[0].text not in words(shown(hand))

    _presented(hand, step, 3)

    assert all(goal.text in words(shown(hand)) for goal in goals)


def test_harm_in_notes_and_questions_is_only_text(hand: Hand) -> None:
    harm = "<img src=x onerror=alert(1)>"
    step = hand.at("skriv-med-navn", f"Titel {harm}", ask=f"Spørgsmål {harm}")
    hand.keep([hand.a_note(harm, "styrker", step, 1, author_id=hand.evening.people[0])])
    hand.named([harm])

    html = shown(hand)

    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 5  # and twice in data-sted


def test_ten_fields_stand_on_two_sheets() -> None:
    columns = [Column(f"Felt {number}", 0) for number in range(10)]

    found = sheets_of(columns)

    assert [len(sheet.columns) for sheet in found] == [MOST_COLUMNS, MOST_COLUMNS]
    assert sheets_of([]) == ()
    assert [len(sheet.columns) for sheet in sheets_of(columns[:7])] == [4, 3]


@pytest.mark.parametrize("count", [2, 5, 9])
def test_no_letter_of_the_picture_covers_another(count: int) -> None:
    tallies = [
        Tally(subject_id=str(n), title=f"Område {n}", total=5, value=8, effort=2 + n % 2)
        for n in range(count)
    ]

    points = points_of(tallies)

    assert [p.letter for p in points] == [*"ABCDEFGHI"[:count]]
    for one in points:
        for other in points:
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert one is other or apart >= 2 * RADIUS


def test_a_candidate_that_was_set_back_is_not_voted_on(hand: Hand) -> None:
    areas = hand.areas()
    with hand.evening.db.writing() as store:
        seen = store.get(Area, areas[3].id)
        store.save(seen, replace(seen, choice=Choice.SET_BACK, reason="Tages op senere"))

    hand.at("rangordn", "Rækkefølge", item=4, subjects=Subjects.AREAS)

    read = words(shown(hand))
    assert all(area.name in read for area in areas[:3])
    assert areas[3].name not in read


def _presented(hand: Hand, step: Step, most: int) -> None:
    with hand.evening.db.reading() as store:
        tables = tables_at(store, step)
    for each in tables[:most]:
        if not each.table.presented:
            mark_presented(hand.evening.db, LEADER, each.table, presented=True)
