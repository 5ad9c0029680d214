"""Mistakes of texts whose Markdown makes something else than was meant, and what is no mistake (L)."""

from __future__ import annotations

from hub.catalogue.attachments import PNG
from hub.catalogue.rule import Content
from tests.mistakes.case import GUIDE, Case, Expected
from tests.towns import edited

EARTH = "De la terre."
SEED = {"content/images/graine.png": PNG}


def _text(name: str, text: str, *found: tuple[str, int, int]) -> Case:
    expected: Expected = [(code, GUIDE, line, column) for code, line, column in found]
    return name, edited(GUIDE, EARTH, text), expected


def _shown(name: str, text: str) -> Case:
    """A text that names the image."""
    files: dict[str, Content] = {**SEED, **edited(GUIDE, EARTH, text)}
    return name, files, []


CASES: list[Case] = [
    _text("a note without call", "Terre.\n\n[^1]: Ou du terreau.", ("L018", 13, 1)),
    _text("a call without note, twice", "Œuf **terre[^a]** et eau[^a].", ("L018", 11, 12)),
    _text("a note whose colon is apart", "Terre[^1].\n\n[^1] : Ou du terreau.", ("L018", 13, 1)),
    _text("two notes of one name", "A[^1].\n\n[^1]: B.\n\n[^1]: C.", ("L018", 15, 1)),
    _text("notes", "A[^1] et b[^É].\n\n[^é]: C.\n[^1]: D\n    [^e].\n[^e]: E."),
    _text("what shows a note", "`[^1]`, \\[^2] et\n\n```\n[^3]\n```"),
    _text("a fence that nothing closes", "Œuf :\n\n```\n# a\n<b>\n[x](/nulle-part/)", ("L019", 13, 1)),
    _text("a fence of waves, closed by another", "~~~ a\nx\n```", ("L019", 11, 1)),
    _text("a fence in a quotation", "> ```\n> # a\n> ```\n\n1. ```\n   <b>\n   ````"),
    _text("a paragraph moved to the right", "Il faut :\n\n    De la *terre*.", ("L020", 13, 5)),
    _text("a tab before a paragraph", "Il faut :\n\n\tDe la terre.", ("L020", 13, 2)),
    _text("paragraphs of an item", "- a\n\n  b\n\n1. c\n\n    d"),
    _text(
        "headings without blank",
        "##Terre\n\n#\u00a0Eau\n\n####### Air",
        *(("L021", n, 1) for n in (11, 13, 15)),
    ),
    _text("a heading without blank in a paragraph", "Terre\n##2. Eau", ("L021", 12, 1)),
    _text("signs that are no heading", "\\#terre, C#, a#b\n#1, # 2"),
    _text(
        "cells without a head",
        "| a | b |\n|---|---|\n| é | 2 | **3** | 4 |\n| 1 |\n| 1 | 2 | |\n| x \\| y | z |",
        ("L022", 13, 11),
    ),
    _text("a line under a table", "a | b\n--|--\n1 | 2\nEt voilà.", ("L017", 14, 1)),
    _text("a table of one column", "| a |\n|---|\n| b |\nc"),
    _text("a table without dashes", "Œuf :\n\n| a | b |\n| 1 | 2 |\n| 3 | 4 |", ("L017", 13, 1)),
    _text("a table whose dashes are too few", "| a | b |\n|---|\n| 1 | 2 |", ("L017", 11, 1)),
    _text("a table glued to a paragraph", "Voici :\n| a | b |\n|---|---|\n| 1 | 2 |"),
    _text("a table without bars at its ends, glued to a paragraph", "Voici :\na | b\n--|--\n1 | 2"),
    _text("a table glued to a quotation", "> Voici :\n| a | b |\n|---|---|\n| 1 | 2 |", ("L017", 12, 1)),
    _text("bars that are words", "\\| a | b |\n\\| c | d |\n\n|x|, ou bien |y|."),
    _text("a reference of nothing", "é [*a* b][C], [c][]", ("L023", 11, 3), ("L023", 11, 15)),
    _text("brackets", "[a], \\[b\\]\\[c\\], `[d][e]`, [ ] [x]"),
    _text("references", "[a][B], [b][], [b]\n\n[b]: /agenda/ 'Titre'"),
    _text("a reference to nothing, used twice", "[a][b], [c][b]\n\n[b]: /rien/", ("L004", 13, 6)),
    _text("a year at the head of a line", "1986. Un jardin.", ("L024", 11, 1)),
    _text("a year after a list", "1. a\n2. b\n1986. Un jardin.", ("L024", 13, 1)),
    _text("a number that is missing, in a list in a list", "- x\n  1. a\n  3. b\n  5. c", ("L024", 13, 3)),
    _text(
        "numbers", "3. a\n4. b\n\nc\n\n5. d\n\ne\n\n1. f\n1. g\n1. h\n\nz\n\n1986. i\n1987. j\n\n1986\\. k"
    ),
    _text(
        "a remark in a line, and lines of remarks",
        "a <!-- b -->\n\n<!-- c\n\nd --> <!-- e -->",
        ("L025", 11, 3),
        ("L025", 13, 1),
    ),
    _text("a remark that nothing closes", "é\n\n<!-- b\n\n## c", ("L001", 13, 1)),
    _text("words behind a remark", "<!-- b --> ç é", ("L001", 11, 12)),
    _text("lines of HTML", "a\n\n<div>\n<b>x</b>\n\n</div>", ("L001", 13, 1), ("L001", 16, 1)),
    _text("a tag and its end", "é <u>a</u> et <u>b</u>", ("L001", 11, 3), ("L001", 11, 15)),
    _text("a line broken by HTML", "a<br>b", ("L001", 11, 2)),
    _text("lines broken in a table", "| a<br>b | c |\n|---|---|\n| d<BR /> e | f |"),
    _text("HTML in a table", "| a | c |\n|---|---|\n| d | <b>f</b> |", ("L001", 13, 7)),
    _text("what is no HTML", "3 < 4, a<5, \\<b>, `<b>`, &lt;b&gt;\n\n```\n<b>\n```"),
    _text(
        "code of every rule",
        "~~~\n# a\n##b\n• c\n• d\ne\tf\ng\th\n[ici](rien) https://a.example <i>\n![](x)\n~~~",
    ),
    _text("a dialogue of broken lines", "— Bonjour.\\\n— Bonsoir.  \n— Oui."),
    _text("bullets after a break of line", "Il faut :\\\n• a\n• b", ("L015", 12, 1)),
    _text("bullets in a quotation", "> Il faut\n> • a\n> • b", ("L015", 12, 3)),
    _text("bullets in an item", "- Il faut\n  • **a**\n  • b", ("L015", 12, 3)),
    _text("a link without words", "[](/agenda/)", ("L009", 11, 1)),
    _text("a link on emphasised words", "é [**Ici**](/agenda/)", ("L009", 11, 3)),
    _text("an image without address", "![a]()", ("L014", 11, 1)),
    _text("an address in words with escapes", "\\*é\\* &amp; https://a.example", ("L012", 11, 13)),
    _text("an underlined title, in a quotation", "> Terre\n> ===", ("L016", 12, 3)),
    _text("a single dash under a paragraph", "Terre\n-", ("L016", 12, 1)),
    _text("a heading in an item", "- #### Terre", ("L008", 11, 3)),
    _text("an address that ends like a sign", "[a](https://b.example/?c=1&copy=2)"),
    _shown("an image in a link", "[![Une graine](image:graine.png)](https://b.example/)"),
    _shown("an image whose words have brackets", "![Une [petite] graine](image:graine.png)"),
    _shown("an image by reference", "![Une graine][g]\n\n[g]: image:graine.png"),
    _shown("an image whose address is written with signs", "![Une graine](<image\\:graine&#46;png>)"),
]
