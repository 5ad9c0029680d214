"""The works are done, by several threads: Typst lets go of Python's lock while it works."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.metadata import version
from pathlib import Path

from hub.images.making import ImageError
from hub.markup import qr
from hub.media.fonts import require
from hub.media.look import Look
from hub.media.press import Press
from hub.media.work import MediaError, Work

LIBRARIES = ("typst", "pillow", "segno")
"""Those whose versions may change the bytes."""


def fingerprint(look: Look) -> str:
    """The program that makes media, in a word: what it makes is made again when it changes."""
    digest = hashlib.sha256(look.digest)
    for file in (*sorted(Path(__file__).parent.glob("*.py")), Path(qr.__file__)):
        digest.update(hashlib.sha256(file.read_bytes()).digest())
    digest.update(" ".join(version(name) for name in LIBRARIES).encode())
    return digest.hexdigest()


def fulfil(works: Sequence[Work], look: Look) -> Iterator[tuple[Work, bytes]]:
    """Each work and what was made of it. Raises `MediaError`."""
    if not works:
        return
    require(look.fonts)
    press = Press(look)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        made = threads.map(lambda work: done(press, work), works)
        try:
            yield from zip(works, made, strict=True)
        finally:
            threads.shutdown(wait=True, cancel_futures=True)


def done(press: Press, work: Work) -> bytes:
    """The bytes of a work. Raises `MediaError`, which names it: what makes it raises anything."""
    try:
        return press.made(work)
    except (MediaError, ImageError):
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.errno is not None:  # the system's, not the text's
            raise
        raise MediaError(
            f"« {work.address} » n'a pas pu être fait ({type(error).__name__}) : simplifiez ce texte, ou "
            "construisez sans PDF, affiches ni cartes (--no-media)."
        ) from error
