"""What the hub knows -> the spreadsheet that a clerk keeps: `annuaire.xlsx`, `agenda.ods`, `actions.csv`.

    cells    a field of an association as a cell
    rows     the hub -> the rows of a spreadsheet
    files    rows -> the bytes of a file

The importer of the directory (`hub.importing.directory`) compares what it reads with the same cells: what was
exported changes nothing when it comes back.
"""
