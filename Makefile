# Run "make" for the list of targets. setup.sh is quick where nothing is to be done, so every
# target that needs the environment asks for it.
SHELL := /bin/sh
.DEFAULT_GOAL := help
export PYTHONNOUSERSITE := 1

PYTHON := .venv/bin/python
TRAINING := .venv-training/bin/python
PYTEST := $(PYTHON) -m pytest
TYPED := cloudmask_plugin/engine training
SCENE ?=
RECIPE ?= fast

.PHONY: help setup demo gui test test-unit test-qgis test-desktop test-packaging test-training check format \
	zip deploy screenshots translations train export evaluate clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | \
		while IFS="$$(printf '\t')" read -r name text; do printf '  %-15s %s\n' "$$name" "$$text"; done

setup: ## install QGIS and tools from the system's packages where missing, and make .venv
	@scripts/setup.sh

demo: setup ## mask a simulated scene, or SCENE=path, and draw the result: build/demo
	@$(PYTHON) scripts/demo.py --output build/demo $(if $(SCENE),--scene "$(SCENE)")

gui: setup ## open QGIS with the plugin and the demo's scene, in a throw-away profile
	@$(PYTHON) scripts/open_qgis.py --demo build/demo $(if $(SCENE),--scene "$(SCENE)")

test: setup ## run every test; the parts go on after a failure in one
	@failed=; for part in unit qgis desktop packaging training; do \
		echo "== $$part"; $(MAKE) --no-print-directory test-$$part || failed="$$failed $$part"; \
	done; \
	if [ -n "$$failed" ]; then echo "failed:$$failed"; exit 1; fi

test-unit: setup ## test the engine, without QGIS
	@$(PYTEST) -p no:qgis tests/unit

test-qgis: setup ## test what uses QGIS, without a window
	@QT_QPA_PLATFORM=offscreen $(PYTEST) tests/qgis

test-desktop: setup ## drive the real QGIS in a virtual display
	@$(PYTEST) -p no:qgis tests/desktop

test-packaging: setup ## pack the plugin, install it into a fresh profile and run it
	@$(PYTEST) -p no:qgis tests/packaging

test-training: setup .venv-training/stamp ## train a network for two minutes and use it
	@$(TRAINING) -m pytest tests/training

check: setup ## format, lint, types, layers, metadata; under 30 s
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m ruff check .
	$(PYTHON) -m mypy $(TYPED)
	$(PYTHON) scripts/check_metadata.py metadata.txt
	$(PYTEST) -p no:qgis -q tests/unit/test_layer_rule.py

format: setup ## put code into the project's form
	$(PYTHON) -m ruff format .
	$(PYTHON) -m ruff check --fix .

zip: setup ## pack the plugin for installation: dist/cloudmask_plugin-VERSION.zip
	@$(PYTHON) scripts/stage_plugin.py --output dist --zip

deploy: setup ## install the plugin into your own QGIS profile (PROFILE=default)
	@$(PYTHON) scripts/deploy.py --profile "$(or $(PROFILE),default)"

screenshots: setup ## make the pictures of the documentation and of the help anew
	@$(PYTHON) docs/screenshots/make.py
	@$(PYTHON) scripts/help_pictures.py

translations: setup ## collect new strings into i18n/*.ts
	@$(PYTHON) scripts/collect_translations.py i18n/cloudmask_*.ts

train: .venv-training/stamp ## train a model (RECIPE=fast); goes on where it was stopped
	$(TRAINING) -m training.train --recipe $(RECIPE)

export: .venv-training/stamp ## calibrate the trained model and write it to models/
	$(TRAINING) -m training.calibrate --recipe $(RECIPE)
	$(TRAINING) -m training.export --recipe $(RECIPE)

evaluate: .venv-training/stamp ## measure the bundled models; writes cards, tables and pictures
	$(TRAINING) -m benchmarks.model_speed --write
	$(TRAINING) -m training.evaluate
	$(TRAINING) -m training.gallery docs/validation

# ukis-csmask asks for packages that nothing here uses, so it comes without them.
.venv-training/stamp: training/requirements.txt
	test -x $(TRAINING) || /usr/bin/python3 -m venv .venv-training
	sed '/^ukis-csmask/d' $< > .venv-training/requirements.txt
	$(TRAINING) -m pip install --quiet --requirement .venv-training/requirements.txt
	$(TRAINING) -m pip install --quiet --no-deps "$$(grep '^ukis-csmask' $<)"
	@touch $@

clean: ## remove what was built; keeps the environments
	rm -rf build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -not -path './.venv*' -prune -exec rm -rf {} +
