"""What narrows the directory where no script does: a style sheet, by what is chosen in its form or address.

A choice hides the rows that have it not, by `:has()`; a browser that knows nothing of it shows no form, and
leads to the same lists by links. It is asked for by who has no script, and by nobody else.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import product

from hub.model import Hub
from hub.model.association import Audience
from hub.model.rhythm import Weekday
from hub.pages.directory_rows import FREE, PLACES
from hub.pages.filing import quarters
from hub.pages.index import FOLDER, IndexFile

_AMONG = ".annuaire"


def sheet(hub: Hub) -> IndexFile:
    """The file, named by what it holds."""
    data = "\n".join(_rules(hub)).encode()
    return IndexFile(f"{FOLDER}annuaire-{hashlib.sha256(data).hexdigest()[:12]}.css", data)


def _rules(hub: Hub) -> Iterator[str]:
    for theme in hub.themes:
        yield _listed("theme", theme.id, (theme.id,))
    for public in Audience:
        yield _listed("public", public.value, tuple(dict.fromkeys((public.value, Audience.tous.value))))
    for college in hub.bureau.colleges:
        yield _listed("college", college.id, (college.id,))
    for quarter in quarters(hub):
        yield _listed("quartier", quarter.key, (quarter.key,))
    for day, free, places in product(("", *map(str, Weekday)), (False, True), (False, True)):
        if day or free or places:
            yield _done(day, free, places)
    yield f'{_AMONG}:has([name="benevoles"]:checked) .rangee:not([data-benevoles]){{display:none}}'


def _listed(name: str, value: str, suiting: tuple[str, ...]) -> str:
    """Of a list: chosen there, or by the address that leads to it."""
    others = "".join(f':not([data-{name}~="{one}"])' for one in suiting)
    chosen = f'[name="{name}"] [value="{value}"]:checked,#{name}-{value}:target'
    return f"{_AMONG}:has({chosen}) .rangee{others}{{display:none}}"


def _done(day: str, free: bool, places: bool) -> str:
    """Of what one does there: one activity is all that is asked for."""
    asked = f':has([name="jour"] [value="{day}"]:checked)' if day else ""
    flags = [flag for flag, wanted in ((FREE, free), (PLACES, places)) if wanted]
    asked += "".join(f':has([name="{flag}"]:checked)' for flag in flags)
    sign = "-".join(filter(None, (day, *flags)))
    return f'{_AMONG}{asked} .rangee:not([data-que~="{sign}"]){{display:none}}'
