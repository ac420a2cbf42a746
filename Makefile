# Two commands are enough for most: `make demo` and `make test`. Each builds .venv by itself from the locks.
PYTHON ?= python3
RUN := .venv/bin
PORT ?= 8123

# Some images set it, and then every command and every process of tests would compile all of the code anew.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test check audit format lock docs seasons bench prove clean

.venv/run: requirements/run.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Piiri needs Python 3.11 or newer; name one with PYTHON=python3.12 make …"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { echo "Python's venv is missing; on Debian: apt install python3-venv"; exit 1; }
	test -x $(RUN)/python || $(PYTHON) -m venv .venv
	$(RUN)/pip install --quiet --require-hashes -r requirements/run.txt
	$(RUN)/pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev: .venv/run requirements/dev.txt
	$(RUN)/pip install --quiet --require-hashes -r requirements/dev.txt
	@touch $@

demo: .venv/run
	$(RUN)/piiri demo --port $(PORT)

# Four for two cores, since a test waits as much as it works. What measures time has the machine for itself afterwards.
test: .venv/dev
	$(RUN)/pytest -n 4 --dist worksteal -m "not alone"
	$(RUN)/pytest -m alone $$(grep -rl --include='test_*.py' 'mark\.alone' tests)

check: .venv/dev
	$(RUN)/ruff format --check .
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports

# Fails where an advisory names a version that we run on; says so aloud where nobody can be asked (STRICT=--strict: fails).
audit: .venv/dev
	@$(RUN)/python deploy/audit.py $(STRICT)

format: .venv/dev
	$(RUN)/ruff format .
	$(RUN)/ruff check --fix .

# The locks hold versions and hashes and no address to fetch from, for every Python from 3.11 to 3.13.
lock: .venv/dev
	$(RUN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 pyproject.toml --group pyproject.toml:build -o requirements/run.txt
	$(RUN)/uv pip compile --quiet --upgrade --universal --generate-hashes --python-version 3.11 pyproject.toml --group pyproject.toml:build --group pyproject.toml:dev -c requirements/run.txt -o requirements/dev.txt

# What the docs show of the code: the schemas of a programme's files, the guide's excerpts, what each platform carries.
docs: .venv/run
	$(RUN)/python -m bot.content.json_schema docs/schema
	$(RUN)/python -m tests.content.guide
	$(RUN)/python -m tests.contract.matrix > docs/platforms.md

# The rehearsed seasons under docs/, as the texts have them now; a test compares them.
seasons: .venv/run
	$(RUN)/piiri seasons docs/seasons

bench: .venv/dev
	$(RUN)/python -m bench

# The promises by experiment, at full size: all of them (some hours), or one: make prove-sends
prove: .venv/dev
	$(RUN)/python -m prove

prove-%: .venv/dev
	$(RUN)/python -m prove $*

clean:
	rm -rf .venv build dist
