"""Lights: always a shape, a colour and a word, so that they read without colour too."""

from __future__ import annotations

from zonedesk.desktop import tokens
from zonedesk.domain.stages import DUE_LABELS, Due

DUE_LIGHTS = {Due.OVERDUE: "red", Due.NOT_DUE: "green", Due.UNDATED: "none", Due.SUSPENDED: "yellow"}


def colour_of(light: str) -> str:
    """The colour of a light (red, yellow, green, none)."""
    return tokens.LIGHTS[light][0]


def light_text(light: str, word: str) -> str:
    """A light's shape before its word: “● 逾期”."""
    return f"{tokens.LIGHTS[light][1]} {word}"


def due_text(due: Due) -> str:
    """The shape and word of a stuck project's due class."""
    return light_text(DUE_LIGHTS[due], DUE_LABELS[due])


def due_colour(due: Due) -> str:
    """The colour of a stuck project's due class."""
    return colour_of(DUE_LIGHTS[due])
