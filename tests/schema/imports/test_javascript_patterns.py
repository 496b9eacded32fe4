"""JavaScript's patterns find in ours what they find there; expectations come from Node."""

from __future__ import annotations

import pytest
import regex

from reviewer.schema.imports.javascript import slashed, translate
from reviewer.schema.imports.javascript_class import Untranslatable

FOUND = [
    (r"\/our-work\/([0-9a-zA-Z-]+)\w+\/", "", "/our-work/abc-def/"),
    (r"^\d{3}$", "", "123"),
    (r"^.{3}$", "", "über"[1:]),
    (r"^a$", "m", "b\na\u2028c"),
    (r"a.b", "s", "a\nb"),
    (r"^(a)?b\1$", "", "b"),
    (r"(?<y>\d{4})-\k<y>", "", "2024-2024"),
    (r"\k<y>", "", "k<y>"),
    (r"^\p{Lu}", "u", "Über"),
    (r"\p{L}", "", "p{L}"),
    (r"\u{61}", "u", "a"),
    (r"^\u{3}$", "", "uuu"),
    (r"\u0061\x41\cA\0", "", "aA\x01\x00"),
    (r"\ud83d\ude00", "", "😀"),
    (r"a{,3}", "", "a{,3}"),
    (r"x{1", "", "x{1"),
    (r"[a[b]", "", "["),
    (r"[^]", "", "\n"),
    (r"[\w-]", "", "-"),
    (r"^[^\W]$", "", "z"),
    (r"[\b]", "", "\x08"),
    (r"\bcat\b", "", "écaté"),
    (r"(?<=a+)b", "", "aab"),
    (r"(?<!a)b", "", "cb"),
    (r"A", "i", "a"),
    (r"\d", "y", "1a"),
    (r"\8", "", "8"),
    (r"]}", "", "]}"),
    (r"[&&a||b~~c-]", "", "~"),
    (r"a|", "", "x"),
    (r"#", "g", "#"),
]
NOT_FOUND = [
    (r"^\d{3}$", "", "١٢٣"),
    (r"^\w$", "", "é"),
    (r"a$", "", "a\n"),
    (r"^.$", "", "\u2028"),
    (r"a.b", "", "a\nb"),
    (r"[]", "", "a"),
    (r"\s", "", "\x1c"),
    (r"\S", "", "\ufeff"),
    (r"[^\D]", "", "٣"),
    (r"\d", "y", "a1"),
    (r"^\p{Lu}", "u", "über"),
    (r"b", "", "B"),
]
REFUSED = [
    (r"a++", "", "repetition"),
    (r"*a", "", "nothing to repeat"),
    (r"(?P<n>a)", "", "no such group"),
    (r"(?>a)", "", "no such group"),
    (r"(a", "", "never closed"),
    (r"a)", "", "too many"),
    (r"[a", "", "too early"),
    ("\\", "", "too early"),
    (r"[z-a]", "", "backwards"),
    (r"^*", "", "no length"),
    (r"[\ud800-\udbff]", "", "halves"),
    (r"[a--b]", "v", "Sets of sets"),
    (r"a", "q", "no flag"),
    (r"\k<x>(?<y>a)", "", "does not have"),
    (r"((a{999}){999}){999}", "", "too often"),
    ("(" * 60 + ")" * 60, "", "nested"),
    ("a" * 6000, "", "characters"),
]


@pytest.mark.parametrize(("source", "flags", "text"), FOUND)
def test_pattern_finds_what_it_finds_in_javascript(source: str, flags: str, text: str) -> None:
    assert regex.search(translate(source, flags), text)


@pytest.mark.parametrize(("source", "flags", "text"), NOT_FOUND)
def test_pattern_passes_what_it_passes_in_javascript(source: str, flags: str, text: str) -> None:
    assert not regex.search(translate(source, flags), text)


@pytest.mark.parametrize(("source", "flags", "why"), REFUSED)
def test_pattern_without_counterpart_is_refused(source: str, flags: str, why: str) -> None:
    with pytest.raises(Untranslatable, match=why):
        translate(source, flags)


@pytest.mark.parametrize(
    ("written", "parts"),
    [("/a/i", ("a", "i")), ("/a", ("/a", "")), ("a/b/c", ("a/b/c", "")), ("/\\//", (r"\/", ""))],
)
def test_source_and_flags_between_slashes(written: str, parts: tuple[str, str]) -> None:
    assert slashed(written) == parts
