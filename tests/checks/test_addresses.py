"""Addresses of other sites, and who owns them."""

from __future__ import annotations

import pytest

from reviewer.checks.addresses import host_of, owner_of, remote_addresses
from tests.support.rules import mended, subject_of

TEXT = (
    "---\nsource_url: https://www.ft.com/a\nother: see https://ft.com\n---\n\n"
    "[one][x], [two][x], [three](/local) and `https://code.org`.\n\n[x]: https://boj.or.jp/b\n"
)


def test_each_place_is_given_once() -> None:
    found = [each.target for each in remote_addresses(subject_of(TEXT))]
    assert found == ["https://www.ft.com/a", "https://boj.or.jp/b"]


def test_addresses_are_replaced_where_they_stand() -> None:
    text = TEXT
    for place in range(2):
        address = list(remote_addresses(subject_of(text)))[place]
        text = mended(text, address.replaced("Use it", f"https://new.org/{place}"))
    assert "source_url: https://new.org/0\n" in text
    assert "[x]: https://new.org/1\n" in text


@pytest.mark.parametrize(
    ("address", "host", "owner"),
    [
        ("https://www.FT.com/a", "ft.com", "ft.com"),
        ("https://news.bbc.co.uk:443/a", "news.bbc.co.uk", "bbc.co.uk"),
        ("https://a.b.nikkei.com", "a.b.nikkei.com", "nikkei.com"),
        ("https://[broken", "", ""),
    ],
)
def test_hosts_and_owners(address: str, host: str, owner: str) -> None:
    assert (host_of(address), owner_of(host_of(address))) == (host, owner)
