"""FEEDS.toml: what is understood, and how a mistake is named."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from lagebild.cli import main
from lagebild.errors import SettingsError
from lagebild.lexicon import table
from lagebild.record import Context
from lagebild.scale.watch import Feed, load
from lagebild.scale.watch.settings import parse

DOCS = Path(__file__).resolve().parents[2] / "docs"
FEED = '[[feed]]\nurl = "https://example.org/rss"\n'
ALERT = FEED + '[[alert]]\nname = "a"\n'


def test_the_example_of_the_docs_is_understood() -> None:
    example = re.findall(r"```toml\n(.*?)```", (DOCS / "watch.md").read_text("utf8"), re.S)[0]
    settings = parse(example, Path("ordner"))
    assert len(settings.feeds) == 2 and settings.feeds[0].interval != settings.feeds[1].interval
    assert settings.alerts[0].to.file == Path("ordner/waffen.jsonl")
    assert [bool(a.to.command) for a in settings.alerts] == [False, True, False]


def test_defaults() -> None:
    settings = parse(FEED, Path())
    assert settings.feeds == (Feed("https://example.org/rss", 900.0),) and settings.delay == 5.0


def test_all_contexts_that_the_reader_gives_may_be_asked_for() -> None:
    given = sorted({row["context"] for row in table("events/contexts.tsv", ("word", "context"))})
    settings = parse(ALERT + f'to = {{ file = "a" }}\ncontexts = {json.dumps(given)}\n', Path())
    assert settings.alerts[0].contexts == tuple(given) and set(given) <= set(get_args(Context))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = ", "Invalid value"),
        ("", "no [[feed]]"),
        ('feed = "https://example.org"', "feed cannot be"),
        ("[[feed]]\nurl = 3", "feed 1: url"),
        ('[[feed]]\nurl = "file:///etc/passwd"', "web address"),
        (FEED + FEED, "two [[feed]]"),
        (FEED + "interval = 5", "at least 60"),
        ("delay = true\n" + FEED, "delay cannot be"),
        ("speed = 3\n" + FEED, "'speed' is not known"),
        (ALERT, "must name one of"),
        (ALERT + 'to = { file = "a", webhook = "https://example.org" }', "must name one of"),
        (ALERT + "to = { command = [] }", "command is empty"),
        (ALERT + 'to = { file = "a", mail = "b" }', "'mail' is not known"),
        (ALERT + 'to = { file = "a" }\ntypes = ["AIDE"]', "'AIDE' is none of"),
        (ALERT + 'to = { file = "a" }\ncertainty = ["sure"]', "'sure' is none of"),
        (ALERT + 'to = { file = "a" }\nactors = "RUS"', "actors cannot be"),
    ],
)
def test_a_mistake_is_one_line_that_names_it(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text(text)
    with pytest.raises(SettingsError) as error:
        load(path)
    assert told in str(error.value) and str(path) in str(error.value) and "\n" not in str(error.value)


def test_the_command_says_it_in_one_line_with_status_two(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "feeds.toml"
    path.write_text("x = ")
    for arguments in ([str(path)], [str(tmp_path / "none.toml")]):
        with pytest.raises(SystemExit) as ended:
            main(["watch", *arguments, "--into", str(tmp_path / "s")])
        said = capsys.readouterr().err
        assert ended.value.code == 2 and said.count("\n") == 1 and arguments[0] in said
    assert not (tmp_path / "s").exists()
