"""Reading the templates that come with the program, and checking one of your own."""

from pathlib import Path

from strategykit.errors import UnknownTemplate
from strategykit.reference_data import reference_data
from strategykit.template_files import TemplateFile, read_template_file, shipped_files


def templates() -> tuple[TemplateFile, ...]:
    """The templates that a process can be made from."""
    return shipped_files()


def template_named(key: str) -> TemplateFile:
    """The shipped template with that key; raises UnknownTemplate."""
    known = {each.template.key: each for each in shipped_files()}
    if key not in known:
        raise UnknownTemplate(key, tuple(known))
    return known[key]


def check_templates(file: Path | None) -> int:
    """How many templates are without mistakes; raises TemplateProblems with all of them."""
    catalogue = tuple(i.key for i in reference_data().indicators)
    files = [file] if file else sorted(path for path in _folder().glob("*.yaml"))
    for each in files:
        read_template_file(each, catalogue)
    return len(files)


def _folder() -> Path:
    return Path(__file__).resolve().parents[2] / "strategy_templates"
