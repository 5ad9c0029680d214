"""The answers of a form of the forge -> a file of the hub, proposed for review.

    form, forms    what is asked, and in which words
    answers        the text of an issue -> answers by key
    written        values -> YAML as people write it
    card, event, equipment    answers -> a draft of a file
    proposing      a draft -> the file, once `check` has nothing against it
    templates      the forms as the forges show them (`make forms`)

Whoever fills in a form may be anybody: what they say is values, that only the model and the checks judge.
"""
