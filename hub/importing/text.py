"""The text of a document in Markdown: functions for names, headings with their levels, pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from hub.importing.blocks import Block, Paragraph, Picture, Run, Table, words_of
from hub.importing.headings import headed
from hub.importing.ledger import Ledger
from hub.importing.outcome import Written
from hub.importing.people import Named, People, contracted, first_names, withheld
from hub.importing.pictures import taken
from hub.importing.signs import NUMBER
from hub.importing.tidy import numbered
from hub.importing.to_markdown import escaped, markdown

MADE_BY_PROGRAMS = ("description générée automatiquement", "ai-generated", "image contenant", "logo, ")


@dataclass
class Text:
    """The Markdown, and the pictures that it shows."""

    ledger: Ledger
    people: People
    name: str
    shown: str = "Image du document, à décrire"
    pictures: list[Written] = field(default_factory=list)

    def plain(self, blocks: Sequence[Block]) -> list[Block]:
        """The blocks, which name nobody."""
        return [self._without_persons(block) for block in blocks]

    def written(
        self, plain: Sequence[Block], titles: Iterable[str] = (), never: frozenset[str] = frozenset()
    ) -> str:
        """The text of `plain` blocks, of which `titles` are known to be titles and `never` not to be; its
        pictures are called by `name` and their number."""
        whole = headed(plain, titles, never)
        for before, after in zip(plain, whole, strict=True):
            if isinstance(after, Paragraph) and after.level:
                number = NUMBER.match(words_of(before))
                self.ledger.told(number[0] if number else "")
        images = {
            index: self._image(block) for index, block in enumerate(whole) if isinstance(block, Picture)
        }
        return markdown(numbered(whole), images) if whole else ""

    def _without_persons(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Table():
                rows = (tuple(tuple(map(self._paragraph, cell)) for cell in row) for row in block.rows)
                return Table(tuple(rows))
            case _:
                return block

    def _paragraph(self, block: Paragraph) -> Paragraph:
        """The paragraph without names, mobiles and private mailboxes; its looks stay where they can."""
        written = "".join(run.words for run in block.runs)
        whole = self._said(written, count=True)
        for start, end in first_names(whole):
            name = whole[start:end]
            self.ledger.ask(name, f"« {name} » : s'il s'agit de quelqu'un, écrivez sa fonction.", (name,))
        if whole == written:
            return block
        runs = tuple(replace(run, words=self._said(run.words)) for run in block.runs)
        if "".join(run.words for run in runs) != whole:
            bold = block.looks("bold")
            runs = (Run(whole, bold=bold, underlined=block.looks("underlined")),)
        safe = tuple(replace(run, link="") if withheld(run.link)[1] else run for run in runs)
        return replace(block, runs=safe)

    def bare(self, written: str) -> str:
        """A line that is a field, without persons."""
        return self._said(written, count=True, strict=True)

    def _said(self, written: str, *, count: bool = False, strict: bool = False) -> str:
        text, numbers, sorts = withheld(written)
        text, told = self.people.replaced(text, strict=strict)
        if count:
            for number, sort in zip(numbers, sorts, strict=True):
                self.ledger.person(number, sort)
            for person in told:
                self._met(person)
        return contracted(text) if told else text

    def _met(self, person: Named) -> None:
        self.ledger.person(person.name)
        if not person.instead:
            message = f"« {person.name} » : quelle fonction, ou quelle association ?"
            self.ledger.ask("fonction à préciser", message, (person.name,))

    def _image(self, picture: Picture) -> str:
        """The words of Markdown that show a picture; '' where it cannot be shown, which is asked."""
        image = taken(picture)
        if image is None:
            self.ledger.leave(picture.words)
            self.ledger.ask("", "Une image du document ne se reprend pas : enregistrez-la en PNG ou en JPEG.")
            return ""
        known = next((one.path for one in self.pictures if one.data == image.data), "")
        path = known or f"content/images/{self.name}-{len(self.pictures) + 1}.{image.ending}"
        if not known:
            self.pictures.append(Written(path, image.data))
        file = path.rpartition("/")[2]
        guessed = any(sign in picture.words.lower() for sign in MADE_BY_PROGRAMS)
        words = "" if guessed else " ".join(picture.words.split())
        if guessed:
            self.ledger.leave(picture.words)
        self.ledger.ask(file, _about(file, words))
        return f"![{escaped(words or self.shown)}](image:{file})"


def _about(file: str, words: str) -> str:
    if words:
        return f"« {words} » dit-il ce que montre l'image {file} ?"
    return f"Que montre l'image {file} ? Écrivez-le entre les crochets ; si c'est un logo, effacez la ligne."
