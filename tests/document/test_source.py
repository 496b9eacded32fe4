"""Any bytes come back, whatever their encoding and line ends."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.document.source import decode, line_at, line_start, line_stop, usual_line_end
from tests.support.corpora import require_corpora

MARKS = (b"", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@given(st.sampled_from(MARKS), st.binary())
def test_any_bytes_come_back(mark: bytes, rest: bytes) -> None:
    assert decode(mark + rest).to_bytes() == mark + rest


@pytest.mark.parametrize(
    ("data", "name", "text"),
    [
        (b"", "UTF-8", ""),
        ("é".encode(), "UTF-8", "é"),
        (codecs.BOM_UTF8 + b"a", "UTF-8 with BOM", "a"),
        (codecs.BOM_UTF16_LE + "é\n".encode("utf-16-le"), "UTF-16 LE", "é\n"),
        (codecs.BOM_UTF16_BE + "é\n".encode("utf-16-be"), "UTF-16 BE", "é\n"),
        (b"a\x00b", "UTF-8", "a\x00b"),
    ],
)
def test_encoding_is_told_by_the_mark(data: bytes, name: str, text: str) -> None:
    source = decode(data)
    assert (source.encoding.name, source.text) == (name, text)


def test_a_bad_byte_spoils_only_itself() -> None:
    assert decode(b"caf\xc2 au lait").text == "caf\udcc2 au lait"


def test_utf_16_with_an_odd_byte_is_kept() -> None:
    data = codecs.BOM_UTF16_LE + "abc".encode("utf-16-le") + b"x"
    assert decode(data).to_bytes() == data


@pytest.mark.parametrize(
    ("text", "offset", "line"),
    [("a\nb", 2, 2), ("a\r\nb", 3, 2), ("a\r\nb", 2, 1), ("a\rb", 2, 2), ("a\u2028b\n", 3, 1)],
)
def test_lines_end_with_lf_crlf_or_cr(text: str, offset: int, line: int) -> None:
    assert line_at(text, offset) == line


@pytest.mark.parametrize(
    ("text", "end"), [("a\r\nb\r\nc\n", "\r\n"), ("a\rb", "\r"), ("one line", "\n")]
)
def test_new_lines_take_the_commonest_line_end(text: str, end: str) -> None:
    assert usual_line_end(text) == end


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_a_line_reaches_from_its_start_to_behind_its_end(end: str) -> None:
    text = f"one{end}two{end}three"
    at = text.index("wo")
    assert text[line_start(text, at) : line_stop(text, at)] == f"two{end}"


def test_all_bytes_of_the_test_data_come_back() -> None:
    folder = require_corpora()
    changed = [
        file
        for file in folder.rglob("*")
        if file.is_file() and decode(data := file.read_bytes()).to_bytes() != data
    ]
    assert not changed
