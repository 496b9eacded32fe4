"""The dialects of YAML that site engines speak.

The same letters mean different things to different engines: ``12:30`` is 750
to Jekyll and text to Hugo, ``yes`` a boolean to one and text to the other.
Front matter is read as the engine of its folder reads it.
"""

from __future__ import annotations

from enum import Enum


class Dialect(Enum):
    """How plain scalars are read."""

    YAML_1_1 = "yaml-1.1"
    """What PyYAML's ``SafeLoader`` reads: MkDocs, Pelican, Nikola. The default."""

    JEKYLL = "jekyll"
    """What Jekyll reads: the safe_yaml gem's own rules on top of Psych."""

    YAML_1_2 = "yaml-1.2"
    """The core schema with timestamps: Hugo and the JavaScript tools."""
