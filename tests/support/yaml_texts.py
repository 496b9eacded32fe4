"""Strategies for YAML front matter as people write it, in every style and mixture."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from random import Random

WORDS = st.sampled_from(
    ["alpha", "beta gamma", "it's", "café", "x", "10 %", "a-b", "http://x.org/a?b=c", "ümlaut 🎉"]
)
KEYS = st.sampled_from(
    ["title", "date", "tags", "seo", "a key", '"quoted: key"', "'single'", "x.y", "n1", "été", "42"]
)
SCALARS = st.sampled_from(
    ["true", "yes", "12", "3.50", "null", "~", "''", '""', "'it''s'", "12:30", "010", "'# no'"]
)
DATES = st.sampled_from(
    ["2026-02-01", "2026-02-01 06:54:02", "2026-02-01T06:54:02Z", "2026-02-01 06:54:02 -0400"]
)
COMMENTS = st.sampled_from(["", "", "", "  # note", " # it's"])
GAPS = st.sampled_from([" ", " ", " ", "   "])

Written = tuple[str, list[str]]
"""What follows the key or dash on its line, and the lines below."""


def inline(flow: bool = False) -> st.SearchStrategy[str]:
    """A scalar on one line."""
    plain = WORDS.filter(lambda word: not flow or ":" not in word)
    return st.one_of(plain, SCALARS, DATES, WORDS.map(lambda word: f'"{word}"'))


def flow_text(depth: int = 2) -> st.SearchStrategy[str]:
    """A flow collection on one line, or a scalar."""
    if not depth:
        return inline(flow=True)
    item = flow_text(depth - 1)
    pads = st.sampled_from(["", " "])
    lists = st.builds(
        lambda items, pad: f"[{pad}{', '.join(items)}{pad}]", st.lists(item, max_size=3), pads
    )
    pairs = st.lists(st.tuples(st.sampled_from(["k", "m", "'q'"]), item), max_size=3)
    maps = pairs.map(
        lambda found: "{" + ", ".join(f"{k}: {v}" for k, v in dict(found).items()) + "}"
    )
    return st.one_of(inline(flow=True), lists, maps)


@st.composite
def flow_lines(draw: Any, indent: int) -> Written:
    """A flow list over several lines, with comments and perhaps a trailing comma."""
    items = draw(st.lists(flow_text(1), min_size=1, max_size=3))
    pad = " " * (indent + 2)
    lines = [f"{pad}{item},{draw(COMMENTS)}" for item in items]
    if draw(st.booleans()):
        lines[-1] = pad + items[-1]
    return "[", [*lines, " " * (indent + 1) + "]"]


@st.composite
def block_text(draw: Any, indent: int) -> Written:
    """A literal or folded block with any indicator."""
    style, chomp = draw(st.sampled_from("|>")), draw(st.sampled_from(["", "-", "+"]))
    step = draw(st.integers(1, 4))
    lines = draw(
        st.lists(st.sampled_from(["one", "two words", "", "  deeper", "# no"]), max_size=4)
    )
    digit = str(step) if draw(st.booleans()) or (lines and lines[0].startswith(" ")) else ""
    if not digit and any(line.startswith(" ") for line in lines[:2]):
        lines = ["first", *lines]
    pad = " " * (max(indent, 0) + step)
    head = f"{style}{digit}{chomp}{draw(COMMENTS)}"
    return head, [pad + line if line else "" for line in lines]


@st.composite
def long_text(draw: Any, indent: int) -> Written:
    """A plain or quoted text over several lines."""
    quote = draw(st.sampled_from(["", "'", '"']))
    lines = draw(
        st.lists(st.sampled_from(["one", "two words", "three, four"]), min_size=2, max_size=4)
    )
    pad = " " * (indent + draw(st.integers(1, 3)))
    return quote + lines[0], [*(pad + line for line in lines[1:-1]), pad + lines[-1] + quote]


@st.composite
def block_list(draw: Any, indent: int, depth: int) -> list[str]:
    """The lines of a block list whose dashes stand in column ``indent``."""
    lines: list[str] = []
    gap = draw(GAPS)
    for _ in range(draw(st.integers(1, 3))):
        lines += draw(_spacing(indent))
        kind = draw(st.sampled_from(["scalar", "scalar", "map", "list", "value"]))
        if kind in ("map", "list") and depth:
            inside = indent + 1 + len(gap)
            block = block_map if kind == "map" else block_list
            below = draw(block(inside, depth - 1))
            while not below[0].strip() or below[0].lstrip().startswith("#"):
                below = below[1:]
            lines += [" " * indent + "-" + gap + below[0].lstrip(), *below[1:]]
        else:
            head, below = draw(value(indent, depth - 1 if depth else 0, is_item=True))
            lines += [(" " * indent + "-" + gap + head).rstrip(), *below]
    return lines


@st.composite
def block_map(draw: Any, indent: int, depth: int) -> list[str]:
    """The lines of a block map whose keys stand in column ``indent``."""
    lines: list[str] = []
    for key in draw(st.lists(KEYS, min_size=1, max_size=4, unique=True)):
        lines += draw(_spacing(indent))
        head, below = draw(value(indent, depth))
        gap = draw(GAPS) if head else ""
        lines += [f"{' ' * indent}{key}:{gap}{head}", *below]
    return lines


@st.composite
def value(draw: Any, indent: int, depth: int, is_item: bool = False) -> Written:
    """Any value for a key or dash in column ``indent``."""
    kind = draw(
        st.sampled_from(["inline", "inline", "flow", "block", "long", "lines", "null", "deep"])
    )
    if kind == "deep" and depth and not is_item:
        step = draw(st.sampled_from([0, 2, 3]))
        if draw(st.booleans()):
            return draw(COMMENTS).strip(), draw(block_list(indent + step, depth - 1))
        return draw(COMMENTS).strip(), draw(block_map(indent + step + 1, depth - 1))
    if kind == "block":
        return draw(block_text(indent))
    if kind == "long":
        return draw(long_text(indent))
    if kind == "lines":
        return draw(flow_lines(indent))
    if kind == "null":
        return draw(COMMENTS).strip(), []
    text = draw(inline() if kind == "inline" else flow_text())
    return text + draw(COMMENTS), []


def _spacing(indent: int) -> st.SearchStrategy[list[str]]:
    return st.sampled_from([[], [], [], [""], [" " * indent + "# between"], ["# at the margin"]])


@st.composite
def blocks(draw: Any) -> str:
    """A whole block of front matter, LF or CRLF."""
    lines = draw(block_map(0, 3))
    end = draw(st.sampled_from(["\n", "\n", "\r\n"]))
    return end.join([*lines, *draw(_spacing(0)), ""])


TEXTS = st.one_of(
    st.text(max_size=12),
    st.text(alphabet="ab \n:#-'\"\\\t%@`|>&*!?{}[],=~", max_size=10),
    st.lists(st.sampled_from(["", " x", "one", "two  words", "---", "\tq", "z "]), max_size=5).map(
        "\n".join
    ),
    st.sampled_from(
        ["y", "No", "=", "<<", "1e3", "0o7", "1_0", "+.inf", "\u2028", "\xa0", "\x85x"]
    ),
)
VALUES = st.recursive(
    st.one_of(
        TEXTS,
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(),
        st.datetimes(),
        st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=-4))])),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(TEXTS.filter(bool), inner, max_size=3)
    ),
    max_leaves=6,
)
"""Anything that front matter can hold."""

BITS = [
    *(
        "&a ",
        "*a",
        "<<: *a\n",
        "!t ",
        "!!str ",
        "? ",
        "- ",
        "\t",
        "  ",
        "\n",
        "\r",
        "\x85",
        "\u2028",
    ),
    *("\xa0", "\0", "\udc80", "#", " # c", '"', "'", ": ", "[", "]", "{", "}", ",", "|", ">", "~"),
    *("title: x\n", "<<: {a: 1}\n", "...\n", "%", "@", "\ufeff", "? a\n: b\n", "- - a\n"),
]


def damaged(block: str, random: Random) -> str:
    """A block with bits of syntax strewn in and characters lost; often no YAML any more."""
    if random.random() < 0.4:
        block = "base: &a\n  k: 1\n  m: [x]\n" + block
    for _ in range(random.choice([1, 1, 2, 3])):
        at = random.randrange(len(block) + 1)
        lost = random.choice([0, 0, 1, 4])
        block = block[:at] + random.choice(BITS) * (not lost) + block[at + lost :]
    return block
