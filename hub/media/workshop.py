"""The works are done, by several processes when there are several: each spends its time computing."""

from __future__ import annotations

import functools
import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from hub.markup import qr
from hub.media import drawing, pdf
from hub.media.fonts import require
from hub.media.work import MediaError, Work
from hub.processes import dies_with, interruptions_held, leave_endings

MAKERS: Mapping[str, Callable[[str, Path], bytes]] = {
    "pdf": pdf.document,
    "affiche": pdf.poster,
    "carte": drawing.card,
}
"""Who makes what: (content of the work, folder of the fonts) -> bytes."""

LIBRARIES = ("weasyprint", "pydyf", "tinycss2", "fonttools", "pillow", "segno")
"""Those whose versions may change the bytes."""

FEW = 8
"""Works that are done sooner than another process starts."""

_BATCH = 4


def fingerprint(fonts: Path) -> str:
    """The program that makes media, in a word: what it makes is made again when it changes."""
    digest = hashlib.sha256()
    code = (*sorted(Path(__file__).parent.glob("*.py")), Path(qr.__file__))
    for file in (*code, *sorted(fonts.glob("*.ttf"))):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(" ".join(version(name) for name in LIBRARIES).encode())
    return digest.hexdigest()


def fulfil(works: Sequence[Work], fonts: Path) -> Iterator[tuple[Work, bytes]]:
    """Each work and what was made of it. Raises `MediaError`."""
    if works:
        require(fonts)
    if any(work.maker != "carte" for work in works):
        pdf.require()
    do = functools.partial(_do, fonts=fonts)
    if len(works) <= FEW:
        yield from zip(works, map(do, works), strict=True)
        return
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn"), _tie, (os.getpid(),)) as processes:
        try:
            with interruptions_held():  # they begin here
                made = processes.map(do, works, chunksize=_BATCH)
            yield from zip(works, made, strict=True)
        except BrokenProcessPool as error:
            raise MediaError("Un des programmes qui font les PDF s'est arrêté : recommencez.") from error
        finally:
            processes.shutdown(wait=True, cancel_futures=True)


def _do(work: Work, fonts: Path) -> bytes:
    """The bytes of a work. Raises `MediaError`, which names it: what makes it raises anything."""
    try:
        return MAKERS[work.maker](work.content, fonts)
    except MediaError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:  # the system's, not the text's
            raise
        raise MediaError(
            f"« {work.address} » n'a pas pu être fait ({type(error).__name__}) : simplifiez ce texte, ou "
            "construisez sans PDF, affiches ni cartes (--no-media)."
        ) from error


def _tie(parent: int) -> None:
    leave_endings()
    dies_with(parent)
