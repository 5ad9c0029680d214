"""The list of subscribers: a text file outside git, an address a line."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from hub.controls import visible
from hub.model.web import mail_address
from hub.system import reason


class ListError(Exception):
    """The list cannot be used; the message is a French sentence, with file and line where there is one."""


class Subscribers(NamedTuple):
    """The addresses in their order, each once; `repeated` is how many lines named one again."""

    addresses: tuple[str, ...]
    repeated: int


def read(file: Path) -> Subscribers:
    """The addresses of `file`: a line each, empty lines and remarks (`#`) apart.

    Raises `ListError` for a file that cannot be read, lies in a git repository, or has a line that is no
    address: nothing is sent to half a list.
    """
    _refuse_published(file)
    found: dict[str, str] = {}
    lines = [line.strip() for line in _text(file).split("\n")]
    written = [(n, line) for n, line in enumerate(lines, start=1) if line and not line.startswith("#")]
    for number, line in written:
        if (address := mail_address(line)) is None:
            raise ListError(
                f"{file}:{number} : « {visible(line[:60])} » n'est pas une adresse électronique. "
                "Écrivez une adresse par ligne, et rien d'autre."
            )
        found.setdefault(address.lower(), address)
    if not found:
        raise ListError(f"{file} ne contient aucune adresse : écrivez-en une par ligne.")
    return Subscribers(tuple(found.values()), len(written) - len(found))


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ListError(f"La liste « {file} » n'existe pas.") from None
    except UnicodeDecodeError:
        raise ListError(f"« {file} » n'est pas un texte en UTF-8 : enregistrez-le sous ce format.") from None
    except OSError as error:
        raise ListError(f"« {file} » ne se lit pas : {reason(error)}.") from None


def _refuse_published(file: Path) -> None:
    """Git keeps what is deleted, and this repository is public: the list must not lie in one, nor a link to
    it, beside which its journal would."""
    for folder in (*Path(os.path.normpath(file.absolute())).parents, *file.resolve().parents):
        if (folder / ".git").exists():
            raise ListError(
                f"« {file} » est dans le dépôt « {folder} » : les adresses des abonnés seraient publiées un "
                "jour ou l'autre. Rangez la liste ailleurs."
            )
