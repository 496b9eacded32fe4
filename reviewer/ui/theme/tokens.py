"""The colours of the window by name, each with a light and a dark value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """One colour: what it looks like by day and by night."""

    light: str
    dark: str


TOKENS: dict[str, Token] = {
    "bg": Token("#f6f6f4", "#1b1c1e"),
    "panel": Token("#ffffff", "#232427"),
    "sunk": Token("#efefec", "#1b1c1e"),
    "line": Token("#deded9", "#35373b"),
    "ink": Token("#1d1d1b", "#e9e9e6"),
    "mute": Token("#6d6d68", "#a2a4a8"),
    "faint": Token("#9a9a94", "#74767b"),
    "accent": Token("#2f5fd0", "#86a8ff"),
    "accent-bg": Token("#e8eefb", "#2a3554"),
    "on-accent": Token("#ffffff", "#10131c"),
    "ok": Token("#1f7a4d", "#6fce9d"),
    "ok-bg": Token("#e3f3ea", "#1f3a2c"),
    "warn": Token("#9a6200", "#e6b455"),
    "warn-bg": Token("#fcf1dc", "#3d3220"),
    "err": Token("#b3261e", "#ff8f86"),
    "err-bg": Token("#fbe7e5", "#472524"),
    "paper": Token("#ffffff", "#202124"),
}


def colours(dark: bool) -> dict[str, str]:
    """Every token's value in one of the two palettes, as ``#rrggbb``."""
    return {name: token.dark if dark else token.light for name, token in TOKENS.items()}
