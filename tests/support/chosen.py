"""A vote on proposals for one of the committee's texts."""

from strategykit.actions.voting import set_dots
from strategykit.domain.boards import PROPOSALS, Note
from strategykit.domain.steps import Step, Subjects
from tests.support.halls import Hall

VISION = "Alle unge er på vej, og ingen står alene."
OTHER = "Vi er bedst i landet."
ON_VISION = {"subjects": Subjects.BOARD, "subject": PROPOSALS, "fields": ("vision",)}


def proposed(hall: Hall, preset: str = "skriv-uden-navn") -> tuple[Step, Note, Note]:
    """Two proposals, written in a step that is closed."""
    step = hall.step(preset, title="Skriv forslag", **ON_VISION)
    notes = [hall.write(step, n, text, "vision") for n, text in enumerate((VISION, OTHER))]
    return hall.close(step), notes[0], notes[1]


def chosen(hall: Hall, firsts: int = 3, seconds: int = 1) -> tuple[Step, Note]:
    """The vote, closed, and the note that got so many dots; the other one got `seconds`."""
    written, one, other = proposed(hall)
    vote = hall.step(
        "prikker-uden-navn", title="Prikker på forslagene", budget=1, own_allowed=True,
        source_id=written.id, **ON_VISION,
    )  # fmt: skip
    given = [one] * firsts + [other] * seconds
    for number, note in enumerate(given):
        set_dots(hall.db, hall.phone(number), vote.id, note.id, 1)
    return hall.close(vote), one
