# DeskStretch: two commands are all you need.
#
#   make run     start the app (on a machine without a display: take pictures of it)
#   make test    every check and the fast part of every test
#
# Both set up all they need: a virtual environment here, and the system packages
# of packaging/linux/apt-test.txt. Another Python: make test PYTHON=python3.13

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PYVER  := $(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
VENV   ?= $(if $(filter 3.11,$(PYVER)),.venv,.venv-$(PYVER))
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.PHONY: run test test-long lint pictures benchmark clean

run: $(READY)
	@packaging/linux/run $(BIN)

test: $(READY) lint
	$(BIN)/python -m pytest -m "not long"

test-long: $(READY) lint
	$(BIN)/python -m pytest

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

pictures: $(READY)
	$(BIN)/python -m tests.pictures

benchmark: $(READY)
	@for program in benchmarks/*.py; do $(BIN)/python $$program || exit 1; done

$(READY): pyproject.toml packaging/linux/apt-test.txt packaging/linux/prepare
	@packaging/linux/prepare $(PYTHON)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf .venv .venv-* dist build pictures .mypy_cache .ruff_cache .pytest_cache
