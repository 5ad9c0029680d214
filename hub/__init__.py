"""A town's public hub of associations, built from the files of a git repository."""

__version__ = "0.1.0"
