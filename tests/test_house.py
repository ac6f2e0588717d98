"""The house is a one-way street: a room imports only from rooms before it."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[1] / "src" / "lagebild"

#: Rooms from first to last; errors, compiled, record and lexicon are the ground floor that all stand on.
ROOMS = [
    "errors",
    "compiled",
    "record",
    "lexicon",
    "intake",
    "language",
    "reading",
    "store",
    "dossier",
    "view",
    "export",
    "scale",
    "web",
    "cli",
]

FILES = sorted(SOURCE.rglob("*.py"))


def room_of(path: Path) -> str:
    first = path.relative_to(SOURCE).parts[0]
    return first.removesuffix(".py")


def _for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def imports(path: Path) -> list[str]:
    """Modules that a file imports at its top level. What a function imports late is its own affair, and what only the
    type checker reads is no dependency."""
    tree = ast.parse(path.read_text("utf8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom | ast.Import)]
    inner = {
        node
        for outer in ast.walk(tree)
        if isinstance(outer, ast.FunctionDef | ast.AsyncFunctionDef) or _for_types(outer)
        for node in ast.walk(outer)
    }
    names = []
    for node in nodes:
        if node not in inner:
            names += (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
            )
    return names


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(SOURCE)))
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    if room not in ROOMS:
        assert room in ("__init__", "__main__", "samples"), f"{room} has no place in the house"
        return
    for name in imports(path):
        parts = name.split(".")
        if parts[0] == "lagebild" and len(parts) > 1:
            assert parts[1] in ROOMS[: ROOMS.index(room) + 1], f"{path.name} imports {name}"


def test_steps_of_the_reading_depend_on_one_another_one_way() -> None:
    """Else it depends on who imports first whether anything can be imported."""
    reading = SOURCE / "reading"
    asks: dict[str, set[str]] = {}
    for path in reading.rglob("*.py"):
        step = path.relative_to(reading).parts[0].removesuffix(".py")
        parts = [name.split(".") for name in imports(path)]
        asks.setdefault(step, set()).update(p[2] for p in parts if p[:2] == ["lagebild", "reading"] and p[2:])
    order = list(TopologicalSorter({step: others - {step} for step, others in asks.items()}).static_order())
    assert order.index("actors") < order.index("places")


def test_names_say_what_is_inside() -> None:
    vague = {"utils", "util", "helpers", "helper", "misc", "common", "stuff"}
    assert not [p for p in FILES if vague & set(p.relative_to(SOURCE).with_suffix("").parts)]


def test_no_path_of_a_machine_is_in_the_code() -> None:
    machine = [f"{folder}/" for folder in (SOURCE.parents[2], Path.home()) if folder != Path(folder.anchor)]
    for path in [*FILES, *(SOURCE.parents[1] / "docs").rglob("*.md")]:
        text = path.read_text("utf8")
        assert not [folder for folder in ("/home/", *machine) if folder in text], path


def test_caches_are_of_functions() -> None:
    """A compiled method's cache does not say that it is ours, and would outlive the words it holds (`reader`)."""
    for path in FILES:
        for outer in ast.walk(ast.parse(path.read_text("utf8"))):
            for node in outer.body if isinstance(outer, ast.ClassDef) else ():
                decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
                named = [ast.unparse(d).split("(")[0].rpartition(".")[2] for d in decorators]
                assert not {"cache", "lru_cache"} & set(named), path


@pytest.mark.parametrize("room", ["language", "reading"])
def test_membership_is_asked_in_a_form_that_compiles(room: str) -> None:
    """mypyc cannot read ``x in (*a, b)``; see docs/development.md."""
    for path in sorted((SOURCE / room).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf8"))):
            for within in node.comparators if isinstance(node, ast.Compare) else ():
                parts = within.elts if isinstance(within, ast.Tuple | ast.List) else []
                assert not [e for e in parts if isinstance(e, ast.Starred)], f"{path}:{node.lineno}"
