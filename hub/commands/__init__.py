"""What `build.py` can be asked, a command a module: arguments -> calls; what is printed; exit codes.

A command is one line of `PURPOSES` and a module of its name (`import_` where Python keeps the
word to itself), loaded when it is asked for, which gives:

- `add_options(parser)`: what may be said with it (`hub.commands.options` has what several share);
- `run(options) -> int`: do it; the exit code is one of those below.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from importlib import import_module
from keyword import iskeyword
from types import MappingProxyType
from typing import Protocol

OK, BAD_SOURCES, WRONG_USAGE = 0, 1, 2

DEFAULT = "build"

PURPOSES: Mapping[str, str] = MappingProxyType(
    {
        "check": "vérifie les fichiers, sans rien construire",
        "build": "vérifie, puis construit le site (par défaut)",
        "serve": "montre le site sur cette machine, tel que le font les fichiers à chaque instant",
        "changes": "dit ce que change ce dossier, par rapport à un autre ou à une révision",
        "letter": "montre un numéro de la lettre comme un courriel, ou l'envoie à une liste d'abonnés",
        "links": "cherche les adresses des autres sites qui ne répondent plus, sans rien bloquer",
        "proposal": "fait un fichier des réponses d'un formulaire, ou dit ce qu'il faut y corriger",
        "import": "fait des fichiers du site de ce que la ville a : Word, LibreOffice, page web, texte, PDF",
        "export": "fait un tableau de l'annuaire, de l'agenda ou des actions, à tenir et à reprendre",
        "ready": "dit si le site peut être publié, et sinon ce qui reste à faire",
        "remind": "rappelle ce qui est à faire, et à qui, du plus pressant au moins pressant",
        "rollback": "montre les sites précédents, qui sont gardés, et revient à l'un d'eux",
        "new": "commence le site d'une autre ville : six questions, et ses fichiers",
        "upgrade": "met les fichiers à la forme que demande cette version du programme",
        "explain": "explique un code : la règle, sa raison, un exemple faux, un exemple juste",
    }
)
"""The commands, as `--help` lists them."""


class Command(Protocol):
    """What the module of a command gives."""

    def add_options(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, options: argparse.Namespace) -> int: ...


def command(name: str) -> Command:
    """The command of this name, one of `PURPOSES`."""
    module: Command = import_module(f"hub.commands.{name}_" if iskeyword(name) else f"hub.commands.{name}")
    return module
