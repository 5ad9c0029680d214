"""Every PDF, poster and card of a site: what must be made is, the rest comes from the store."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from hub.markup import Renderer
from hub.media import booklet, cards, minutes, notices, posters, programme, walls
from hub.media.fonts import UNKNOWN
from hub.media.look import Look
from hub.media.store import Store
from hub.media.work import MediaError, Work
from hub.media.workshop import fingerprint, fulfil
from hub.model import Hub
from hub.model.media import Weights


class Media:
    """The files that were made, kept on the disk until they are published."""

    def __init__(self, store: Store, keys: Mapping[str, str], weights: Weights) -> None:
        self._store = store
        self._keys = keys
        self.weights = weights

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Each file, as (path, bytes)."""
        for address, key in self._keys.items():
            data = self._store.read(key)
            if data is None:
                raise MediaError(f"Le fichier « {address} », fait à l'instant, ne se relit pas.")
            yield address.lstrip("/"), data


def make(
    hub: Hub,
    today: dt.date,
    renderer: Renderer,
    *,
    theme: Path,
    folder: Path,
    step: Callable[[str], None] = lambda _: None,
    tell: Callable[[str], None] = lambda words: print(words, file=sys.stderr),
) -> Media:
    """Every PDF, poster and card of the site as of `today`.

    `theme` is the folder of the theme. What was made before, and is the same, comes from `folder`, where
    what is made is kept. `step` is told, in French, what begins, `tell` what cannot be printed as it is
    written. Raises `MediaError`.
    """
    store, look = Store(folder), Look(theme, hub)
    works = [*minutes.works(hub, renderer, look), *posters.works(hub, today, renderer, look)]
    works += programme.works(hub, today, renderer, look)
    works += walls.works(hub, today, renderer, look)
    works += booklet.works(hub, today, renderer, look)
    works += notices.works(hub, today, renderer, look)
    works += cards.works(hub, renderer, look)
    for lost in _lost(works):
        tell(lost)
    made_by = fingerprint(look)
    keys = {work.address: work.key(made_by) for work in works}
    weights = {address: store.weight(key) for address, key in keys.items()}
    missing = [work for work in works if weights[work.address] is None]
    if missing:
        step(f"PDF, affiches et cartes : {len(missing)} à faire")
    for work, data in fulfil(missing, look):
        store.write(keys[work.address], data)
        weights[work.address] = len(data)
    store.keep_only(keys.values())
    return Media(store, keys, {address: size for address, size in weights.items() if size is not None})


def _lost(works: Iterable[Work]) -> Iterator[str]:
    """A sentence about the signs that no font has, each time they are others, and where they are."""
    found: dict[str, list[str]] = {}
    for work in works:
        if work.lost:
            found.setdefault(work.lost, []).append(work.address.lstrip("/"))
    for signs, addresses in found.items():
        where = f"« {addresses[0]} »" + (f" (et {len(addresses) - 1} de plus)" if addresses[1:] else "")
        yield (
            f"{where} : aucune de nos polices n'a {_quoted(signs)}, que « {UNKNOWN} » remplace. "
            "Écrivez ces mots en lettres latines."
        )


def _quoted(signs: str) -> str:
    return ", ".join(f"« {sign} » (U+{ord(sign):04X})" for sign in signs)
