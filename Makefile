# The two commands of the README are `make demo` and `make test`; the others are their parts.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
STAMP := $(VENV)/.installed

.PHONY: help setup demo test compiled programs lint types style format lock bench clean

help:
	@echo "make demo    installe, lit les documents d’exemple et ouvre le site (PORT=8080 pour choisir le port)"
	@echo "make test    lance toutes les vérifications et tous les tests"
	@echo "make setup   environnement virtuel et paquets, sans rien lancer"
	@echo "make lint    style, types, gabarits, migrations"
	@echo "make format  remet en forme le code et les gabarits"
	@echo "make lock    refait requirements.lock depuis pyproject.toml"
	@echo "make bench   mesures de vitesse (tests/bench)"

# $(call debian,PACKAGES): installed where that is possible, named where it is not.
define debian
	@if command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then SUDO=; \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then SUDO=sudo; \
	else echo "À installer d’abord sur ce système : $(1)"; exit 1; fi; \
	$$SUDO apt-get update -qq && \
	$$SUDO env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1)
endef

# Compiled once, even where Python is told to keep no bytecode: a command begins in less than half the time.
setup: $(STAMP)
	@$(RUN) -m compileall -q -j 0 portal grants ingest

$(STAMP): requirements.lock
	$(if $(shell $(PYTHON) -c "import ensurepip, venv" 2>/dev/null && echo yes),,$(call debian,python3-venv))
	# Only scanned documents need it: where it cannot be installed, the rest works and a scan says what it lacks.
	$(if $(shell tesseract --list-langs 2>/dev/null | grep -x fra),,-$(call debian,tesseract-ocr tesseract-ocr-fra))
	@$(PYTHON) -c "import sys; sys.exit('Python 3.11 ou plus récent est nécessaire.' if sys.version_info < (3, 11) else 0)"
	$(PYTHON) -m venv $(VENV)
	$(RUN) -m pip install --quiet --disable-pip-version-check --no-compile -r requirements.lock
	# By all cores, where pip compiles by one. Some packages ship templates of Python, which do not compile.
	-@$(RUN) -m compileall -qq -j 0 -x '/(pip|tests)/' $(VENV)/lib
	@touch $@

demo: setup
	$(RUN) manage.py demo $(if $(PORT),--port $(PORT))

# Packages are fetched while the types are checked: the ones wait for the network, the others for the processor.
test: setup
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target types programs style compiled
	$(RUN) -m pytest -n auto --dist worksteal

# The tests compiled once for all workers, as `setup` does for the rest; what is wrong in them, they say when they run.
compiled: $(STAMP)
	@env -u PYTHONDONTWRITEBYTECODE $(RUN) -m pytest --collect-only --quiet -p no:cacheprovider > /dev/null || true

# Chromium and java only look at pages in the tests, PostgreSQL only answers them once more; the site needs none.
MISSING = $(strip $(if $(shell command -v chromium || command -v google-chrome),,chromium) \
  $(if $(shell command -v initdb)$(wildcard /usr/lib/postgresql/*/bin/initdb),,postgresql) \
  $(if $(shell command -v java),,default-jre-headless))
programs:
	$(if $(MISSING),$(call debian,$(MISSING)))

lint: types style

types: $(STAMP)
	$(VENV)/bin/mypy

style: $(STAMP)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/djade --check $$(git ls-files 'templates/*.html')
	$(RUN) manage.py makemigrations --check --dry-run
	$(RUN) manage.py check

format: $(STAMP)
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	$(VENV)/bin/djade $$(git ls-files 'templates/*.html')

lock: $(STAMP)
	$(RUN) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile --quiet --upgrade pyproject.toml --extra dev --extra postgres --universal \
	  --no-emit-index-url --no-header --no-annotate --output-file requirements.lock

bench: $(STAMP)
	$(RUN) -m tests.bench.bench_tables tests/data/samples/nord-2022-273.pdf
	$(RUN) -m tests.bench.bench_extract tests/data/samples/*.pdf

clean:
	rm -rf $(VENV) var
