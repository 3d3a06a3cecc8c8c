# Everything a developer does. Needs Python 3.11 (or newer) and make; the rest is installed here.

UV_VERSION := 0.13.9
VENV := .venv
PYTHON := $(VENV)/bin/python
UV := $(VENV)/bin/uv
MANAGE := $(PYTHON) site/manage.py
CHECKED := site home registration media_library locales tests hatch_build.py
TEMPLATES := site home registration media_library
OUR_APPS := perspectief staff media_library home registration public_pages

# Only this folder's environment and interpreter: never one that happens to be active.
export UV_PROJECT_ENVIRONMENT := $(VENV)
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := true
export UV_COMPILE_BYTECODE := true
unexport VIRTUAL_ENV PYTHONHOME
# Each of the many processes of a run would compile our modules and rewrite every assertion anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: run
run: $(VENV)/.installed ## Run the site with demo content (PORT, DEMO_PASSWORD); Ctrl-C stops it
	@exec $(MANAGE) run_demo

.PHONY: demo-day
demo-day: $(VENV)/.installed ## Fill the queue of the demo with a busy day; also while make run runs (PORT)
	@exec $(MANAGE) fill_demo_day

.PHONY: test
test: $(VENV)/.installed-for-development ## Install what is missing, then run every check and test
	@exec $(PYTHON) -m tests.support.suite

.PHONY: check
check: $(VENV)/.installed-for-development ## Check what changed since the last commit, within a minute
	@exec $(PYTHON) -m tests.support.changed

.PHONY: lint lint-python lint-types lint-templates lint-messages lint-project
lint: lint-python lint-types lint-templates lint-messages lint-project ## Check all but behaviour

lint-python: $(VENV)/.installed-for-development
	$(VENV)/bin/ruff check $(CHECKED)
	$(VENV)/bin/ruff format --check $(CHECKED)

lint-types: $(VENV)/.installed-for-development
	$(VENV)/bin/mypy

lint-templates: $(VENV)/.installed-for-development
	$(VENV)/bin/djlint --quiet --lint $(TEMPLATES)

lint-messages: $(VENV)/.installed-for-development
	$(MANAGE) messages check --settings perspectief.settings.test

lint-project: $(VENV)/.installed-for-development
	$(MANAGE) check --settings perspectief.settings.test
	$(MANAGE) makemigrations --check --dry-run --settings perspectief.settings.test
	$(MANAGE) lintmigrations --settings perspectief.settings.test --include-apps $(OUR_APPS) \
		--ignore-initial-migrations --no-cache --quiet ok ignore

.PHONY: audit
audit: $(VENV)/.installed-for-development ## Ask whether a locked version has a known weakness (needs a network)
	@exec $(PYTHON) -m tests.support.audit --must-answer

.PHONY: scan
scan: $(VENV)/.installed-for-development ## Let a web scanner attack the site as it runs in public (twenty minutes)
	@exec $(PYTHON) -m tests.support.scan

.PHONY: format
format: $(VENV)/.installed-for-development ## Write Python in the project's style (templates: djlint's would add white space inside links)
	$(VENV)/bin/ruff check --fix --select I $(CHECKED)
	$(VENV)/bin/ruff format $(CHECKED)

.PHONY: messages
messages: $(VENV)/.installed ## Bring the translation catalogues up to date with the code
	$(MANAGE) messages update
	$(MANAGE) messages compile

.PHONY: bench
bench: $(VENV)/.installed-for-development ## Measure speed on SQLite and PostgreSQL (var/bench.json)
	@exec $(PYTHON) -m tests.bench

.PHONY: screenshots
screenshots: $(VENV)/.installed-for-development ## Make the pictures of the README again
	@exec $(PYTHON) -m tests.support.screenshots

.PHONY: downloads
downloads: $(VENV)/.installed-for-development ## Print the demo documents again from their pages
	@exec $(PYTHON) -m tests.support.downloads

.PHONY: release
release: $(VENV)/.installed-for-development ## Make what a server installs, from a clean clone (dist/)
	@exec $(PYTHON) -m tests.support.release

.PHONY: rehearsal
rehearsal: $(VENV)/.installed-for-development ## Set up, use and upgrade a whole server inside this machine (root)
	@exec $(PYTHON) -m tests.rehearsal

.PHONY: rehearsal-short
rehearsal-short: $(VENV)/.installed-for-development ## The same in two minutes, from this checkout and without upgrades (root)
	@exec $(PYTHON) -m tests.rehearsal --short

.PHONY: clean
clean: ## Throw away the environment, the demo data and its keys
	rm -rf $(VENV) var dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find $(CHECKED) -name __pycache__ -prune -exec rm -rf {} +
	find locales -name '*.mo' -delete

# --- The environment --------------------------------------------------------------------------

$(VENV)/.uv-$(UV_VERSION):
	@set -e; \
	for python in python3.11 python3 python3.13 python3.12; do \
	  if $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then \
	    found=$$python; break; \
	  fi; \
	done; \
	if [ -z "$$found" ]; then \
	  echo "Python 3.11 or newer is needed, and none was found on the PATH." >&2; exit 1; \
	fi; \
	echo "Making an environment in $(VENV) with $$found…"; \
	if ! $$found -m venv $(VENV); then \
	  echo "Python cannot make an environment. On Debian and Ubuntu: apt install python3-venv" >&2; \
	  exit 1; \
	fi; \
	$(PYTHON) -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION); \
	touch $@

$(VENV)/.installed: $(VENV)/.uv-$(UV_VERSION) pyproject.toml uv.lock
	@$(UV) sync --frozen --inexact --quiet
	@touch $@

$(VENV)/.installed-for-development: $(VENV)/.uv-$(UV_VERSION) pyproject.toml uv.lock
	@$(UV) sync --frozen --quiet --group dev --all-extras
	@touch $@ $(VENV)/.installed
