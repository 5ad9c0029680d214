"""The rule of the version of the program that a town's files are written for (T059)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from hub import __version__
from hub.checks.problem import Problem, problem
from hub.model.hub import Hub

_NUMBER = re.compile(r"[0-9]{1,4}(?:\.[0-9]{1,4}){2}")


def later(version: str, than: str) -> bool:
    """Whether a version is later than another, both as « 1.12.0 »."""
    return _numbers(version) > _numbers(than)


def is_version(text: str) -> bool:
    """Whether a text is a version, as this program numbers its own."""
    return bool(_NUMBER.fullmatch(text))


def _numbers(version: str) -> list[int]:
    return [int(number) for number in version.split(".")]


def _of_this_program(hub: Hub, today: dt.date) -> Iterator[Problem]:
    """The files of a town are written for this version of the program, or for an earlier one."""
    noted = hub.site.programme
    if not is_version(noted):
        said = f"« {noted} » n'est pas une version du programme."
        remedy = f"Écrivez celle pour laquelle ces fichiers ont été vérifiés : {__version__}."
    elif later(noted, __version__):
        said = f"Ces fichiers sont pour la version {noted} du programme, et celui-ci est la {__version__}."
        remedy = f"Installez la version {noted}, ou une plus récente."
    else:
        return
    yield problem("T059", hub.site.origin.at("programme"), said, remedy)


CHECKS = (_of_this_program,)
