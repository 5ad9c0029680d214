"""Schemas: the model -> JSON Schemas and settings by which an editor completes and checks while one writes.

Only what a schema can tell: references, control digits and calendars stay with `hub.checks`. An editor
never refuses what the program accepts; it may accept more. Nothing is loaded here: a build asks for headers
alone.
"""
