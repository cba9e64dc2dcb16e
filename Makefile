# What a person types here. Windows: see README, two plain commands do the same as `make run`.

PYTHON ?= $(firstword $(shell command -v python3.11 python3.12 python3.13 python3))
PORT ?= 8501
IN_VENV := .venv/bin

.DEFAULT_GOAL := run
.PHONY: run serve test check bench

# The app on http://localhost:8501 (PORT=9000 make run: another port)
run:
	@$(PYTHON) tools/set_up.py run
	@PORT=$(PORT) $(IN_VENV)/python -m strategykit serve

# The same for phones on the same network: prints their address and a QR code
# (ARGS="--cert FIL --key FIL": with TLS)
serve:
	@$(PYTHON) tools/set_up.py run
	@PORT=$(PORT) $(IN_VENV)/python -m strategykit serve --lan $(ARGS)

# All tests, four files at a time (half of them wait for a browser); brings in what it needs of Debian, PyPI and npm, and says so
test:
	@$(PYTHON) tools/set_up.py dev
	@$(IN_VENV)/python -m pytest -n 4 --dist loadfile --no-loadscope-reorder $(ARGS)

# Style, types, the import rule, and that requirements.txt installs on Windows from wheels
check:
	@$(PYTHON) tools/set_up.py dev
	$(IN_VENV)/ruff check
	$(IN_VENV)/ruff format --check
	$(IN_VENV)/mypy
	$(IN_VENV)/lint-imports --no-logo
	$(IN_VENV)/uv pip install --quiet --system-certs --dry-run --target build/windows \
	  --python-platform windows --python-version 3.11 --only-binary :all: -r requirements.txt

# Speed, as JSON lines (ARGS="sider" runs a part)
bench:
	@$(PYTHON) tools/set_up.py dev
	@$(IN_VENV)/python -m strategykit bench $(ARGS)
