"""How a town's files are filled in, said to who fills them: the gestures, and the fields.

The same words make the pages `/contribuer/` of the site and, by `hub.handbook`, `CONTRIBUTING.md` and
`docs/champs.md`.
"""
