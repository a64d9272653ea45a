"""Indicator Checker: an offline checklist for people who fear that a child is exploited."""

__version__ = "0.1.0"
