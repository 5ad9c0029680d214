"""A new town: the answers to six questions -> the files of a site that builds, and says what it lacks.

    questions, or a file -> answers -> files by path -> tried by `check` -> laid

Nothing of another town is copied: every text is a template of `theme/ville/`, or made from the model.
"""
