"""Open data: what a town publishes set by set, its rows, its columns and what they mean.

`rows` makes the rows; `columns` derives their schema from the models, with the words of `words` where these
have none; `sets` says how many there are and of which days. The files themselves are feeds (`hub.feeds`).
"""
