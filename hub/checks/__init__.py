"""Checks: Hub -> Problems. All of them, at once."""

from hub.checks.problem import Problem, Severity
from hub.checks.runner import check

__all__ = ["Problem", "Severity", "check"]
