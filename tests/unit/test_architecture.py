"""The house's form: what import-linter and ruff cannot see."""

import ast
import inspect
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from strategykit import errors

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "pages").rglob("*.py"))
FRONT = ROOT / "pages" / "forloeb" / "forside.py"  # where a process is chosen or made
MODULES = sorted((ROOT / "strategykit").rglob("*.py"))
CATALOGUES = {
    *(ROOT / "strategykit" / "storage" / "migrations" / "versions").glob("*.py"),  # frozen history
    ROOT / "strategykit" / "errors" / "__init__.py",  # the list and the tree of all errors
}
BENCH = {
    path for path in MODULES if "bench" in path.name or "bench" in path.parent.name
}  # dev tools
PAGE_LINES, FILE_LINES, FUNCTION_LINES = 60, 250, 40
PAGES_MAY_IMPORT = re.compile(r"(streamlit|strategykit\.(ui|actions|domain|errors))\b")
DOMAIN_MAY_IMPORT = re.compile(r"strategykit\.(domain|errors)\b|strategykit$")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(path: Path) -> list[str]:
    found: list[str] = []
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            found.append(node.module or "")
    return found


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_is_a_short_script(path: Path) -> None:
    made = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)
    lines = len(path.read_text("utf-8").splitlines())

    assert lines <= PAGE_LINES
    assert not [node for node in ast.walk(tree(path)) if isinstance(node, made)]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_knows_only_drawing_acts_and_domain(path: Path) -> None:
    standard = sys.stdlib_module_names
    strangers = [
        module
        for module in imported(path)
        if not PAGES_MAY_IMPORT.match(module) and module.split(".")[0] not in standard
    ]

    assert strangers == []


@pytest.mark.parametrize("path", [path for path in PAGES if path != FRONT], ids=name)
def test_a_page_gates_itself_before_it_draws(path: Path) -> None:
    acts = [
        node
        for node in tree(path).body
        if not isinstance(node, ast.Import | ast.ImportFrom)
        and not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
    ]

    assert "open_" in ast.unparse(acts[0])


def test_no_page_lies_directly_in_its_folder() -> None:
    assert list((ROOT / "pages").glob("*.py")) == []


@pytest.mark.parametrize("path", sorted({*MODULES, *PAGES} - CATALOGUES), ids=name)
def test_no_file_and_no_function_is_long(path: Path) -> None:
    lines = len(path.read_text("utf-8").splitlines())
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        node.name
        for node in ast.walk(tree(path))
        if isinstance(node, functions) and (node.end_lineno or 0) - node.lineno >= FUNCTION_LINES
    ]

    assert (lines <= FILE_LINES, long) == (True, []), f"{lines} lines"


def test_no_module_in_ui_hides_one_of_the_standard_library() -> None:
    """During a run Streamlit puts strategykit/ui first on the path."""
    names = {path.stem for path in (ROOT / "strategykit" / "ui").iterdir()}

    assert names & sys.stdlib_module_names == set()


@pytest.mark.parametrize("path", sorted((ROOT / "strategykit" / "domain").glob("*.py")), ids=name)
def test_the_domain_needs_the_standard_library_alone(path: Path) -> None:
    standard = sys.stdlib_module_names
    strangers = [
        module
        for module in imported(path)
        if not DOMAIN_MAY_IMPORT.match(module) and module.split(".")[0] not in standard
    ]

    assert strangers == []


def test_the_app_needs_no_package_that_only_the_tests_have() -> None:
    pinned = set(re.findall(r"(?m)^([\w.-]+)==", (ROOT / "requirements.txt").read_text("utf-8")))
    giving = packages_distributions()
    asked = {
        (name(path), module.split(".")[0])
        for path in {*MODULES, *PAGES, ROOT / "app.py"} - BENCH
        for module in imported(path)
    }
    known = sys.stdlib_module_names | {"strategykit"}
    lacking = {
        (path, module)
        for path, module in asked
        if module not in known and not pinned & {normal(d) for d in giving.get(module, [])}
    }

    assert lacking == set()


def normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def test_imports_go_one_way() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run(
        [linter, "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert found.returncode == 0, found.stdout + found.stderr


def test_every_error_stands_in_the_tree_of_its_module_where_it_belongs() -> None:
    """The tree's indentation says which error is a kind of which."""
    above: dict[int, str] = {}
    drawn: dict[str, str] = {}
    for line in (errors.__doc__ or "").splitlines():
        found = re.match(r"([│ ]*[├└]── )?([A-Z]\w+)(?=\s{2,}|$)", line)
        if found:
            depth = len(found[1] or "") // 4
            above[depth] = found[2]
            drawn[found[2]] = above.get(depth - 1, "Exception")
    classes = inspect.getmembers(errors, inspect.isclass)
    made = {
        name: made.__bases__[0].__name__
        for name, made in classes
        if made.__module__.startswith(errors.__name__)
    }

    assert drawn == made


def test_no_error_is_told_in_english() -> None:
    words = re.compile(r"\b(the|not|must|failed|invalid|cannot|missing|error)\b", re.IGNORECASE)
    said = [
        text.value
        for file in Path(errors.__file__).parent.glob("*.py")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Call)
        for text in ast.walk(node)
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    ]

    assert [text for text in said if words.search(text)] == []
