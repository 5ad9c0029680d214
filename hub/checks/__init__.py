"""Checks: Hub -> Problems. All of them, at once."""

from hub.catalogue import Severity
from hub.checks.problem import Problem
from hub.checks.runner import check

__all__ = ["Problem", "Severity", "check"]
