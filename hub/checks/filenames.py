"""Names of attached files (D): an address, and no other file's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, count

from hub.checks.problem import Problem, problem
from hub.model.attachment import DOCUMENTS, IMAGES
from hub.model.hub import Hub
from hub.model.names import slug
from hub.sources import Attachment

KINDS = {"document": tuple(DOCUMENTS), "image": tuple(IMAGES)}
"""The ends of the names of each sort of file."""

LONGEST_NAME, LONGEST_STEM = 100, 80
"""Letters: what a disk and an address bear once a width and a digest are added."""

_USABLE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.[a-z0-9]+")


def files(hub: Hub) -> Iterator[tuple[str, Attachment]]:
    """(`document` or `image`, file), all of them."""
    yield from (("document", one) for one in hub.documents.values())
    yield from (("image", one) for one in hub.images.values())


def proposed_names(hub: Hub) -> dict[Attachment, str]:
    """A name for each file of a permitted kind whose own cannot be an address; none is another file's."""
    taken = {one.name for _, one in files(hub)}
    proposed: dict[Attachment, str] = {}
    for scheme, one in files(hub):
        if one.extension not in KINDS[scheme] or _is_usable(one.name):
            continue
        stem = slug(one.name.rpartition(".")[0])[:LONGEST_STEM].strip("-") or scheme
        ranks = chain(("",), (f"-{number}" for number in count(2)))
        names = (f"{stem}{rank}{one.extension}" for rank in ranks)
        proposed[one] = next(name for name in names if name not in taken)
        taken.add(proposed[one])
    return proposed


def plain_name(name: str) -> str:
    """The name of a file as an address may have it, without the folders of whoever wrote it:
    `C:\\Photos\\Fête.JPG` -> `fete.jpg`."""
    stem, dot, extension = re.split(r"[\\/]", name)[-1].rpartition(".")
    return f"{slug(stem)[:LONGEST_STEM].strip('-')}{dot}{extension.lower()}"


def is_misnamed(name: str) -> bool:
    """Whether a file of this name must have another."""
    return not _is_usable(name)


def _is_usable(name: str) -> bool:
    return len(name) <= LONGEST_NAME and _USABLE.fullmatch(name) is not None


def misnamed(one: Attachment, better: str) -> Problem:
    """The problem of a file whose name cannot be an address, and the name it may have."""
    long = len(one.name) > LONGEST_NAME
    what = f"« {one.name[:60]}… » est trop long pour" if long else f"« {one.name} » ne peut pas être"
    return problem(
        "D006",
        one.position,
        f"{what} une adresse.",
        f"Renommez-le « {better} » : des minuscules sans accent, des chiffres et des tirets ; et changez son "
        "nom là où un texte le cite.",
    )
