# make demo   reads the sample article and writes demo/report.html
# make test   runs all tests
# make pure    takes the compiled modules away, for whoever edits rules; make compile makes them anew
# make fuzz, make test-ray, make bench, make bench-archive: what takes longer
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo test test-ray fuzz lint evaluate bench bench-million bench-archive train clean compile pure

$(VENV)/ready: pyproject.toml compiling.py hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Lagebild needs Python 3.11 or newer; set PYTHON=python3.11" >&2; exit 1)
	@$(PYTHON) -m venv $(VENV) || (echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1)
	$(RUN)/python -m pip install --quiet --upgrade pip
	LAGEBILD_PURE=1 $(RUN)/python -m pip install --quiet -e '.[dev]'  # compiled next, without a second set of tools
	@$(RUN)/python compiling.py --if-possible
	@touch $@

compile: $(VENV)/ready
	@$(RUN)/python compiling.py

pure:
	@$(PYTHON) compiling.py --remove

demo: $(VENV)/ready
	@mkdir -p demo
	@$(RUN)/lagebild read src/lagebild/samples/artikel.txt --published 2024-05-17 --format text
	@$(RUN)/lagebild read src/lagebild/samples/artikel.txt --published 2024-05-17 --format html --output demo/report.html
	@echo "demo/report.html is the same as a page: open it in a browser."

test: $(VENV)/ready
	$(RUN)/python -m pytest

# The tests on a Ray cluster of this machine; skipped by `make test` where Ray is not installed.
test-ray: $(VENV)/ready
	$(RUN)/python -m pip install --quiet -e '.[ray]'
	$(RUN)/python -m pytest tests/scale/test_cluster.py

# Ten minutes of hostile inputs; what breaks the reader is kept in tests/fuzzed.
fuzz: $(VENV)/ready
	$(RUN)/python -m tests.fuzz 10

lint: $(VENV)/ready
	$(RUN)/ruff check src tests evaluation training compiling.py hatch_build.py
	$(RUN)/ruff format --check src tests evaluation training compiling.py hatch_build.py
	$(RUN)/mypy

evaluate: $(VENV)/ready
	$(RUN)/python -m evaluation.run

bench: $(VENV)/ready
	$(RUN)/python -m evaluation.bench

bench-million: $(VENV)/ready
	$(RUN)/python -m evaluation.bench --million .million

# 100,000 invented articles in one store: rate and memory at each power of ten; takes most of an hour.
bench-archive: $(VENV)/ready
	$(RUN)/python -m evaluation.archive

train:
	$(MAKE) $(VENV)/ready
	$(RUN)/python -m pip install --quiet -e '.[training]'
	$(RUN)/python -m training

clean: pure
	rm -rf $(VENV) demo
