"""The page of the indstilling."""

from datetime import date

from strategykit.actions.draft_versions import keep_version
from strategykit.actions.registers import entries
from strategykit.domain.context import Recommendation
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from tests.support.pages import Opened, field, press, shown


def test_the_indstilling_is_written_and_given(
    opened: Opened, broendby: Process, app_db: Database
) -> None:
    window = opened("godkendelse", broendby)
    assert window.title[0].value == "Indstilling"
    assert field(window, "Indstilling").value == "At ungestrategien for Brøndby Kommune vedtages."
    field(window, "Indstilling").set_value("At strategien vedtages som forelagt.")
    window = press(window, "Gem indstillingen")
    assert "Ikke givet endnu." in shown(window)
    field(window, "Givet den").set_value(date(2026, 9, 1))
    window = press(window, "Gem indstillingen")
    assert "Givet den 1. september 2026 til Kommunalbestyrelsen." in shown(window)
    (kept,) = entries(app_db, broendby.id, Recommendation)
    assert (kept.text, kept.given_on) == ("At strategien vedtages som forelagt.", date(2026, 9, 1))


def test_what_is_open_before_it_is_listed(
    opened: Opened, broendby: Process, app_db: Database, who: Who
) -> None:
    labels = [link.proto.label for link in opened("godkendelse", broendby).get("page_link")]
    assert "Ikke endnu: Nulpunktet er låst" in labels
    assert not [label for label in labels if "Indstillingen er givet" in label]
    not_kept = "Udkastet, som det står nu, er ikke gemt som version"
    assert not_kept in labels
    keep_version(app_db, who, broendby.id, "v1")
    labels = [link.proto.label for link in opened("godkendelse", broendby).get("page_link")]
    assert not_kept not in labels
