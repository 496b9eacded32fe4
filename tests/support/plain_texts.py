"""Front matter between the plain and the odd: lines that people write, wrongly put together."""

from __future__ import annotations

from hypothesis import strategies as st

from tests.support.yaml_texts import blocks, damaged

KEYS = [
    "title",
    "a",
    "a-b",
    "é",
    "on",
    "y",
    "null",
    "date",
    "x.y",
    "_",
    "1",
    "<<",
    "a b",
    '"q"',
    "- k",
    "- ",
]
SCALARS = [
    *(
        "true",
        "Yes",
        "no",
        "off",
        "y",
        "n",
        "~",
        "null",
        "Null",
        "NULL",
        "=",
        "<<",
        "-",
        "--",
        "?",
        ":",
    ),
    *(
        "0",
        "-0",
        "+1",
        "007",
        "08",
        "0o17",
        "0x1F",
        "0b11",
        "1_000",
        "1,000",
        "12:30",
        "1:2:3",
        "-1:30.5",
    ),
    *(
        "1.5",
        "-0.0",
        ".5",
        "5.",
        "1e3",
        "1e+3",
        ".inf",
        "-.INF",
        ".nan",
        "+.nan",
        "1.2.3",
        "9" * 30,
    ),
    *("2026-02-01", "2026-2-1", "2026-02-31", "2026-13-01", "0000-01-01", "2026-02-01 10:00"),
    *("2026-02-01 06:54:02", "2026-02-01T06:54:02", "2026-02-01t06:54:02", "2026-02-01 24:00:00"),
    *("2026-02-01 06:54:02Z", "2026-02-01 06:54:02 +0200", "2026-02-01T06:54:02.120-05:30"),
    *("2026-02-01 06:54:60", "2026-02-01  06:54:02", "2026-02-01 6:54:02", "٢٠٢٦-02-01"),
    *(
        "word",
        "two words",
        "It's",
        "don''t",
        "a: b",
        "a:b",
        "a:",
        "a #b",
        "a#b",
        "#a",
        "a b ",
        "a\\n",
    ),
    *(
        "-a",
        "- a",
        "?a",
        "? a",
        ":a",
        ",a",
        "&a",
        "&a b",
        "*a",
        "!a",
        "!!str a",
        "%a",
        "@a",
        "`a",
        "$a",
    ),
    *(
        "http://x.org/a?b=c#d",
        "C#",
        "100%",
        "a, b",
        "a]",
        "[a",
        "{a}",
        "{}",
        "{{ a }}",
        "{% a %}",
        "<b>",
    ),
    *(
        "''",
        "'a'",
        "'it''s'",
        "'a\"b'",
        "'a' ",
        "'a' # c",
        "'a'# c",
        "'a' b",
        "'a",
        "a'",
        "'a\\n'",
        "'#'",
    ),
    *(
        '""',
        '"a"',
        '"it\'s"',
        '"a\\"b"',
        '"a\\\\"',
        '"a\\n"',
        '"a\\x41"',
        '"a\\/"',
        '"a" # c',
        '"a"# c',
    ),
    *('"a" b', '"a', 'a"', '"a: b"', '" a "', '"#"', '"a\tb"', "a\tb", "a\t", "\ta", "a\t#b"),
    *(
        "[]",
        "[ ]",
        "[a]",
        "[a, b]",
        "[a,b,]",
        "[,]",
        "[a,,b]",
        "['a', \"b\"]",
        "[ a , 'b' ] # c",
        "[a]b",
    ),
    *(
        "[a: b]",
        "[a:b]",
        "[-a, - b, -1]",
        "[a b, 1, true]",
        "[[a]]",
        "[{a: b}]",
        "[#a]",
        "[a #b]",
        "[a",
    ),
    *(
        "[a] #c",
        "[a]#c",
        "['a]', 'b[']",
        "[it's ], that's]",
        "['a''b']",
        '["\\""]',
        "[2026-02-31]",
        "[?a]",
    ),
    *("|", ">", "|-", ">-", "|+", ">2", "|2-", "| # c", "|# c", "|a", "> ", "|-  # c"),
    *(
        "\xa0",
        "a\xa0b",
        "\u2028",
        "a\u2028b",
        "a\x85b",
        "\ufeff",
        "a\u200db",
        "🎉",
        "一",
        "\x7f",
        "\ue000",
    ),
]
COMMENTS = ["", "", "", "", " ", " # c", "#c", " #c: d", "\t# c"]
INDENTS = ["", "", "", "  ", "  ", "    ", " ", "   ", "\t"]
WHOLE = [
    "",
    "",
    " ",
    "    ",
    "# comment",
    "  # comment",
    "text",
    "  text",
    "    text: x",
    "...",
    "--- a",
    "%YAML 1.1",
]

_value = st.sampled_from(SCALARS)
_entry = st.builds(
    lambda indent, key, mark, value, comment: f"{indent}{key}{mark}{value}{comment}",
    st.sampled_from(INDENTS),
    st.sampled_from(KEYS),
    st.sampled_from([": ", ": ", ": ", ":", ":  ", " : "]),
    st.one_of(_value, st.just("")),
    st.sampled_from(COMMENTS),
)
_item = st.builds(
    lambda indent, dash, value, comment: f"{indent}{dash}{value}{comment}",
    st.sampled_from(INDENTS),
    st.sampled_from(["- ", "- ", "-   ", "- - ", "-", "- k: "]),
    st.one_of(_value, st.just("")),
    st.sampled_from(COMMENTS),
)
_line = st.one_of(_entry, _entry, _item, st.sampled_from(WHOLE))
_ends = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])


def _joined(lines: list[str], end: str) -> str:
    return "".join(line + end for line in lines)


SOUPS = st.builds(_joined, st.lists(_line, max_size=6), _ends)
"""Blocks of lines that may or may not fit together."""

ENTRIES = st.builds(
    _joined,
    st.lists(
        st.builds(
            lambda number, value, comment: f"k{number}: {value}{comment}",
            st.integers(0, 30),
            _value,
            st.sampled_from(COMMENTS),
        ),
        max_size=4,
    ),
    _ends,
)
"""Blocks of entries, each on its line."""

BLOCKS = st.one_of(
    SOUPS, SOUPS, ENTRIES, blocks(), st.builds(damaged, blocks(), st.randoms(use_true_random=False))
)

POSTS = st.builds(
    lambda mark, opening, block, closing, body: (mark + opening + block + closing + body).encode(
        "utf-8", "surrogateescape"
    ),
    st.sampled_from(["", "", "", "", "\ufeff", "\n"]),
    st.sampled_from(
        ["---\n", "---\n", "---\n", "---\r\n", "--- \n", "----\n", "---\r", "", "# a\n"]
    ),
    BLOCKS,
    st.sampled_from(
        [
            "---\n",
            "---\n",
            "---\r\n",
            "---",
            "--- \n",
            "---\r",
            "---x\n",
            "...\n",
            "----\n",
            "--- x\n",
        ]
    ),
    st.sampled_from(["", "body\n", "# Heading\n", "---\n", "b\udcffdy\n", "é\n---\n"]),
)
"""Whole posts."""
