"""spaCy comes without its command line, and keeps it for whoever asks."""

import subprocess
import sys

CODE = """
import sys
import lagebild.reading
assert "spacy.cli" not in sys.modules, "the command line was imported"
assert not {"rich", "weasel", "httpx"} & set(sys.modules), "so was what it needs"
import spacy.cli
print(spacy.cli.download.__module__)
"""


def test_the_command_line_of_spacy_is_imported_only_when_asked_for() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "spacy.cli.download", done.stderr
