# make run [INPUT=folder] [ORG=profile|org.yaml] [OUT=folder]   the product on the example, or on your own files
# make test    everything CI runs           make bench   measurements as ratios
# make prove   the long proofs              make accuracy [SAMPLES=files]   right and wrong answers
# make documents   pages on makers, regimes, parties   make lock    renew the lock files from pyproject.toml
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PIP    := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input install
INPUT  ?= examples/harbour-office
ORG    ?=
OUT    ?= debadge-run

.PHONY: run test bench prove accuracy documents lock clean

run: $(VENV)/.run
	@$(BIN)/debadge check "$(INPUT)" $(if $(ORG),--org "$(ORG)") -o "$(OUT)"

test: $(VENV)/.dev
	$(BIN)/ruff format --check -q .
	$(BIN)/ruff check -q .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/debadge knowledge check
	$(BIN)/python -m pytest -n 2

bench: $(VENV)/.dev
	$(BIN)/python -m tools.bench

prove: $(VENV)/.dev
	$(BIN)/python -m tools.prove

accuracy: $(VENV)/.dev
	$(BIN)/python -m tools.accuracy $(SAMPLES)
	$(BIN)/python -m tools.accuracy.names
	$(if $(SAMPLES),,$(BIN)/python -m tools.accuracy.lines --hand --test --keep)

documents: $(VENV)/.dev
	$(BIN)/python -m tools.documents

lock:
	$(BIN)/uv pip compile pyproject.toml --group build --generate-hashes --no-header --python-version 3.11 -q -o requirements.lock
	$(BIN)/uv pip compile pyproject.toml --group dev --generate-hashes --no-header --python-version 3.11 -q -o requirements-dev.lock

# A new lock file or project file means a new install; otherwise a run starts at once.
$(VENV)/.run: requirements.lock pyproject.toml hatch_build.py
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(PIP) --require-hashes -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.run
	@$(PIP) --require-hashes -r requirements-dev.lock
	@touch $@

clean:
	rm -rf $(VENV) debadge-run src/debadge/knowledge/packs
