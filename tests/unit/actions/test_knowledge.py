from strategykit.actions.acting import new_id
from strategykit.actions.knowledge import KNOWLEDGE, knowledge_counts
from strategykit.actions.registers import add_entry
from strategykit.domain.knowledge import Constraint, EvidenceCard, Voice
from strategykit.domain.people import Who
from strategykit.storage.database import Database
from tests.support.makers import a_process


def test_every_kind_of_knowledge_is_counted_in_its_own_process(both: Database, who: Who) -> None:
    mine, other = a_process(both, who), a_process(both, who)
    for process, theme in ((mine, "Én voksen"), (mine, "Arbejde"), (other, "Andet")):
        add_entry(both, who, Voice(id=new_id(), process_id=process.id, theme=theme))
    add_entry(both, who, Constraint(id=new_id(), process_id=mine.id, text="Budgettet"))

    found = knowledge_counts(both, mine.id)

    assert {kind: n for kind, n in found.items() if n} == {Voice: 2, Constraint: 1}
    assert set(found) == set(KNOWLEDGE)
    assert found[EvidenceCard] == 0
