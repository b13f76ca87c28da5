# Everything a reader, an instructor or CI runs. Needs Python 3.11 or newer, git and make.
ifeq ($(OS),Windows_NT)
PYTHON ?= python
BIN := .venv/Scripts
else
PYTHON ?= python3
BIN := .venv/bin
endif
READY := .venv/ready
SITE_READY := .venv/site-ready

.PHONY: help setup lab mine doctor serve site site-open site-test plan plans students solutions
.PHONY: class class-proof bundle bundle-proof test prove bench lint lock clean

help:
	@echo "make lab        open the course in JupyterLab"
	@echo "make mine       make a folder for a service of your own; STEP=8 starts it from step 8"
	@echo "make doctor     find out why something does not run here"
	@echo "make serve      start the finished service on the sample data"
	@echo "make site       build the course as a web site; make site-open shows it"
	@echo "For instructors:"
	@echo "make plan       list the plans for workshops; PLAN=half-day builds one"
	@echo "make students   build notebooks without solutions; PLAN=half-day cuts them to a plan"
	@echo "make solutions  build the same notebooks solved, with what they show"
	@echo "make class      serve a class: the room's notebooks join one service"
	@echo "make bundle     put the course into a folder that needs no network; FOR=\"windows linux-3.12\""
	@echo "For who changes the course:"
	@echo "make test       run the checks of every day (a few minutes)"
	@echo "make prove      run the slow proofs (a real browser and a real server)"
	@echo "make plans      build all plans and run their notebooks (15 minutes); PLAN=... takes one"
	@echo "make site-test     build the site and try it in a browser"
	@echo "make class-proof   try a class of thirty for five minutes"
	@echo "make bundle-proof  install a bundle with the network cut"
	@echo "make bench      measure the service's speed"
	@echo "make lint       check style and types only"
	@echo "make setup      install what all of these need into .venv; they do so by themselves"
	@echo "make lock       renew the locked requirements and environment.yml from pyproject.toml"
	@echo "make clean      remove .venv, what was built, and the local database"
	@echo "make lab     open the course in JupyterLab"
	@echo "make mine    make a folder for a service of your own; STEP=8 starts it from step 8"
	@echo "make plan    list the plans for workshops; PLAN=half-day builds one"
	@echo "make plans   build all plans and run their notebooks (15 minutes); PLAN=... takes one"
	@echo "make students    build notebooks without solutions; PLAN=half-day cuts them to a plan"
	@echo "make solutions   build the same notebooks solved, with what they show"
	@echo "make doctor  find out why something does not run here"
	@echo "make serve   start the finished service on the sample data"
	@echo "make test    run the checks of every day (a few minutes)"
	@echo "make prove   run the slow proofs (a real browser and a real server)"
	@echo "make bench   measure the service's speed"
	@echo "make lint    check style and types only"
	@echo "make setup   install what all of these need into .venv; they do so by themselves"
	@echo "make lock    renew requirements.lock and environment.yml from pyproject.toml"
	@echo "make clean   remove .venv and the local database"

setup: $(READY)

# It makes the file last, so an interrupted setup starts again.
$(READY): pyproject.toml notebooks/pyproject.toml requirements.lock
	@PYTHONPATH=notebooks $(PYTHON) -m course.setup

lab: $(READY)
	@echo "Opening JupyterLab on notebooks/00_start_here.ipynb (Ctrl+C twice stops it) ..."
	@$(BIN)/jupyter lab --config=notebooks/course/lab/jupyter_lab_config.py

mine: $(READY)
	@$(BIN)/python -m course mine $(if $(STEP),--step $(STEP)) $(if $(AGAIN),--again "$(AGAIN)")

plan plans students solutions: $(READY)
	@$(BIN)/python -m course $@ $(PLAN) $(if $(MEASURED),--measured "$(MEASURED)")

class: $(READY)
	@$(BIN)/python -m course class $(if $(HOST),--host $(HOST)) $(if $(PORT),--port $(PORT))

# Thirty learners for five minutes, with a wall and the instructor's page in a browser.
class-proof: $(READY)
	$(if $(SECONDS),MICROBLOG_TEST_CLASS_SECONDS=$(SECONDS)) $(BIN)/pytest -s tests/classroom/thirty.py

bundle: $(READY)
	@$(BIN)/python -m course bundle $(FOR)

bundle-proof: $(READY)
	$(BIN)/pytest tests/bundle -m apart

# Needs no setup: it has to work where that failed.
doctor:
	@PYTHONPATH=notebooks $(firstword $(wildcard $(BIN)/python $(BIN)/python.exe) $(PYTHON)) -m course.doctor

serve: $(READY)
	@$(BIN)/python -m microblog load data/
	@$(BIN)/python -m microblog serve

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/mypy notebooks/conftest.py  # apart: tests/ has one of the same name

# The tests of the service keep which branches of microblog/ they took; `prove` checks that none is
# left. The others run untraced: the judges interrupt answers, and a tracer gets in their way. `prove`
# runs the notebooks that lie deeper, each several times, and tries all answers to all exercises. Two
# plugins take seconds to load in each process; only where notebooks are run one of them is needed.
SERVICE := tests/service tests/hardening
OTHERS := tests $(foreach folder,$(SERVICE),--ignore $(folder))
PYTEST := $(BIN)/pytest -n 2 --dist loadgroup -p no:schemathesis
BARE := $(PYTEST) -p no:nbmake

test: lint
	COVERAGE_FILE=.coverage.test $(BARE) -m "not slow" --cov --cov-report= $(SERVICE)
	$(PYTEST) -m "not slow" --nbmake --nbmake-kernel=python3 --nbmake-timeout=120 $(OTHERS) $(wildcard notebooks/*.ipynb)

prove: $(READY)
	COVERAGE_FILE=.coverage.prove $(BARE) -m slow --cov --cov-report= $(SERVICE)
	$(BARE) -m slow $(OTHERS)
	$(BIN)/python tests/branch_coverage.py

bench: $(READY)
	$(BIN)/python tests/benchmarks

# Beside the others, since only the site needs them.
$(SITE_READY): $(READY) requirements-site.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes -r requirements-site.lock
	@touch $(SITE_READY)

site: $(SITE_READY)
	@$(BIN)/python -m course site

site-open: $(SITE_READY)
	@$(BIN)/python -m course site --open

site-test: site
	$(BIN)/pytest tests/website -m apart

# Needs uv and nothing else, so a changed pyproject.toml does not install the old lock first.
lock:
	@test -e $(BIN)/python || $(MAKE) setup
	$(BIN)/uv pip compile pyproject.toml --extra course --extra dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-annotate --custom-compile-command "make lock" \
	  --quiet --output-file requirements.lock
	$(BIN)/uv pip compile --group site --constraint requirements.lock --universal \
	  --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate \
	  --custom-compile-command "make lock" --quiet --output-file requirements-site.lock
	$(BIN)/python tests/conda_environment.py
	$(BIN)/python tests/installable.py

clean:
	rm -rf .venv docs/_build builds bundle .coverage* microblog.db microblog.db-shm microblog.db-wal
