"""The first page: whose strategy, by whom, when, and that it is a draft."""

from strategykit.domain.numbers import danish_date
from strategykit.domain.outline import Draft
from strategykit.drafting.word.desk import Desk
from strategykit.drafting.word.oxml import paragraph, run


def cover_xml(desk: Desk, draft: Draft) -> str:
    """The page as paragraphs, so that every reader meets them in this order."""
    cover = draft.cover
    lines = [
        paragraph(desk.styles["Forside afsender"], run(cover.municipality)),
        paragraph(desk.styles["Title"], unbroken(cover.title)),
        paragraph(desk.styles["Subtitle"], run(cover.committee)),
        paragraph(desk.styles["Forside status"], run(status_line(draft))),
        *(fact_line(desk, name, value) for name, value in _facts(draft)),
    ]
    if cover.notice:
        lines.append(paragraph(desk.styles["Bemærkning"], run(cover.notice)))
    return "".join(lines)


def unbroken(text: str) -> str:
    """The text in large letters, in which "15-17-årige" must not be torn at a hyphen."""
    return run(text).replace("-", _HYPHEN)


_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def status_line(draft: Draft) -> str:
    """ "Udkast, version 3", or only the status when there is no version to tell apart."""
    version = f"version {draft.cover.version}"
    return f"{draft.cover.status}, {version}" if draft.cover.status else version.capitalize()


def fact_line(desk: Desk, name: str, value: str) -> str:
    """A name and its value, under one another with the lines around."""
    words = run(f"{name}:", "<w:b/><w:bCs/>") + run("\t") + run(value)
    return paragraph(desk.styles["Forside fakta"], words)


def _facts(draft: Draft) -> list[tuple[str, str]]:
    facts = [("Dato", danish_date(draft.cover.day))]
    if draft.case_number:
        facts.append(("Sagsnummer", draft.case_number))
    return facts
