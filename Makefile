# Everything a reader, an instructor or CI runs. Needs Python 3.11 or newer, git and make.
PYTHON ?= python3
ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
READY := .venv/ready

.PHONY: help setup lab serve test prove bench lint lock clean

help:
	@echo "make lab     open the course in JupyterLab"
	@echo "make serve   start the finished service on the sample data"
	@echo "make test    run the checks of every day (a few minutes)"
	@echo "make prove   run the slow proofs as well (a real browser and a real server)"
	@echo "make lint    check style and types only"
	@echo "make lock    renew requirements.lock and environment.yml from pyproject.toml"
	@echo "make clean   remove the virtual environment and the local database"

setup: $(READY)

$(READY): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("microblog needs Python 3.11 or newer, and $(PYTHON) is " + sys.version.split()[0] + ". Try: make $(MAKECMDGOALS) PYTHON=python3.12")'
	@echo "Making .venv with $$($(PYTHON) --version) ..."
	@$(PYTHON) -m venv .venv
	@echo "Installing the locked packages (once; about 100 MB to download) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(sed -n 's/^\(uv==[0-9.]*\).*/\1/p' requirements.lock)"
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $(READY)
	@echo "Ready."

lab: $(READY)
	@echo "Opening JupyterLab on notebooks/00_start_here.ipynb (Ctrl+C twice stops it) ..."
	@$(BIN)/jupyter lab --config=notebooks/course/lab/jupyter_lab_config.py

serve: $(READY)
	@$(BIN)/python -m microblog load data/
	@$(BIN)/python -m microblog serve

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

test: lint
	$(BIN)/pytest -m "not slow" -n 2 --dist loadgroup --nbmake --nbmake-kernel=python3 --nbmake-timeout=120 tests notebooks

prove: $(READY)
	$(BIN)/pytest -m slow -n 2 --dist loadgroup tests

bench: $(READY)
	$(BIN)/python tests/benchmarks

lock: $(READY)
	$(BIN)/uv pip compile pyproject.toml --extra course --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
	  --quiet --output-file requirements.lock
	$(BIN)/python tests/conda_environment.py

clean:
	rm -rf .venv microblog.db microblog.db-shm microblog.db-wal
