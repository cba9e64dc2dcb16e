"""A survey is opened, answered and closed, and nothing ties an answer to a person."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from strategykit.actions.acting import new_id
from strategykit.actions.archives import export_process, import_process
from strategykit.actions.materials import revision_of, statuses_of
from strategykit.actions.processes import archive
from strategykit.actions.registers import entries
from strategykit.actions.survey import (
    asked_by_code,
    asked_by_link,
    close_round,
    code_of,
    hand_in,
    open_round,
    renew_link,
    unfit,
)
from strategykit.actions.survey_results import answered, hide_text, results_of
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.domain.survey import LEAST, SurveyAnswer, SurveyRound
from strategykit.domain.text import checked_text
from strategykit.errors import (
    Empty,
    HoldsCpr,
    NotAChoice,
    NotFound,
    NothingAnswered,
    RoundClosed,
    RoundOpen,
    SurveyCodeUnknown,
    SurveyLinkDead,
    TooLong,
)
from strategykit.storage import changes
from strategykit.storage.database import Database
from tests.support.makers import a_process
from tests.unit.test_template_instruments import WHOLE

SURVEY = """  - key: spoerg
    kind: spoergeskema
    title: Spørg
    ask: Hvor enig er du?
    groups: [Leder, Medarbejder]
    items:
      - {key: maal, title: Vi har fælles mål}
      - {key: mangler, title: Hvad mangler, form: fritekst}
"""


@pytest.fixture
def process(both: Database, who: Who) -> Process:
    return a_process(both, who, template=WHOLE + SURVEY)


@pytest.fixture
def asked(both: Database, who: Who, process: Process) -> tuple[SurveyRound, str]:
    return open_round(both, who, process.id, "spoerg", "Alle medarbejdere")


def answer(db: Database, token: str, text: str = "enig", group: str = "", nonce: str = "") -> None:
    """One more form handed in."""
    hand_in(db, token, {"maal": text, "mangler": f"Mere {text}"}, group, nonce or new_id())


def test_digits_in_a_rounds_own_secret_are_never_taken_for_a_cpr_number(
    both: Database, who: Who, process: Process
) -> None:
    made, _ = open_round(both, who, process.id, "spoerg")
    unlucky = "0101011234a" + made.secret[11:]

    assert checked_text("Rundens hemmelighed", unlucky) == unlucky


def test_answers_are_counted_while_it_is_open_and_shown_when_it_is_closed(
    both: Database, who: Who, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    for _ in range(LEAST):
        answer(both, token, group="Leder")

    assert answered(both, seen) == LEAST
    with pytest.raises(RoundOpen):
        results_of(both, seen)
    shown = results_of(both, close_round(both, who, seen)).questions[0]
    assert shown.all is not None
    assert (shown.all.agreeing, [g.group for g in shown.groups]) == (LEAST, ["Leder"])


def test_the_same_form_twice_is_one_answer(both: Database, asked: tuple[SurveyRound, str]) -> None:
    seen, token = asked

    answer(both, token, nonce="den samme")
    answer(both, token, nonce="den samme")

    assert answered(both, seen) == 1


def test_nothing_kept_tells_when_or_in_which_order_one_answered(
    both: Database, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    _, token = asked
    before = revision_of(both, process.id)
    for number in range(12):
        answer(both, token, nonce=str(number))

    kept = entries(both, process.id, SurveyAnswer)
    assert revision_of(both, process.id) == before
    assert all(str(number) != one.id for number in range(12) for one in kept)
    assert len({one.position for one in kept}) == len(kept)
    assert [one.position for one in kept] != list(range(1, 13))


def test_a_closed_round_forgets_what_tells_forms_apart_and_takes_no_more(
    both: Database, who: Who, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    close_round(both, who, seen)

    with pytest.raises(RoundClosed):
        answer(both, token)
    with pytest.raises(RoundClosed):
        close_round(both, who, seen)
    assert not asked_by_link(both, token).round.is_open
    assert [one.secret for one in entries(both, process.id, SurveyRound)] == [""]


def test_one_round_at_a_time_and_each_with_its_own_answers(
    both: Database, who: Who, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    answer(both, token)
    with pytest.raises(RoundOpen):
        open_round(both, who, process.id, "spoerg")
    close_round(both, who, seen)

    second, _ = open_round(both, who, process.id, "spoerg")

    assert (second.number, answered(both, second)) == (2, 0)


def test_a_fresh_link_replaces_the_old_one(
    both: Database, who: Who, asked: tuple[SurveyRound, str]
) -> None:
    seen, old = asked
    fresh = renew_link(both, who, seen)

    answer(both, fresh)
    with pytest.raises(SurveyLinkDead):
        answer(both, old)


@pytest.mark.parametrize(
    ("typed", "group", "error"),
    [
        ({}, "", NothingAnswered),
        ({"maal": " "}, "Leder", NothingAnswered),
        ({"maal": "måske"}, "", NotAChoice),
        ({"maal": "enig"}, "Direktør", NotAChoice),
        ({"mangler": "Ring 010101-1234"}, "", HoldsCpr),
        ({"mangler": "a" * 2001}, "", TooLong),
    ],
)
def test_what_cannot_be_kept_is_refused(
    both: Database, asked: tuple[SurveyRound, str], typed: dict[str, str], group: str,
    error: type[Exception],
) -> None:  # fmt: skip
    seen, token = asked

    with pytest.raises(error):
        hand_in(both, token, typed, group, new_id())

    assert answered(both, seen) == 0


@pytest.mark.parametrize("token", ["", "gættet"])
def test_a_guessed_link_asks_nothing(
    both: Database, asked: tuple[SurveyRound, str], token: str
) -> None:
    assert asked
    with pytest.raises(SurveyLinkDead):
        asked_by_link(both, token)


def test_a_text_is_taken_out_of_sight_with_a_reason(
    both: Database, who: Who, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    for word in ("enig", "uenig", "helt enig", "helt uenig", "ved ikke"):
        answer(both, token, word)
    closed = close_round(both, who, seen)

    with pytest.raises(Empty):
        hide_text(both, who, closed, "mangler", "Mere uenig", " ")
    hide_text(both, who, closed, "mangler", "Mere uenig", "Peger på en person")

    assert "Mere uenig" not in results_of(both, closed).questions[1].texts
    assert len(results_of(both, closed).questions[1].texts) == LEAST - 1


def test_only_a_survey_of_the_template_can_be_asked(
    both: Database, who: Who, process: Process
) -> None:
    with pytest.raises(NotFound):
        open_round(both, who, process.id, "tjek")


def test_the_code_asks_the_same_until_the_link_is_renewed_or_the_round_closes(
    both: Database, who: Who, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    code = code_of(seen)

    assert asked_by_code(both, f" {code[:4].lower()}-{code[4:]} ") == asked_by_link(both, token)
    assert hand_in(both, code, {"maal": "enig"}, "", new_id())
    renew_link(both, who, seen)
    (renewed,) = entries(both, process.id, SurveyRound)
    for gone in (code, "", "ACDEFGHJ"):
        with pytest.raises(SurveyCodeUnknown):
            asked_by_code(both, gone)
    close_round(both, who, renewed)
    with pytest.raises(SurveyCodeUnknown):
        asked_by_code(both, code_of(renewed))


def test_every_answer_that_does_not_fit_is_told_at_once(
    both: Database, asked: tuple[SurveyRound, str]
) -> None:
    plan = asked_by_link(both, asked[1]).plan

    wrong = unfit(plan, {"maal": "måske", "mangler": "Ring 010101-1234"})

    assert {key: type(error) for key, error in wrong.items()} == {
        "maal": NotAChoice,
        "mangler": HoldsCpr,
    }


def test_a_process_that_was_put_away_takes_no_answers(
    both: Database, who: Who, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    archive(both, who, process)

    with pytest.raises(RoundClosed):
        answer(both, asked[1])


def test_an_archive_brings_the_answers_and_no_key_to_the_survey(
    both: Database, who: Who, process: Process, asked: tuple[SurveyRound, str]
) -> None:
    seen, token = asked
    for _ in range(LEAST):
        answer(both, token, group="Leder")
    data = export_process(both, process)
    copy = import_process(both, who, data)

    assert asked_by_link(both, token).process.id == process.id
    (moved,) = entries(both, copy.id, SurveyRound)
    assert (moved.link_hash, moved.secret, code_of(moved)) == ("", "", "")
    assert seen.secret.encode() not in unpacked(data)
    assert seen.link_hash.encode() not in unpacked(data)
    fresh = renew_link(both, who, moved)
    answer(both, fresh, group="Leder")
    found = results_of(both, close_round(both, who, entries(both, copy.id, SurveyRound)[0]))
    assert found.answered == LEAST + 1
    assert answered(both, seen) == LEAST


def test_a_phase_waits_for_a_round_that_enough_have_answered(both: Database, who: Who) -> None:
    text = WHOLE.replace("key: start,", "key: start, exit: [instruments_filled],", 1)
    asks = SURVEY.replace("    groups:", "    phase: start\n    groups:")
    process = a_process(both, who, template=text.replace("er I?\n    phase: start", "er I?") + asks)
    unmet = []
    for many in (LEAST - 1, LEAST):
        seen, token = open_round(both, who, process.id, "spoerg")
        for _ in range(many):
            answer(both, token)
        unmet.append(statuses_of(both, process.id)[0].exit_unmet)
        close_round(both, who, seen)
        unmet.append(statuses_of(both, process.id)[0].exit_unmet)

    waits = ("instruments_filled",)
    assert unmet == [waits, waits, waits, ()]


def unpacked(data: bytes) -> bytes:
    """Everything in the archive, as it can be read."""
    with ZipFile(BytesIO(data)) as files:
        return b"\n".join(files.read(name) for name in files.namelist())


def test_who_came_first_leaves_no_trace(both: Database, who: Who) -> None:
    given = [("enig", "Leder"), ("uenig", "Medarbejder"), ("ved ikke", ""), ("helt enig", "Leder")]
    traces = []
    for order in (given, given[::-1]):
        process = a_process(both, who, template=WHOLE + SURVEY)
        _, token = open_round(both, who, process.id, "spoerg")
        for text, group in order:
            answer(both, token, text, group)
        kept = entries(both, process.id, SurveyAnswer)
        bare = sorted((one.group, one.values, one.hidden, one.version) for one in kept)
        with both.reading() as store:
            acts = [(line.act, line.subject) for line in changes.lines(store, process.id)]
        traces.append((bare, acts))

    assert traces[0] == traces[1]
