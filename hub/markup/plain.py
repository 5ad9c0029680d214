"""HTML -> plain text, for descriptions, feeds and calendars."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|div|blockquote|dt|dd)>|<br ?/?>")
_BLOCK = re.compile(r"<(/?)(p|blockquote|ul|ol|li|dl|table|pre|figure|h[2-6])\b[^>]*>")
_TAG = re.compile(r"<[^<>]++>")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2})\s?[.!?…]+(?=\s[«A-ZÀ-Ý]|$)")


def plain(fragment: str) -> str:
    """The words of a fragment of HTML, a line a block."""
    text = html.unescape(_TAG.sub("", _BLOCK_END.sub("\n", fragment)))
    lines = (" ".join(line.split(" ")).strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def beginning(fragment: str) -> str:
    """The first paragraphs of a text (HTML), on one line: what it says of itself before its first heading,
    table, picture or code, which make no sentence. A list is told where a colon announces it, or where there
    is nothing else; '' where there is none either.
    """
    said: list[str] = []
    listed = ""
    for name, pieces in _blocks(fragment):
        if name in ("p", "blockquote"):
            said += pieces
        elif name in ("ul", "ol") and (not said or said[-1].endswith(":")):
            listed = listed or ", ".join(pieces)
            if said:
                return " ".join((*said, listed))
        elif said:
            break
    return " ".join(said) or listed


def _blocks(fragment: str) -> Iterator[tuple[str, list[str]]]:
    """The outermost blocks of a text: their tags, and their words, a piece an item of a list."""
    depth, name, pieces, at = 0, "", [""], 0
    for found in _BLOCK.finditer(fragment):
        pieces[-1] += fragment[at : found.start()]
        at = found.end()
        if found[1]:
            depth -= 1
            if depth == 0:
                words = (re.sub(r"[ \t\n]+", " ", plain(piece)) for piece in pieces)
                yield name, [one for one in words if one]
            continue
        if depth == 0:
            name, pieces = found[2], [""]
        elif found[2] == "li":
            pieces.append("")
        else:
            pieces[-1] += " "
        depth += 1


def excerpt(text: str, length: int = 160) -> str:
    """The beginning of `text` on one line, cut between two words, of at most `length` characters."""
    flat = re.sub(r"\s+", " ", text).strip()
    if len(flat) <= length:
        return flat
    return flat[: length - 1].rsplit(" ", 1)[0].rstrip(" ,;:.") + "…"


def opening(text: str, length: int = 160) -> str:
    """The first sentences of `text`, on one line, that fit in `length` characters; an excerpt where the first
    one is longer."""
    flat = re.sub(r"\s+", " ", text).strip()
    ends = [found.end() for found in _SENTENCE_END.finditer(flat) if found.end() <= length]
    return flat[: ends[-1]] if ends else excerpt(flat, length)


def ended(words: str) -> str:
    """`words` with a full stop, unless a sign ends them."""
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def capital(words: str) -> str:
    """`words` with a capital letter at their head, the others as they are; '' as it is."""
    return words[:1].upper() + words[1:]
