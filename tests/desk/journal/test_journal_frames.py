"""Records come back whole, whatever happened to the rest of the file."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.desk.journal.frames import MARK, Record, packed, unpacked

RECORDS = [Record({"number": number, "path": "ä\udcff"}, b"text " * number) for number in range(5)]
FILE = b"".join(map(packed, RECORDS))


def numbers(content: bytes) -> list[int]:
    return [record.facts["number"] for record in unpacked(content)]


def test_records_come_back_in_order() -> None:
    assert list(unpacked(FILE)) == RECORDS


def test_a_file_cut_anywhere_gives_the_records_before_the_cut() -> None:
    ends = [len(b"".join(map(packed, RECORDS[:count]))) for count in range(6)]
    for cut in range(len(FILE) + 1):
        assert numbers(FILE[:cut]) == list(range(sum(end <= cut for end in ends) - 1))


def test_bytes_changed_anywhere_cost_one_record() -> None:
    for at in range(len(FILE)):
        spoilt = bytearray(FILE)
        spoilt[at] ^= 0x55
        assert len(numbers(bytes(spoilt))) == 4, at


@pytest.mark.parametrize("foreign", [b"\0" * 512, MARK, MARK * 3, b"---\ntitle: x\n", FILE[:9]])
def test_foreign_bytes_between_records_cost_none(foreign: bytes) -> None:
    content = foreign + foreign.join(map(packed, RECORDS)) + foreign
    assert numbers(content) == [0, 1, 2, 3, 4]


@given(st.binary(max_size=400))
def test_any_bytes_are_read(content: bytes) -> None:
    assert not list(unpacked(content))


def test_a_page_of_noise_costs_only_what_it_hits() -> None:
    dice = random.Random(7)
    content = bytearray(packed(RECORDS[4]) * 400)
    content[8192:12288] = dice.randbytes(4096)
    size = len(packed(RECORDS[4]))
    assert len(numbers(bytes(content))) >= 400 - 4096 // size - 2
