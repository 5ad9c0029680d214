"""What may go wrong with the engine."""


class EngineError(Exception):
    """The engine complained: a fault of this program or of its theme, not of a source."""
