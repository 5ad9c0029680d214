"""A problem of the files -> the same in the words of the forms: which field, by its label, and what to do.

Whoever fills in a form has never seen a key nor a line. The labels are those of the forms
(`hub.schemas.words`), found by the models: a field that is added anywhere is named here at once.
"""
