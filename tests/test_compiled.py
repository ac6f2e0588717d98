"""Compiled modules are of the sources beside them, or somebody hears of it."""

from pathlib import Path

import pytest

from lagebild import compiled


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package with one module that was compiled."""
    source = tmp_path / "lagebild" / "reading" / "a.py"
    source.parent.mkdir(parents=True)
    source.write_text("A = 1\n")
    library = tmp_path / "lagebild__mypyc.so"
    library.touch()
    listed = tmp_path / "lagebild" / "compiled.json"
    listed.write_text('{"reading/a.py": "%s"}' % compiled.digest(source))  # noqa: UP031
    monkeypatch.setattr(compiled, "PACKAGE", tmp_path / "lagebild")
    monkeypatch.setattr(compiled, "LIST", listed)
    monkeypatch.setattr(compiled, "LIBRARY", library)
    return source


def test_compiled_modules_of_the_present_sources_are_used_in_silence(made: Path) -> None:
    assert compiled.complaint() is None
    assert compiled.main() == 0


def test_an_edited_source_is_named_with_what_to_do(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made.write_text("A = 2\n")
    assert compiled.stale() == ["reading/a.py"]
    assert compiled.main() == 1
    said = capsys.readouterr().err
    assert "reading/a.py" in said and "make compile" in said and "make pure" in said and said.count("\n") == 1


def test_a_source_that_is_gone_is_stale(made: Path) -> None:
    made.unlink()
    assert compiled.stale() == ["reading/a.py"]


def test_modules_without_their_list_are_stale(made: Path) -> None:
    compiled.LIST.unlink()
    assert compiled.stale() == ["compiled.json"]


def test_whoever_reads_with_stale_modules_is_warned(made: Path) -> None:
    made.write_text("A = 2\n")
    compiled.warn_if_stale.cache_clear()
    with pytest.warns(RuntimeWarning, match="reading/a.py"):
        compiled.warn_if_stale()


def test_pure_python_has_nothing_to_complain_of(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made.write_text("A = 2\n")
    compiled.LIBRARY.unlink()
    assert compiled.complaint() is None
    assert compiled.main() == 1
    assert "pure Python" in capsys.readouterr().out
