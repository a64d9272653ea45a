# Short names for what is done often. The work is in scripts/ and pyproject.toml.
PYTHON := .venv/bin/python
LOCK := uv pip compile --quiet pyproject.toml --universal --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate

.DEFAULT_GOAL := help
.PHONY: help run test lint types check format locks screenshots bench

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | awk -F '\t' '{printf "  %-12s %s\n", $$1, $$2}'

run: ## Set up what is missing and open the window
	@scripts/run

test: ## Set up what is missing and run all tests
	@scripts/test

lint: ## Check style and formatting
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types: ## Check types
	$(PYTHON) -m mypy

check: test lint types ## Tests, style and types: what a change must pass

format: ## Put imports and formatting right
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

locks: ## Renew the hash locks in packaging/locks (needs uv)
	$(LOCK) --upgrade --output-file packaging/locks/app.txt
	$(LOCK) --upgrade --group dev --constraint packaging/locks/app.txt --output-file packaging/locks/dev.txt

screenshots: ## Take pictures of every page, light and dark, into build/screenshots
	@scripts/screenshots

bench: ## Measure start-up and evaluation against bare baselines
	$(PYTHON) -m benchmarks.startup
	$(PYTHON) -m benchmarks.evaluation
