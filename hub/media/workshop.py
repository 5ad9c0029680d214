"""The works are done, on every core.

By copies of this process, which stays as it was: Typst begins threads, without which a later copy would wait
for ever. Where a copy would not be whole, by threads: Typst lets go of Python's lock while it works.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path

from hub.images.making import ImageError
from hub.markup import qr
from hub.media.fonts import require
from hub.media.look import Look
from hub.media.press import Press
from hub.media.work import MediaError, Work
from hub.processes import dies_with, interruptions_held, leave_endings

_presses: dict[Look, Press] = {}
"""The one of a copy."""

_BATCH = 4

LIBRARIES = ("typst", "pypdfium2", "pillow", "zxing-cpp")
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
    yield from zip(works, (_by_copies if _is_alone() else _by_threads)(works, look), strict=True)


def _is_alone() -> bool:
    """Whether this process has one thread, those that Typst began before included: a copy is then whole."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1


def _by_threads(works: Sequence[Work], look: Look) -> Iterator[bytes]:
    press = Press(look)
    with ThreadPoolExecutor(os.cpu_count()) as threads:
        try:
            yield from threads.map(lambda work: done(press, work), works)
        finally:
            threads.shutdown(wait=True, cancel_futures=True)


def _by_copies(works: Sequence[Work], look: Look) -> Iterator[bytes]:
    number = min(len(works), os.cpu_count() or 1)
    with ProcessPoolExecutor(number, get_context("fork"), _begin, (look, os.getpid())) as copies:
        try:
            with interruptions_held():  # they begin here
                made = copies.map(_done_there, works, chunksize=_BATCH)
            yield from made
        except BrokenProcessPool as error:
            raise MediaError("Un des programmes qui font les PDF s'est arrêté : recommencez.") from error
        finally:
            copies.shutdown(wait=True, cancel_futures=True)


def _begin(look: Look, parent: int) -> None:
    """Make a copy ready: it lives no longer than its parent, and makes one thing at a time."""
    leave_endings()
    dies_with(parent)
    os.environ["RAYON_NUM_THREADS"] = "1"  # of Typst
    _presses[look] = Press(look)


def _done_there(work: Work) -> bytes:
    (press,) = _presses.values()
    return done(press, work)


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
