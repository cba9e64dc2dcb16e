"""The page of the way through the bodies."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from strategykit.actions.acting import new_id
from strategykit.actions.approving import adoption_of
from strategykit.actions.draft_versions import keep_version, version_of
from strategykit.actions.materials import statuses_of
from strategykit.actions.way import stages_of
from strategykit.domain.approvals import Body, Outcome, Stage
from strategykit.domain.approving import at_hand
from strategykit.domain.drafts import DraftVersion
from strategykit.domain.outline import Paragraph
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.pages import Opened, choose, field, press, said, shown

DAY = date(2026, 9, 1)


@pytest.fixture
def version(app_db: Database, who: Who, broendby: Process) -> DraftVersion:
    return keep_version(app_db, who, broendby.id, new_id())


@pytest.fixture
def begun(opened: Opened, broendby: Process, version: DraftVersion) -> AppTest:  # noqa: ARG001
    return press(opened("godkendelse", broendby), "Begynd behandlingen")


def now(db: Database, process: Process) -> Stage:
    found = at_hand(stages_of(db, process.id))
    assert found is not None
    return found


def prepare(window: AppTest) -> AppTest:
    field(window, "Mødedato").set_value(DAY)
    return choose(press(window, "Gem"), "Før eller efter mødet", "Efter mødet")


def decide(window: AppTest, outcome: Outcome, **words: str) -> AppTest:
    """Both halves of a meeting."""
    window = prepare(window)
    field(window, "Udfald").set_value(outcome)
    for label, text in words.items():
        field(window, label.replace("_", " ")).set_value(text)
    if any(area.label == "Videre med åbne punkter, fordi" for area in window.text_area):
        field(window, "Videre med åbne punkter, fordi").set_value("Det er et eksempel.")
    return press(window, "Gem beslutningen")


def to_the_council(window: AppTest) -> AppTest:
    for outcome in (Outcome.RECOMMENDED, Outcome.RECOMMENDED, Outcome.HEARD, Outcome.RECOMMENDED):
        window = decide(window, outcome)
    return window


def test_the_indstilling_is_written_at_the_committees_own_stage(
    begun: AppTest, broendby: Process, app_db: Database
) -> None:
    assert begun.title[0].value == "Godkendelse"
    assert "Sagen ligger hos Udvalget. Mødet har ingen dato." in shown(begun)
    text = field(begun, "Indstilling")
    assert text.value == "At ungestrategien for Brøndby Kommune vedtages."
    text.set_value("At strategien vedtages som forelagt.")
    decide(begun, Outcome.RECOMMENDED)

    first = stages_of(app_db, broendby.id)[0]
    assert first.recommendation == "At strategien vedtages som forelagt."
    assert (first.outcome, first.overruled) == (Outcome.RECOMMENDED, "Det er et eksempel.")
    assert now(app_db, broendby).body is Body.STANDING
    lacking = {key for status in statuses_of(app_db, broendby.id) for key in status.exit_unmet}
    assert "recommendation_given" not in lacking


def test_what_is_open_leads_to_its_page_and_asks_for_a_reason(
    begun: AppTest, broendby: Process, app_db: Database
) -> None:
    labels = [link.proto.label for link in begun.get("page_link")]
    assert any(label.startswith("Åbent: ") and "udkastet" in label for label in labels)
    assert "Ikke endnu: Nulpunktet er låst" in labels
    window = prepare(begun)
    field(window, "Udfald").set_value(Outcome.RECOMMENDED)
    window = press(window, "Gem beslutningen")

    assert any("Sagen er ikke sendt videre." in sentence for sentence in said(window))
    assert now(app_db, broendby).body is Body.COMMITTEE
    assert field(window, "Udfald").value is Outcome.RECOMMENDED  # what was typed still stands


def test_only_what_the_body_may_do_can_be_chosen(begun: AppTest) -> None:
    window = prepare(begun)

    assert "Vedtaget" not in field(window, "Udfald").options


def test_a_case_without_a_kept_version_says_where_to_keep_one(
    opened: Opened, broendby: Process
) -> None:
    window = press(opened("godkendelse", broendby), "Begynd behandlingen")

    assert "Der er ingen gemt version at behandle endnu." in shown(window)
    assert "Gem udkastet som version" in [li.proto.label for li in window.get("page_link")]


def test_a_postponed_and_a_returned_case_come_again(
    begun: AppTest, broendby: Process, app_db: Database
) -> None:
    window = decide(begun, Outcome.POSTPONED)
    assert "Gemt: Udvalget, udsat. Sagen kommer på igen hos Udvalget." in said(window)
    window = decide(window, Outcome.RECOMMENDED)
    window = decide(window, Outcome.SENT_BACK, Beslutning="Regn på økonomien.")

    assert any("vejen igennem igen" in sentence for sentence in said(window))
    assert now(app_db, broendby).body is Body.COMMITTEE
    assert [s.body for s in stages_of(app_db, broendby.id)].count(Body.STANDING) == 2
    assert "Regn på økonomien." in shown(choose(window, "Del af siden", "Alle led"))


def test_adopted_with_changes_becomes_a_locked_version(
    begun: AppTest, broendby: Process, app_db: Database
) -> None:
    window = to_the_council(begun)
    window = decide(window, Outcome.ADOPTED_CHANGED, Stemmer_for="14", Stemmer_imod="5",
                    Mindretallets_forslag="At udsætte sagen.")  # fmt: skip
    assert "Skriv ændringerne ind, så låses den endelige tekst." in shown(window)
    window = choose(window, "Kapitel", "indsatsomraader")
    window = choose(window, "Stykke", "indsatsomraader:indledning:1")
    field(window, "Den nye tekst").set_value("Rådets egne ord.")
    field(window, "Foreslået af (kan stå tomt)").set_value("Et flertal")
    window = press(window, "Gem ændringen")
    assert "Rådets egne ord." in shown(window)
    window = press(window, "Skriv ændringerne ind, og lås ungestrategien")

    adoption = adoption_of(app_db, broendby.id)
    assert adoption is not None
    final = version_of(app_db, broendby.id, adoption.version_id).draft
    assert "Rådets egne ord." in [b.text for _, b in final.blocks() if isinstance(b, Paragraph)]
    assert "Vedtaget af Kommunalbestyrelsen den 1.\u00a0september\u00a02026." in shown(window)
    assert f"Version {adoption.number} er ungestrategien. Den er låst" in shown(window)
    window = press(window, "Begynd en ny behandling")
    assert "Sagens vej, behandling 2" in shown(choose(window, "Del af siden", "Alle led"))
    assert now(app_db, broendby).round == 2


def test_the_chain_is_changed_on_the_page(
    begun: AppTest, broendby: Process, app_db: Database
) -> None:
    window = choose(begun, "Del af siden", "Alle led")
    field(window, "Navn").set_value("§ 17, stk. 4-udvalget")
    window = press(window, "Gem navnet")
    field(window, "Hvad leddet hedder").set_value("Ungerådet")
    field(window, "Slags").set_value(Body.HEARING)
    window = press(window, "Tilføj leddet")
    names = [s.name for s in stages_of(app_db, broendby.id)]
    assert names[0] == "§ 17, stk. 4-udvalget"
    assert names[-2:] == ["Ungerådet", "Kommunalbestyrelsen"]
    window = press(window, "Flyt ned")
    assert stages_of(app_db, broendby.id)[1].name == "§ 17, stk. 4-udvalget"
    window = press(window, "Fjern leddet")
    assert any("det eneste led, der kan give udvalgets indstilling" in s for s in said(window))
