"""Activities as a script filters them: `annuaire/activities.js` of the theme reads their codes."""

from __future__ import annotations

import datetime as dt

from hub.model.activity import Activity
from hub.model.association import Association
from hub.model.offer import offers_of


def code_of(one: Activity) -> str:
    """Days (1 for Monday), ages, then `g` where it is free, `p` where there are places: « 24:6-9:gp ».

    No ages where nothing says for whom it is.
    """
    days = "".join(str(day.number + 1) for day in one.weekdays)
    ages = f"{one.years.first}-{one.years.last}" if one.years else ""
    return f"{days}:{ages}:{'g' * one.free}{'p' * one.with_places}"


def codes_of(association: Association, today: dt.date) -> str:
    """Those of all that goes on in an association, parted by spaces."""
    going_on = (one for one in offers_of(association) if not one.over(today) and not one.annule)
    return " ".join(dict.fromkeys(code_of(one) for one in going_on))
