"""``lagebild rules``: the rules behind every judgement, as the lexicon has them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

import typer

from lagebild.errors import LagebildError

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    help="Show the rules that Lagebild decides by. The evidence of a statement names its rules.",
)


@app.command("list", epilog="Example:  lagebild rules list")
def list_rules() -> None:
    """List all rules, one a line: the name and why it is there."""
    for _, rule in _all_rules():
        print(f"{rule['name']}\t{_flat(rule['why'])}")


@app.command("show", no_args_is_help=True, epilog="Example:  lagebild rules show hearsay-sollen")
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="The name that the evidence gives.")],
) -> None:
    """Show one rule: its file, its reason, sentences it holds for, and near misses."""
    known = []
    for file, rule in _all_rules():
        known.append(str(rule["name"]))
        if rule["name"] == name:
            print(f"{name}\n\n  {_flat(rule['why'])}\n")
            for title, key in (("holds for", "yes"), ("not for", "no")):
                if rule[key]:
                    print(f"  {title}:")
                    print("\n".join(f"    {_example(example)}" for example in rule[key]) + "\n")
            print(f"  written in language/de/lexicon/{file}")
            return
    import difflib

    near = difflib.get_close_matches(name, known, n=3)
    hint = f"; did you mean {' or '.join(near)}?" if near else "; see 'lagebild rules list'"
    raise LagebildError(f"there is no rule {name!r}{hint}")


def _all_rules() -> Iterator[tuple[str, dict[str, Any]]]:
    """Every rule of the German pack with the lexicon file it stands in, files in the order of their names."""
    from importlib.resources import as_file, files

    from lagebild.lexicon import rules

    with as_file(files("lagebild.language") / "de" / "lexicon") as root:
        names = sorted(path.relative_to(root).as_posix() for path in root.rglob("*.toml"))
    for name in names:
        for rule in rules(name):
            yield name, rule


def _flat(text: str) -> str:
    return " ".join(text.split())


def _example(example: object) -> str:
    """An example as it is written in the rule file: a sentence, or a table with the sentence under ``text``."""
    if isinstance(example, dict):
        rest = ", ".join(f"{k}: {v}" for k, v in example.items() if k != "text")
        return f"{example.get('text', '')}  [{rest}]" if rest else str(example.get("text", ""))
    return str(example)
