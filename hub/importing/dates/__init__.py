"""A calendar (.ics), OpenAgenda's JSON or a spreadsheet of dates -> `content/agenda/`.

given        a date as any of them gives it
listing      times one by one -> how they come back
series       what comes back; `unfolding` is its RRULE as times, and in our words
rules        RRULE, RDATE, EXDATE, times that are otherwise -> the same; `trying` is against our own calendar
icalendars   a calendar -> dates, by its `properties`; `zones` are its hours in the town's own
parts        a VEVENT with its hours; `filling` is what it gives of a date, `repeating` those of one UID
openagenda   the events of OpenAgenda -> dates
columns, cells, table   a spreadsheet -> dates; `exported` is what was exported from here
places       where something takes place, in words -> `lieu`
sorting      words -> the category; names -> organisers
drafting     a date -> the fields and the text of a file
known        which date of the town it is; what changed there, what changed here
files        their names and texts in the town's folder
reading      which of these readers a file is for
bringing     all of it
"""

from hub.importing.dates.bringing import bring
from hub.importing.dates.reading import looks_like

__all__ = ["bring", "looks_like"]
