"""Every act at the helm: what it does can be taken back, or its button says that it cannot."""

from collections.abc import Iterator

import pytest

from strategykit.actions.undoing import Undoing
from strategykit.domain.boards import Done
from strategykit.participation import steering, steering_screen
from strategykit.participation.steering_helm import PATH
from strategykit.storage.database import Database
from strategykit.storage.migrating import migrate
from tests.support.halls import LEADER
from tests.support.helm_acts import ACTS, FOREVER, ONLY_DOORS, RECIPES, grouped, ticked
from tests.support.helms import Bridge, a_bridge, form


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Database]:
    """One database for all acts, each of which has a process of its own."""
    file = tmp_path_factory.mktemp("styring") / "strategi.db"
    on_postgres = request.param == "postgresql"
    own = (
        request.getfixturevalue("postgres").fresh_database() if on_postgres else f"sqlite:///{file}"
    )
    database = Database(own)
    migrate(database)
    yield database
    database.close()


@pytest.fixture
def bridge(shared: Database) -> Bridge:
    return a_bridge(shared)


def test_every_act_is_tried_here() -> None:
    posted = {row.path.removeprefix(f"{PATH}/") for row in steering.ROUTES if row.act}

    assert posted - set(RECIPES) == {"fortryd", *ONLY_DOORS}


@pytest.mark.parametrize("name", [name for name in RECIPES if name not in FOREVER])
def test_an_act_is_taken_back_whole(bridge: Bridge, name: str) -> None:
    given, undoing = RECIPES[name](bridge), Undoing()
    before = bridge.kept()
    done = {**ACTS, "afslut": steering_screen.end}[name](bridge.helm, given)
    assert isinstance(done, Done)
    undoing.keep(bridge.hall.process.id, bridge.hall.meeting.id, done)
    newest = undoing.newest(bridge.hall.process.id, bridge.hall.meeting.id)
    assert newest is not None
    assert bridge.kept() != before

    told = undoing.take_back(
        bridge.hall.db, LEADER, bridge.hall.process.id, bridge.hall.meeting.id, newest.id
    )

    assert told == done.told
    assert bridge.kept() == before


@pytest.mark.parametrize("name", sorted(FOREVER))
def test_an_act_for_good_offers_nothing_to_take_back(bridge: Bridge, name: str) -> None:
    done = ACTS[name](bridge.helm, RECIPES[name](bridge))

    assert isinstance(done, Done)
    assert (done.before, done.after) == ((), ())


@pytest.mark.parametrize(
    ("act", "more"),
    [
        ("laeg", {}),
        ("tag", {}),
        ("skjul", {"grund": "Navngiver en person"}),
        ("flyt", {"felt": "svagheder"}),
    ],
)
def test_what_is_done_with_ticked_notes_is_taken_back_whole(
    bridge: Bridge, act: str, more: dict[str, str]
) -> None:
    step, group_id = grouped(bridge)
    note = bridge.hall.write(step, 2, "Endnu en om busser")
    members = [n for n in bridge.hall.view.content(step).notes if n.group_id]
    chosen = members[:1] if act == "tag" else [note]
    before, undoing = bridge.kept(), Undoing()

    done = ACTS["sedler"](
        bridge.helm, form((act, ""), *ticked(*chosen), trin=step.id, gruppe=group_id, **more)
    )

    assert isinstance(done, Done)
    assert bridge.kept() != before
    undoing.keep(bridge.hall.process.id, "m", done)
    newest = undoing.newest(bridge.hall.process.id, "m")
    assert newest is not None
    undoing.take_back(bridge.hall.db, LEADER, bridge.hall.process.id, "m", newest.id)
    assert bridge.kept() == before
