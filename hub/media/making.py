"""Every PDF, poster and card of a site: what must be made is, the rest comes from the store."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from hub.markup import Renderer
from hub.media import cards, minutes, posters
from hub.media.look import Look
from hub.media.store import Store
from hub.media.work import MediaError
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
) -> Media:
    """Every PDF, poster and card of the site as of `today`.

    `theme` is the folder of the theme. What was made before, and is the same, comes from `folder`, where
    what is made is kept. `step` is told, in French, what begins. Raises `MediaError`.
    """
    store, look = Store(folder), Look(theme)
    works = [*minutes.works(hub, renderer, look), *posters.works(hub, today, renderer, look)]
    works += cards.works(hub, renderer, look)
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
