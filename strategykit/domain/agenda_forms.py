"""How municipalities set up a case on their agendas."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class AgendaForm:
    """`headings` are pairs of a heading and the word for what fills it, in the form's order."""

    key: str
    name: str
    code: str
    source: str
    headings: tuple[tuple[str, str], ...]


def form_for(municipality: str, forms: Sequence[AgendaForm]) -> AgendaForm:
    """The municipality's own form, or the first where it has none of its own."""
    return next((form for form in forms if form.code == municipality), forms[0])
