# Everything a person runs here: each target sets itself up first. Needs Python 3.10 or newer; Node 20 for what says so.

PYTHON ?= $(firstword $(foreach name,python3.13 python3.14 python3.12 python3.11 python3.10 python3 python,\
  $(shell command -v $(name) >/dev/null 2>&1 && $(name) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null && echo $(name))))
BIN := .venv/bin
PATHS ?=

.DEFAULT_GOAL := help
.PHONY: help demo test bench vsix docs format clean

help:
	@echo 'make demo     what Turnout says of the example apps, in under a minute'
	@echo 'make test     everything that proves it; says what it skips and what to install'
	@echo 'make bench    how fast it is, next to its floor; PATHS="…" for your own projects'
	@echo 'make vsix     the VS Code extension as a package (needs Node 20)'
	@echo 'make docs     the generated tables of README.md'
	@echo 'make format   code in the house style'

.venv/ready: pyproject.toml
	@test -n '$(PYTHON)' || { echo 'Turnout needs Python 3.10 or newer, and found none on the PATH.' >&2; exit 1; }
	@echo 'Setting up .venv …'
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/ready-dev: .venv/ready
	@echo 'Adding what the tests need …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@

demo: .venv/ready
	@$(BIN)/python tests/harness/demo.py

test: .venv/ready-dev
	$(BIN)/ruff check server tests
	$(BIN)/ruff format --check server tests
	$(BIN)/pyright
	@if command -v npm >/dev/null; then set -e; \
	  (cd vscode-extension && ([ -d node_modules ] || npm ci --no-audit --no-fund --loglevel=error) && npm run --silent check && npm test --silent); \
	  [ -n "$$TURNOUT_NO_SKIP" ] && tests/oracle/setup; \
	  [ -d tests/vscode/node_modules ] || (cd tests/vscode && npm ci --no-audit --no-fund --loglevel=error); \
	else echo 'Skipped: the VS Code extension and all proofs by the real Next.js. Install Node 20 with npm.'; \
	  [ -z "$$TURNOUT_NO_SKIP" ]; fi
	$(BIN)/python -m pytest tests -n auto --dist loadfile -rs

bench: .venv/ready-dev
	@$(BIN)/python -m tests.bench $(PATHS)

vsix: .venv/ready
	@command -v npm >/dev/null || { echo 'The extension needs Node 20 with npm.' >&2; exit 1; }
	@rm -rf build vscode-extension/server && mkdir -p vscode-extension/server
	@$(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir vscode-extension/server .
	@cd vscode-extension && npm ci --no-audit --no-fund --loglevel=error && npm run --silent package
	@ls vscode-extension/*.vsix

docs: .venv/ready
	@$(BIN)/python tests/harness/readme.py

format: .venv/ready-dev
	$(BIN)/ruff check --fix server tests
	$(BIN)/ruff format server tests

clean:
	rm -rf .venv .cache build dist vscode-extension/node_modules vscode-extension/dist tests/vscode/node_modules
