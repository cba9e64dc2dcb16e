"""Reading a whole process at once."""

from dataclasses import dataclass
from functools import lru_cache

from strategykit.domain.approvals import Adoption
from strategykit.domain.ballots import Ballot
from strategykit.domain.boards import Dot
from strategykit.domain.drafts import DraftVersion, Upload
from strategykit.domain.knowledge import Constraint
from strategykit.domain.material import Material
from strategykit.domain.phases import PhaseStatus, phase_statuses
from strategykit.domain.process import Process
from strategykit.domain.template import Template
from strategykit.storage import boards, changes
from strategykit.storage.database import Database
from strategykit.storage.store import Store
from strategykit.storage.tables import ROW_OF
from strategykit.template_files import read_template

#: Kinds that are many or large and that no rule of the domain asks for.
_LEFT_OUT = (Process, Ballot, Dot, DraftVersion, Upload)


def process_of(db: Database, process_id: str) -> Process:
    """The process; raises NotFound."""
    with db.reading() as store:
        return store.get(Process, process_id)


def material_of(db: Database, process_id: str) -> Material:
    """Everything of a process at one moment; raises NotFound."""
    with db.reading() as store:
        return read_material(store, process_id)


def read_material(store: Store, process_id: str) -> Material:
    """The same, inside an open transaction."""
    process = store.get(Process, process_id)
    kinds = [kind for kind in ROW_OF if kind not in _LEFT_OUT]
    things = {kind: store.all(kind, process_id) for kind in kinds}
    return Material(process, template_of(process), things, boards.dot_counts(store, process_id))


def statuses_of(db: Database, process_id: str) -> tuple[PhaseStatus, ...]:
    """Where the process is and what is missing."""
    return phase_statuses(material_of(db, process_id))


def revision_of(db: Database, process_id: str) -> int:
    """A number that grows with every change of the process."""
    with db.reading() as store:
        return changes.revision(store, process_id)


def template_of(process: Process) -> Template:
    """The process's own copy of its template."""
    return _read(process.template)


@lru_cache(maxsize=32)
def _read(text: str) -> Template:
    return read_template(text, "forløbets skabelon")


@dataclass(frozen=True)
class Overview:
    """What every page shows of its process; `revision` is when it was so.

    `adopted` is the version that is the strategy, once there is one.
    """

    revision: int
    statuses: tuple[PhaseStatus, ...]
    constraints: tuple[Constraint, ...]
    adopted: Adoption | None = None


def overview_of(db: Database, process_id: str) -> Overview:
    """Phases and constraints, read anew only when the process has changed."""
    return _overview(db, process_id, revision_of(db, process_id))


@lru_cache(maxsize=64)
def _overview(db: Database, process_id: str, revision: int) -> Overview:
    material = material_of(db, process_id)
    adoptions = material.of(Adoption)
    return Overview(
        revision, phase_statuses(material), material.of(Constraint),
        adoptions[-1] if adoptions else None,
    )  # fmt: skip
