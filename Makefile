# make demo   reads the sample article and writes demo/report.html
# make test   runs all tests
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin

.PHONY: demo test lint evaluate bench bench-million train clean

$(VENV)/ready: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Lagebild needs Python 3.11 or newer; set PYTHON=python3.11" >&2; exit 1)
	@$(PYTHON) -m venv $(VENV) || (echo "Python's venv module is missing: apt-get install python3-venv" >&2; exit 1)
	$(RUN)/python -m pip install --quiet --upgrade pip
	$(RUN)/python -m pip install --quiet -e '.[dev]'
	@touch $@

demo: $(VENV)/ready
	@mkdir -p demo
	@$(RUN)/lagebild read src/lagebild/samples/artikel.txt --published 2024-05-17 --format text
	@$(RUN)/lagebild read src/lagebild/samples/artikel.txt --published 2024-05-17 --format html --output demo/report.html
	@echo "demo/report.html is the same as a page: open it in a browser."

test: $(VENV)/ready
	$(RUN)/python -m pytest

lint: $(VENV)/ready
	$(RUN)/ruff check src tests evaluation training
	$(RUN)/ruff format --check src tests evaluation training
	$(RUN)/mypy

evaluate: $(VENV)/ready
	$(RUN)/python -m evaluation.run

bench: $(VENV)/ready
	$(RUN)/python -m evaluation.bench

bench-million: $(VENV)/ready
	$(RUN)/python -m evaluation.bench --million .million

train:
	$(MAKE) $(VENV)/ready
	$(RUN)/python -m pip install --quiet -e '.[training]'
	$(RUN)/python -m training

clean:
	rm -rf $(VENV) demo
