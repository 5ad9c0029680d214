# `make` seul montre ce que l'on peut faire.

PYTHON ?= $(shell for p in python3.14 python3.13 python3.12 python3.11 python3; do \
	command -v $$p >/dev/null && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
RUN := $(VENV)/bin/python
TODAY ?=

# La forme des problèmes : text, json, github, gitlab ou sarif.
FORMAT ?=

# Les tests se partagent entre les processeurs de la machine, jusqu'à tant : chacun a son navigateur.
WORKERS ?= 4
DAY := $(if $(TODAY),--today $(TODAY))
FORM := $(if $(FORMAT),--format $(FORMAT))
DEMO := --source examples/ville-exemple --out site-demo --today 2026-11-21

# Ce que demandent les tests, par paquet Debian : les commandes ou les bibliothèques dont une suffit.
BROWSER := chromium=$(or $(CHROMIUM),chromium),chromium-browser,google-chrome libatomic1=libatomic.so.1
CLIENTS := default-jre-headless=java khal=khal libical3=libical.so.3 newsboat=newsboat lftp=lftp
OFFICE := libreoffice-writer-nogui=libswlo.so libreoffice-calc-nogui=libsclo.so
SERVERS := nginx-light=nginx apache2-bin=apache2

# Ce que git ignore ne se relit dans aucune proposition, et ces noms-là seraient lancés ou publiés sans être vus.
HIDDEN := git -c core.excludesFile=/dev/null -c 'safe.directory=*' ls-files --cached --ignored --exclude-standard \
	-x '*.py[co]' -x __pycache__ -x .venv -x '.site*' -x node_modules -x atelier/paquet -x atelier/.paquet.somme

.DEFAULT_GOAL := help
.PHONY: hidden help import site check changes serve demo atelier wheel test lint accept docs schemas forms lock bench \
	screenshots clean install programs announcement code-quality ready remind links workshop

help: ## Montre cette liste
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

hidden:
	@found=$$($(HIDDEN) 2>/dev/null | head -n 5); test -z "$$found" || { echo "Des fichiers que git ignore ont été ajoutés \
	de force : ils seraient lancés ou publiés sans que personne les relise. Retirez-les (git rm --cached) :" >&2; \
	echo "$$found" >&2; exit 1; }

site: $(VENV)/.site ## Vérifie les fichiers et construit le site dans site/
	@$(RUN) build.py build $(DAY)

check: $(VENV)/.site ## Vérifie les fichiers, sans rien construire
	@$(RUN) build.py check $(DAY) $(FORM)

changes: $(VENV)/.site ## Dit ce que vos modifications feront une fois publiées
	@$(RUN) build.py changes $(DAY)

serve: $(VENV)/.site ## Montre le site sur http://127.0.0.1:8000/, à jour à chaque enregistrement
	@$(RUN) build.py serve $(DAY)

demo: $(VENV)/.site ## La même chose pour la ville imaginaire, sur http://127.0.0.1:8001/
	@$(RUN) build.py serve $(DEMO) --port 8001

import: $(VENV)/.site requirements-import.txt ## Installe ce qui reprend des fichiers Word, Excel, LibreOffice (build.py import)
	@$(RUN) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r requirements-import.txt

atelier: $(VENV)/.site ## Installe les formulaires que le site offre sous /atelier/ à qui tient ses fichiers
	@sh scripts/install_node.sh $(VENV) requirements-atelier.txt
	@sh scripts/install_node_tools.sh $(VENV) atelier
	@sh scripts/make_atelier.sh $(VENV)

wheel: $(VENV)/.test atelier ## Fait du programme un paquet, dans dist/, pour une ville qui n'a que des contenus
	@$(RUN) -m hatchling build -d dist

test: $(VENV)/.test lint programs ## Installe ce qu'il faut et lance tous les tests
	@sh scripts/install_node_tools.sh $(VENV) tests/editor tests/clients atelier
	@sh scripts/make_atelier.sh $(VENV)
	@PYTHONDONTWRITEBYTECODE= $(RUN) -m pytest --numprocesses=logical --maxprocesses=$(WORKERS) --dist=worksteal

lint: $(VENV)/.test ## Relit le code (ruff, mypy)
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy

accept: $(VENV)/.test ## Accepte l'arbre attendu de la ville miniature des tests
	@$(RUN) -m tests.accept

docs: $(VENV)/.site ## Renouvelle les pages de docs/ faites d'après le catalogue
	@$(RUN) -m hub.handbook

schemas: $(VENV)/.site ## Renouvelle ce que lisent les éditeurs (schemas/, .vscode/)
	@$(RUN) -m hub.schemas

forms: $(VENV)/.site ## Renouvelle les formulaires et les modèles des forges (.github/, .gitlab/)
	@$(RUN) -m hub.proposal

lock: ## Renouvelle requirements*.txt d'après pyproject.toml (demande uv)
	uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements.txt
	uv pip compile pyproject.toml --group test --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements-test.txt
	uv pip compile pyproject.toml --group import --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements-import.txt
	uv pip compile --group atelier --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --custom-compile-command "make lock" --quiet -o requirements-atelier.txt

bench: $(VENV)/.test ## Mesure la vitesse et la mémoire, à côté de MkDocs seul
	@$(RUN) -m bench

screenshots: $(VENV)/.test ## Renouvelle les captures d'écran de docs/captures/ et les images de « Contribuer »
	@sh scripts/install_programs.sh $(BROWSER)
	@sh scripts/install_node_tools.sh $(VENV) atelier
	@sh scripts/make_atelier.sh $(VENV)
	@$(RUN) -m scripts.screenshots
	@$(RUN) -m scripts.gestures

clean: ## Efface le site construit et l'environnement Python
	rm -rf $(VENV) dist site .site.cache .site.precedents $(LEFT) site-demo .site-demo.cache .site-demo.precedents \
		tests/editor/node_modules tests/clients/node_modules bench/lighthouse/node_modules \
		atelier/node_modules atelier/paquet atelier/.paquet.somme

# Ce que lancent les travaux des forges (docs/forges.md). Ce qu'une étape dit à la suivante est dans LEFT.
LEFT := .site.forge

install: $(VENV)/.site

programs:
	@sh scripts/install_programs.sh $(BROWSER) $(CLIENTS) $(OFFICE) $(SERVERS)

announcement: $(VENV)/.site
	@FORGE_TODAY=$(TODAY) $(RUN) -m hub.forge prepare

code-quality: $(VENV)/.site | $(LEFT)
	@$(RUN) build.py check $(DAY) --format gitlab >$(LEFT)/code-quality.json || test $$? -eq 1

ready: $(VENV)/.site | $(LEFT)
	@$(RUN) build.py ready --again --format markdown $(DAY) >$(LEFT)/publier.md; code=$$?; cat $(LEFT)/publier.md; \
	test $$code -ne 0 || rm $(LEFT)/publier.md; exit $$code

remind: $(VENV)/.site | $(LEFT)
	@$(RUN) build.py remind --quiet --format markdown $(DAY) >$(LEFT)/veiller.md || { cat $(LEFT)/veiller.md; exit 1; }

# L'atelier, là seulement où la ville dit où sont ses fichiers.
workshop: $(VENV)/.site
	@if $(RUN) -m hub.atelier; then $(MAKE) --no-print-directory atelier; fi

links: $(VENV)/.site | $(LEFT)
	@$(RUN) build.py links --format markdown >$(LEFT)/liens.md

$(LEFT):
	@mkdir -p $@

$(VENV)/bin/python: | hidden
	@test -n "$(PYTHON)" || { echo "Il faut Python 3.11 ou plus récent (paquet python3)." >&2; exit 1; }
	@sh scripts/make_venv.sh "$(PYTHON)" $(VENV)

$(VENV)/.site: requirements.txt | hidden $(VENV)/bin/python
	@$(RUN) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r requirements.txt
	@touch $@

$(VENV)/.test: requirements-test.txt | hidden $(VENV)/bin/python
	@$(RUN) -m pip install --quiet --disable-pip-version-check --use-pep517 --require-hashes -r requirements-test.txt
	@touch $@ $(VENV)/.site
