"""Files that a town has (Word, spreadsheets, calendars) -> drafts of the hub's own, and what is asked of who
reads them again.

    signature    the first bytes of a file -> what it is, whatever its name
    opening      a path -> its bytes, within limits; what cannot be read is a French sentence
    outcome      what an importer gives: files, questions, what it left out
    kinds        the importers, one a kind of content; which one a file is for
    sheets, tables    a spreadsheet -> headings, rows of texts, their lines (`separated`: text with commas)
    directory         a spreadsheet of associations, the national register -> `associations.yaml`
    personal     names, mobiles, private mailboxes: never in a field
    reading      a document -> blocks, the same for all (`from_word`, `from_odt`, `from_html`, `from_text`,
                 `from_pdf`; `tidy`, `headings`); `to_markdown` and `pictures` write them
    people       functions for names (`functions`, `attendees`)
    said_dates   dates as people say them
    ledger       the account of every word
    minutes/     the minutes of a meeting
    trying       the drafts beside the sources, under the rules of `check`
    bringing     paths -> outcomes, all or nothing; writing them
    telling      an outcome in words, as JSON, as a list to tick

An importer is a module that gives `looks_like` and `bring` (`kinds.Importer`), and a line of
`kinds.IMPORTERS`.
Nothing else of the hub imports this: its libraries are of an optional group (`make import`).
"""
