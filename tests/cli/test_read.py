"""The command line of reading: statuses, streams, formats, files that are whole or not there."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from lagebild.cli import COMMANDS, app, main
from lagebild.record import Record, Source
from tests.intake.pages import ENGLISH, TEXT


class Echo:
    """A reader that says of each article only what intake said; stands in for the German pack."""

    def __init__(self, language):
        assert language == "de"

    def pipe(self, articles):
        for article in articles:
            if "Explosion" in article.text:
                raise RuntimeError("two\nlines")
            yield Record(
                id=article.identity, source=Source(article.uri), text=article.text, blocks=article.blocks,
                published=article.published,
            )  # fmt: skip


@pytest.fixture
def run(monkeypatch, tmp_path, capfd):
    """Run the command line in an empty folder; gives status, output, complaints."""
    monkeypatch.setattr("lagebild.reading.Reader", Echo)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text(TEXT, "utf8")
    (tmp_path / "b.txt").write_text(ENGLISH, "utf8")
    (tmp_path / "c.txt").write_text("Explosion in Genf\n" + TEXT, "utf8")

    def call(*arguments):
        status = 0
        try:
            main(list(arguments))
        except SystemExit as end:
            status = end.code or 0
        return status, *capfd.readouterr()

    return call


def test_records_go_out_one_a_line(run):
    status, out, err = run("read", "a.txt", "a.txt", "--published", "2023-09-13")
    records = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [r["source"]["uri"] for r in records] == ["a.txt", "a.txt"]
    assert records[0]["text"] == TEXT and records[0]["published"] == "2023-09-13"
    assert records[0] == records[1]


def test_failures_are_named_and_the_rest_is_written(run):
    status, out, err = run("read", ".", "fehlt.html")
    assert status == 1
    assert [json.loads(line)["source"]["uri"] for line in out.splitlines()] == ["a.txt"]
    complaints = err.splitlines()
    assert len(complaints) == 3
    assert "b.txt: language English is not read yet" in err
    assert "c.txt: an error of ours" in err and "RuntimeError: two" in err
    assert "fehlt.html: no such file or folder" in err


@pytest.mark.parametrize(
    "arguments",
    [("read",), ("read", "a.txt", "--published", "gestern"), ("read", "a.txt", "--format", "pdf"), ("lies",),
     ("read", "a.txt", "--output", "gibt/es/nicht.jsonl"), ("read", "--falsch", "a.txt")],
)  # fmt: skip
def test_wrong_usage_is_status_2(run, arguments):
    status, out, _ = run(*arguments)
    assert status == 2 or (arguments == ("read",) and "Example" in out)


def test_output_file_is_whole_or_as_it_was(run, tmp_path):
    target = tmp_path / "r.jsonl"
    target.write_text("alt")
    status, out, err = run("read", "b.txt", "--output", "r.jsonl")
    assert status == 1 and target.read_text() == "alt" and "nothing was read" in err
    status, out, err = run("read", "a.txt", "b.txt", "--output", "r.jsonl")
    assert status == 1 and out == ""
    assert json.loads(target.read_text("utf8"))["text"] == TEXT
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.txt", "b.txt", "c.txt", "r.jsonl"]


@pytest.mark.parametrize(("name", "begins"), [("r.html", "<!doctype html>"), ("r.txt", "")])
def test_format_follows_the_ending_of_the_file(run, tmp_path, name, begins):
    assert run("read", "a.txt", "--output", name)[0] == 0
    written = (tmp_path / name).read_text("utf8")
    assert written.lower().startswith(begins) and "Gasabkommen" in written
    assert not written.startswith("{")


def test_terminal_controls_in_names_are_harmless(run, tmp_path):
    (tmp_path / "x\x1b[2J.txt").write_bytes(b"")
    assert "\x1b" not in run("read", "x\x1b[2J.txt")[2]


@pytest.mark.parametrize("given", [TEXT, json.dumps({"text": TEXT, "id": "x"})])
def test_standard_input(run, monkeypatch, given):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
    status, out, _ = run("read", "-")
    record = json.loads(out)
    assert status == 0 and record["text"] == TEXT
    assert record["source"]["uri"] in ("-", "-/x")


def test_rules_show_themselves(run):
    status, out, _ = run("rules", "show", "appeal-price")
    assert status == 0 and "Mit nur 5,- Euro" in out and "not for" in out
    status, _, err = run("rules", "show", "appeal-prise")
    assert status == 1 and "appeal-price" in err
    assert "copyright-line\tNotice of rights" in run("rules", "list")[1]


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_has_help_with_an_example(command):
    result = CliRunner().invoke(app, [command, "--help"], prog_name="lagebild")
    assert result.exit_code == 0
    assert f"lagebild {command}" in result.stdout.replace("\n  ", " ")


def test_help_imports_no_heavy_library():
    """The help answers at once because nothing heavy is imported for it."""
    code = (
        "import sys, lagebild.cli\n"
        "try: lagebild.cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'numpy', 'pandas', 'duckdb', 'pyarrow', 'trafilatura', 'httpx', 'rich', 'fastapi'}\n"
        "sys.exit(', '.join(heavy & set(sys.modules)) or None)"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL, cwd=Path(__file__).parent
    )
