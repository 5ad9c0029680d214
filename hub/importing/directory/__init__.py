"""A spreadsheet of associations, or the national register -> `associations.yaml`.

headings, columns        the words over columns, and what stands under them -> the fields that they fill
reading, cells           a cell -> the value of a field; `phones`, `mails`, `numbers` are those of a sort
entries, merging         rows -> entries, one an association
national                 the file of the national register -> entries
matching, sameness       which association of the directory an entry is of; what says the same
town, values             the words that the town has for things; an entry -> the values of fields
drafting, lines          what is added, asked, left; as lines of the register
register                 the register, where nothing changes but at the places that say so
bringing                 all of it, for one file
"""

from hub.importing.directory.bringing import bring, looks_like

__all__ = ["bring", "looks_like"]
