"""Small things to test with; every name in them is made up and says so."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from strategykit.actions.acting import new_id
from strategykit.actions.processes import start_process
from strategykit.domain.people import Who
from strategykit.domain.process import Process
from strategykit.storage.database import Database
from strategykit.template_files import shipped_files

NOON = datetime(2026, 6, 3, 10, 0, tzinfo=UTC)
YOUTH = next(f.text for f in shipped_files() if f.template.key == "ungestrategi")
OTHER = Path(__file__).parents[1] / "templates" / "handicappolitik.yaml"
PLAIN = Path(__file__).parents[1] / "templates" / "klimaplan.yaml"


def a_process(db: Database, who: Who, **values: Any) -> Process:
    """A process of the shipped youth template, or of the one given."""
    own_id = new_id()
    given = {
        "title": "Prøvestrategi",
        "municipality": "787",
        "committee": "Prøveudvalget",
        "template": YOUTH,
    } | values
    return start_process(db, who, Process(id=own_id, process_id=own_id, **given))
