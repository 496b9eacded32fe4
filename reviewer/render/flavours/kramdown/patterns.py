r"""The expressions that several rules share, as kramdown writes them.

In Ruby's expressions ``\w`` and ``\s`` are of ASCII, names of elements are not.
"""

from __future__ import annotations

import re

SPACE = " \t\r\n\f\v\0"
"""What Ruby strips; Python would strip no-break spaces too."""


def rule(expression: str, flags: int = 0) -> re.Pattern[str]:
    """An expression with Ruby's classes of characters."""
    return re.compile(expression, re.ASCII | flags)


_NAME = r"(?u:[^\W\d][\w.-]*)"
NAME = rf"(?:{_NAME}:)?{_NAME}"
SPAN_ELEMENTS = frozenset(
    (
        *("a", "abbr", "acronym", "b", "big", "bdo", "br", "button", "cite", "code", "del", "dfn"),
        *("em", "i", "img", "input", "ins", "kbd", "label", "mark", "option", "q", "rb", "rbc"),
        *("rp", "rt", "rtc", "ruby", "samp", "select", "small", "span", "strong", "sub", "sup"),
        *("tt", "u", "var"),
    )
)
_IN_LINE = "|".join(sorted(SPAN_ELEMENTS | {"script"}))

OPT = r"[ ]{0,3}"
INDENT = r"(?:\t|[ ]{4})"
BLANK = r"(?>\s*\n)+"
EOB = r"\^\s*?\n"
ANY = r"(?:\\\}|[^\}])"
ID_NAME = r"\w[\w-]*"
IAL = rf"\{{:(?!:|/)({ANY}+)\}}\s*?\n"
HTML_START = rf"<(?>(?!(?:{_IN_LINE})\b){NAME})"
HTML_STOP = rf"</(?!(?:{_IN_LINE})\b){NAME}\s*>"
LAZY_END = rf"{BLANK}|{OPT}{IAL}|{EOB}|{OPT}{HTML_STOP}|{OPT}{HTML_START}|\Z"
TAIL = r"[\t| ].*?\n"
LIST = rf"{OPT}(?:[+*-]|\d+\.){TAIL}"
DEFINITION = rf"{OPT}:{TAIL}"
QUOTE = rf"{OPT}> ?"
ATX = r"#{1,6}[\t ]+.*\n"
FENCE = r"[ ]{0,3}[~`]{3,}"
CODE_LINES = (
    rf"(?:(?:{BLANK})?(?:{INDENT}[ \t]*\S.*\n)+"
    rf"(?:(?!{OPT}{IAL}|{EOB}|{OPT}{HTML_STOP}|{OPT}{HTML_START})[ \t]*\S.*\n)*)*"
)
ITEM_IAL = rf"\s*(?:\{{:(?!(?:{ID_NAME})?:|/)({ANY}+)\}})\s*"

BLANK_LINE = rule(BLANK)
EOB_MARKER = rule(EOB)
IAL_LINE = rule(OPT + IAL)
LINE = rule(r".*\n")
LAZY = rule(LAZY_END)
PARAGRAPH_END = rule(f"{LAZY_END}|{DEFINITION}")
PARAGRAPH_END_GFM = rule(f"{LAZY_END}|{LIST}|{ATX}|{DEFINITION}|{QUOTE}|{FENCE}")
BOUNDARY = rule(rf"{BLANK}|{EOB}|{OPT}{IAL}|\Z")
FIRST_IAL = rule(ITEM_IAL)
INDENTATION = rule(rf"^{INDENT}", re.MULTILINE)
HRULE = rule(rf"{OPT}(\*|-|_)[ \t]*\1[ \t]*\1(?:\1|[ \t])*\n")
ESCAPED = rule(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=~-])""")
ESCAPED_PLAIN = rule(r"""\\([\\.*_+`<>()\[\]{}#!:|"'$=-])""")
