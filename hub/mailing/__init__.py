"""Mailing: an issue of the newsletter -> a list of subscribers, for a town that has no mailing tool.

At the edge, like `serve`: it speaks to a mail server and keeps a journal beside the list.
"""
