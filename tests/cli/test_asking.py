"""The commands that ask a store, as a user calls them."""

import json
import socket
from pathlib import Path

import pytest

from lagebild.cli import main
from lagebild.store import Store

QUESTIONS = [
    (["dossier", "RUS", "PRK"], "Wostotschny"),
    (["timeline", "RUS"], "2023-09-13"),
    (["ledger", "RUS", "PRK"], "disputed"),
    (["series", "RUS", "PRK"], "2023-09"),
    (["network"], "Nordkorea"),
    (["search", "--type", "AID"], "Granaten"),
    (["search", "--actors"], "Russland"),
]


def run(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    status = 0
    try:
        main(arguments)
    except SystemExit as stop:
        status = int(stop.code or 0)
    printed = capsys.readouterr()
    return status, printed.out, printed.err


@pytest.mark.parametrize("form", ["text", "json", "csv", "html"])
@pytest.mark.parametrize(("question", "word"), QUESTIONS, ids=lambda q: q[0] if isinstance(q, list) else "")
def test_every_question_in_every_form(
    question: list[str], word: str, form: str, store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run([*question, "--store", str(store.root), "--format", form], capsys)
    assert (status, err) == (0, "")
    assert word in out
    if form == "json":
        json.loads(out)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        (["timeline", "RUS", "PRK"], {"2023-09-13", "2023-09"}),
        (["ledger", "RUS", "PRK"], {"2023-09"}),
        (["series", "RUS", "PRK"], {"2023-09"}),
    ],
    ids=lambda q: q[0] if isinstance(q, list) else "",
)
def test_a_period_leaves_out_what_happened_before_and_after(
    question: list[str], days: set[str], store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of the treaty of 1961, the summit and the plan for October only the summit is of that week."""
    asked = [*question, "--store", str(store.root), "--format", "json"]
    status, out, _ = run([*asked, "--since", "2023-09-10", "--until", "2023-09-16"], capsys)
    rows = json.loads(out)[question[0]]
    assert status == 0 and {row.get("when") or row["month"] for row in rows} == days
    assert len(json.loads(run(asked, capsys)[1])[question[0]]) >= len(rows)
    status, _, err = run([*asked, "--since", "2023-09-16", "--until", "2023-09-10"], capsys)
    assert status == 1 and "swap the two days" in err


def test_the_store_is_named_by_the_environment(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LAGEBILD_STORE", str(store.root))
    assert run(["store", "check"], capsys)[1] == "The store is sound.\n"
    assert json.loads(run(["store", "stats", "--json"], capsys)[1])["documents"] == 10


def test_an_answer_goes_to_a_file_whole(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "events.tsv"
    assert (
        run(["export", "--format", "gdelt", "--store", str(store.root), "--output", str(target)], capsys)[0]
        == 0
    )
    assert target.read_text().startswith("GLOBALEVENTID\t")
    assert [p.name for p in tmp_path.iterdir()] == ["events.tsv"]
    assert run(["export", "--format", "parquet", "--store", str(store.root)], capsys)[0] == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["dossier", "RUS", "Atlantis"], "Atlantis"),
        (["dossier", "RUS", " "], "name an actor"),
        (["dossier", "RUS", "Nordkora"], "did you mean Nordkorea?"),
        (["ledger", "RUS", "PRK", "USA"], "one actor too many"),
        (["search", "--type", "FUSSBALL"], "'FUSSBALL' is not one of AGREE"),
        (["search", "--context", "sports"], "'sports' is not one of"),
        (["search", "--certainty", "CT"], "'CT' is not one of CT+"),
        (["search", "--since", "2024-02-01", "--until", "2024-01-01"], "2024-02-01 is after 2024-01-01"),
        (["network", "--since", "2024-02-01", "--until", "2024-01-01"], "2024-02-01 is after 2024-01-01"),
        (["timeline", "RUS", "--store", "/nowhere/at/all"], "lagebild ingest"),
    ],
)
def test_bad_questions_get_one_line(
    arguments: list[str],
    message: str,
    store: Store,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LAGEBILD_STORE", str(store.root))
    status, out, err = run(arguments, capsys)
    assert (status, out) == (1, "")
    assert message in err and err.count("\n") == 1


@pytest.mark.parametrize(
    ("target", "reason"), [("nowhere/x.html", "no such file or directory"), (".", "is a directory")]
)
def test_an_output_that_cannot_be_written_is_named_as_it_was(
    target: str, reason: str, store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["network", "--store", str(store.root), "--output", str(tmp_path / target)]
    assert run(asked, capsys) == (1, "", f"lagebild: {tmp_path / target}: {reason}\n")
    assert not list(tmp_path.iterdir())


def test_a_file_is_no_store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.txt").write_text("kein Speicher")
    status, _, err = run(["network", "--store", str(tmp_path / "x.txt")], capsys)
    assert status == 1 and "is no Lagebild store" in err


def test_a_server_says_where_it_listens_or_why_it_cannot(
    store: Store, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    served: list[int] = []

    def run_for_a_moment(_: object, sockets: list[socket.socket]) -> None:
        served.append(sockets[0].getsockname()[1])
        sockets[0].close()

    monkeypatch.setattr("uvicorn.Server.run", run_for_a_moment)
    status, _, err = run(["serve", str(store.root), "--port", "0"], capsys)
    assert status == 0 and f"http://127.0.0.1:{served[0]}/" in err
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status, _, err = run(["serve", str(store.root), "--port", str(taken.getsockname()[1])], capsys)
    assert (status, len(served)) == (1, 1) and "address already in use" in err and "--port" in err


def test_a_date_that_is_none_is_wrong_usage(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(["network", "--since", "gestern", "--store", str(store.root)], capsys)
    assert status == 2 and "gestern" in err


def test_a_damaged_file_is_named_and_the_rest_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from tests.summit import summit_store

    fresh = summit_store(tmp_path / "s")
    broken = next(p for p in fresh.files("statements") if "2023-12" in str(p))
    broken.write_bytes(b"PAR1 broken")
    status, out, err = run(["timeline", "RUS", "--store", str(fresh.root)], capsys)
    assert status == 0 and "2023-09-13" in out and "is damaged" in err
    assert run(["store", "check", "--store", str(fresh.root)], capsys)[0] == 1


def test_headings_are_german_when_asked_for(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["dossier", "Russia", "North Korea", "--store", str(store.root), "--format", "html", "--language"]
    german, english = (run([*asked, language], capsys)[1] for language in ("de", "en"))
    assert "Russland – Nordkorea" in german and "Behauptungen und Dementis" in german
    assert "Russia – North Korea" in english and "Claims and denials" in english
    assert run([*asked, "fr"], capsys)[0] == 2
