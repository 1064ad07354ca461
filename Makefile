# Thin: the work is done in tools/bootstrap.py, which runs without make too (on Windows, say).
# ARGS go to plansite or pytest: make site ARGS="--as-of 2024-03-01"
PYTHON ?= python3
ARGS ?=

.PHONY: site serve test audit bench lock clean

site serve test audit bench lock clean:
	@$(PYTHON) tools/bootstrap.py $@ $(ARGS)
