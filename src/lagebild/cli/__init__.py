"""The command line ``lagebild``.

Each command is a module of this package with a Typer ``app``; it is imported only when
it is called, so that ``lagebild --help`` answers at once. To add a command, add the module
and its line in ``COMMANDS``.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

#: Command → what it does, in one line. The module is ``lagebild.cli.<command>``.
COMMANDS: dict[str, str] = {
    "read": "Read articles: who does what to whom, who says so, and how sure they are.",
    "ingest": "Read inputs of any size into a store, on all cores.",
    "watch": "Poll feeds, read every new entry into a store, and alert on new events.",
    "dossier": "All that passes between two actors: timeline, deals, treaties, claims against denials.",
    "timeline": "Events of an actor, or between two, by date.",
    "ledger": "Who asserted, denied and confirmed what, and how certainty moved.",
    "series": "Events a month by kind, with their mean tone.",
    "network": "Which countries deal with which.",
    "search": "Statements by actor, type, date, place, certainty, source and words.",
    "serve": "Serve a store as web pages: search, articles, dossiers.",
    "export": "A store for other programs: PLOVER, GDELT columns, CSV, Parquet, JSON-LD, FollowTheMoney.",
    "store": "Look after a store: check, compact, stats.",
    "rules": "Show the rules that Lagebild decides by, with their reasons and examples.",
}


class Commands(TyperGroup):
    """The group of all commands, each imported when it is called."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of that name, None when there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"lagebild.cli.{cmd_name.replace('-', '_')}")
        command = get_command(module.app)
        command.name = cmd_name
        return command

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """The table of commands, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


app = typer.Typer(
    cls=Commands,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(epilog="Example:  lagebild read artikel.txt --published 2023-09-12")
def _lagebild(
    version: bool = typer.Option(False, "--version", help="Print the version and stop."),
) -> None:
    """Lagebild reads German news into a sourced, dated record of who does what to whom.

    Records go to standard output, everything else to standard error. Exit status: 0 all
    read, 1 some inputs could not be read, 2 wrong usage.
    """


def _version() -> None:
    from importlib.metadata import version

    print(f"lagebild {version('lagebild')}")


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and leave the process with its exit status; never shows a traceback.

    With ``LAGEBILD_DEBUG`` in the environment an unexpected error shows its traceback.
    """
    from lagebild.errors import LagebildError

    arguments = sys.argv[1:] if arguments is None else arguments
    if arguments[:1] == ["--version"]:
        _version()
        return
    try:
        app(args=arguments, prog_name="lagebild")
    except KeyboardInterrupt:
        complain("stopped")
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output (head, less) has seen enough. Keep Python from flushing into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except LagebildError as error:
        complain(str(error))
        sys.exit(1)
    except OSError as error:
        complain(f"{error.filename or 'output'}: {(error.strerror or str(error)).lower()}")
        sys.exit(1)
    except Exception as error:
        if os.environ.get("LAGEBILD_DEBUG"):
            raise
        complain(f"an error of ours, please report it: {one_line(error)} (LAGEBILD_DEBUG=1 shows where)")
        sys.exit(1)


def complain(message: str) -> None:
    """One line on standard error, terminal control characters made harmless."""
    line = "".join(c if c.isprintable() else " " for c in message)
    print(f"lagebild: {line}", file=sys.stderr)


def one_line(error: BaseException) -> str:
    """Type and first line of an exception."""
    text = str(error).strip().splitlines()
    return f"{type(error).__name__}: {text[0][:200]}" if text else type(error).__name__
