"""Amounts of money: a text that people write as they like, kept in one form, counted in cents."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from hub.model.fields import Form, Meaning, Text

_BLANK = "[ \u00a0\u202f]"
_FORM = (
    rf"(?:[0-9]{{1,3}}(?:{_BLANK}[0-9]{{3}})+|[0-9]{{1,12}})(?:[.,][0-9]{{1,2}})?"
    rf"(?:{_BLANK}*(?:€|[Ee]uros?|EUR))?"
)
"""`23000`, `1 200,50`, `23 000 €`. No point stands between thousands: « 1.200 » might be one euro and twenty
cents."""


class AmountForm(Form):
    """The form of an amount in euros, which becomes its own: `1200.50`, `23000`."""

    def __call__(self, value: str) -> str:
        written = re.sub(r"[^0-9.,]", "", super().__call__(value)).replace(",", ".")
        whole, _, part = written.partition(".")
        number = whole.lstrip("0") or "0"
        if not (whole + part).strip("0"):
            raise PydanticCustomError(self.kind, "nothing")
        return f"{number}.{part:0<2}" if part.strip("0") else number


Amount = Annotated[Text, AfterValidator(AmountForm(_FORM, "amount")), Meaning.NUMBER]
"""An amount in euros, more than nothing."""


def cents(amount: str) -> int:
    """`1200.50` -> 120050."""
    whole, _, part = amount.partition(".")
    return int(whole) * 100 + int(part or 0)
