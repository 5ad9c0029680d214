"""All addresses asked, in a given time: several sites at once, one page at a time of each, with a pause."""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from hub.outside.addresses import host_of
from hub.outside.answer import Answer, State

AT_ONCE = 8
"""Sites that are asked at the same time."""

Ask = Callable[[str], Answer]


@dataclass(frozen=True)
class Pace:
    """How fast one goes, in seconds: between two questions to one site, and at most for all."""

    pause: float = 1.0
    whole: float = 600.0


def round_of(addresses: Iterable[str], ask: Ask, pace: Pace) -> dict[str, Answer]:
    """What was heard of each address; `LEFT` of those whose turn did not come in time.

    The threads are left where they are then: a site that answers a letter a minute holds nobody.
    """
    sites: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        sites[host_of(address)].append(address)
    heard = {address: Answer(State.LEFT) for site in sites.values() for address in site}
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for site in sites.values():
        waiting.put(site)
    over = threading.Event()
    end = time.monotonic() + pace.whole
    threads = [
        threading.Thread(target=_work, args=(waiting, ask, pace, heard, over), daemon=True)
        for _ in range(min(AT_ONCE, len(sites)))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, end - time.monotonic()))
    over.set()
    return dict(heard)


def _work(
    waiting: SimpleQueue[list[str]],
    ask: Ask,
    pace: Pace,
    heard: dict[str, Answer],
    over: threading.Event,
) -> None:
    """Take one site after the other, until none is left or time is over."""
    while not over.is_set():
        try:
            site = waiting.get_nowait()
        except Empty:
            return
        for number, address in enumerate(site):
            if number and over.wait(pace.pause):
                return
            heard[address] = ask(address)
