"""The nouns of a form: its fields, what may be answered, and what is said of one that cannot be used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

Answers = Mapping[str, str]
"""What was answered, by the key of its field; '' where nothing was."""


class Field(NamedTuple):
    """One question. `choices` are value -> words, empty where one writes freely; `long` for several lines."""

    key: str
    label: str
    help: str = ""
    example: str = ""
    required: bool = False
    long: bool = False
    choices: Mapping[str, str] = {}


class Form(NamedTuple):
    """What is asked for one kind of change; `before` is what one reads first."""

    name: str
    title: str
    about: str
    prefix: str
    before: str
    fields: tuple[Field, ...]

    def label(self, key: str) -> str:
        """The words of the field `key`; the key itself of a field that the form has not."""
        return next((field.label for field in self.fields if field.key == key), key)


class Draft(NamedTuple):
    """A file as it would be: its path, its text, and one sentence that says what it changes.

    `keys` are the fields of the form by the key of the file that each fills.
    """

    path: str
    text: str
    about: str
    keys: Mapping[str, str] = {}


class Remark(NamedTuple):
    """What is said of an answer: the words of its field ('' for the whole), and a French sentence."""

    label: str
    said: str

    def __str__(self) -> str:
        return f"{self.label} : {self.said}" if self.label else self.said


class AnswerError(Exception):
    """No file can be made of these answers; `remarks` say what to correct."""

    def __init__(self, *remarks: Remark) -> None:
        super().__init__("\n".join(map(str, remarks)))
        self.remarks = remarks
