"""What was heard of the addresses, in French: the gravest first, each with the lines where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from urllib.parse import quote

from hub.controls import visible
from hub.markup.forge import code
from hub.outside.addresses import Cited
from hub.outside.answer import Answer, State
from hub.outside.asking import AS_WRITTEN

PLACES = 5
"""Places listed for one address; the rest is counted."""

LONGEST = 2_000
"""Characters of an address."""

TO_MEND = (State.GONE, State.SILENT, State.MOVED)
"""What somebody has to look at."""

Heard = Mapping[str, Answer]

_COUNTED = {
    State.GONE: ("n’existe plus", "n’existent plus"),
    State.SILENT: ("ne répond pas", "ne répondent pas"),
    State.MOVED: ("a changé", "ont changé"),
    State.BY_HAND: ("est à vérifier à la main", "sont à vérifier à la main"),
    State.LEFT: ("n’a pas été regardée", "n’ont pas été regardées"),
}
"""What is said of one, and of several."""


def text(cited: Cited, heard: Heard) -> str:
    """For a terminal."""
    lines = [_counted(heard)]
    for state in (*TO_MEND, State.BY_HAND, State.LEFT):
        if found := _in_state(heard, state):
            lines += ["", f"{state.value} :"]
            lines += [
                f"  {address}{_said(heard[address], visible)}{_at(cited[address], str)}" for address in found
            ]
    return "\n".join(lines) + "\n"


def markdown(cited: Cited, heard: Heard) -> str:
    """For an issue that is renewed; '' when there is nothing to mend, whatever is left to look at by hand."""
    if not any(heard[address].state in TO_MEND for address in heard):
        return ""
    return "\n".join(_sections(cited, heard)) + "\n"


def _sections(cited: Cited, heard: Heard) -> Iterator[str]:
    yield _counted(heard)
    for state in (*TO_MEND, State.BY_HAND):
        if found := _in_state(heard, state):
            yield from ("", f"## {state.value}", "")
            for address in found:
                yield f"- [ ] {_link(address)}{_said(heard[address], _link)}{_at(cited[address], code)}"
    yield ""
    yield "Une adresse qui ne sert plus s’enlève ; une page déplacée se cherche sur le site qui la publiait."


def _counted(heard: Heard) -> str:
    if not heard:
        return "Aucune adresse d’un autre site."
    parts = [
        f"{len(found)} {words[len(found) > 1]}"
        for state, words in _COUNTED.items()
        if (found := _in_state(heard, state))
    ]
    if not parts:
        return f"Adresses des autres sites : {len(heard)}, et toutes répondent."
    return f"Adresses des autres sites : {len(heard)}, dont {', '.join(parts)}."


def _in_state(heard: Heard, state: State) -> list[str]:
    return [address for address, answer in heard.items() if answer.state is state]


def _said(answer: Answer, shown: Callable[[str], str]) -> str:
    to = f" : {shown(answer.to)}" if answer.to else ""
    return f", {answer.said}{to}" if answer.said else ""


def _link(address: str) -> str:
    """A link of Markdown, of which the site of somebody else may have chosen each sign (`Location`)."""
    return f"<{quote(address[:LONGEST], safe=AS_WRITTEN)}>"


def _at(places: tuple[tuple[str, int, int], ...], shape: Callable[[str], str]) -> str:
    shown = ", ".join(shape(f"{path}:{line}") for path, line, _ in places[:PLACES])
    more = len(places) - PLACES
    return f" ({shown}{f' et {more} de plus' if more > 0 else ''})"
