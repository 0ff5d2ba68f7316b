# make run    set up, serve the Companion with sample conversations (PORT=8000), until Ctrl-C
# make audit  set up and audit the bundled sample export
# make test   set up and run every test
# make check  every gate that CI runs, besides the tests on other Pythons
# make compare-models   hold the model files against those of REF (HEAD~), set by set
# make lock   resolve the dependencies anew
#
# Needs Python 3.11 or newer and nothing else; everything lands in .venv.

PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
BIN := $(VENV)/bin
# Installed with hashes only, so that a changed package on the registry is refused.
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.PHONY: help setup run audit test check compare-models lock lock-check clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^# \{0,1\}//p' Makefile | head -8

$(VENV)/python.stamp:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer was not found. Install it, or name it: make run PYTHON=/path/to/python3"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "$(PYTHON) could not make a virtual environment. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/run.stamp: requirements.lock pyproject.toml $(VENV)/python.stamp
	@echo "Setting up in $(VENV) (about a minute the first time) ..."
	@$(INSTALL) -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/dev.stamp: requirements-dev.lock requirements-model.lock $(VENV)/run.stamp
	@echo "Adding the development tools ..."
	@$(INSTALL) -r requirements-dev.lock
	@$(INSTALL) --no-deps -r requirements-model.lock
	@touch $@

setup: $(VENV)/dev.stamp

# Nothing of it leaves this machine; what is said is kept in out/companion.
PORT ?= 8000
run: $(VENV)/run.stamp
	@exec $(BIN)/python -m examples.run --port $(PORT)

audit: $(VENV)/run.stamp
	@$(BIN)/humanely audit examples/export --out out/report.html

test: $(VENV)/dev.stamp
	@$(BIN)/python -m pytest -q $(ARGS)

# TESTED=yes leaves the tests out where they have just run with the coverage that is asked for here.
COVERED := -m 'not slow' --cov --cov-report=term
check: $(VENV)/dev.stamp lock-check
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(if $(TESTED),,$(BIN)/python -m pytest -q $(COVERED))
	@if git rev-parse -q --verify HEAD~ >/dev/null; then $(BIN)/python -m training.compare --quick; \
	else echo "No earlier commit here: model files are not compared."; fi

# Minutes; ARGS=--quick takes at most 400 rows a set. Fails where a language or a group of people lost more than chance explains.
REF ?= HEAD~
compare-models: $(VENV)/dev.stamp
	@$(BIN)/python -m training.compare --ref $(REF) $(ARGS)

lock: $(VENV)/dev.stamp
	@$(COMPILE) --upgrade pyproject.toml --group build --extra serve -o requirements.lock
	@$(COMPILE) --upgrade pyproject.toml --group dev --all-extras -c requirements.lock -o requirements-dev.lock
	@$(COMPILE) --upgrade --group model --no-deps -o requirements-model.lock

# Resolving again with the present lock as the preference changes nothing unless pyproject.toml moved.
lock-check: $(VENV)/dev.stamp
	@for pair in "pyproject.toml --group build --extra serve:requirements.lock" \
		"pyproject.toml --group dev --all-extras -c requirements.lock:requirements-dev.lock" \
		"--group model --no-deps:requirements-model.lock"; do \
		cp $${pair#*:} $(VENV)/resolved.lock; \
		$(COMPILE) $${pair%%:*} -o $(VENV)/resolved.lock || exit 1; \
		diff -q $${pair#*:} $(VENV)/resolved.lock >/dev/null || { echo "$${pair#*:} does not match pyproject.toml. Run: make lock"; exit 1; }; \
	done
	@! grep -nE '(https?|file)://' requirements*.lock || { echo "A lock file names an address. Run: make lock"; exit 1; }

clean:
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
