"""What the parts of a Markdown line are taken for."""

from __future__ import annotations

import pytest

from reviewer.ui.panels.body.markdown_tokens import NORMAL, tokens


def kinds(line: str, state: int = NORMAL) -> list[tuple[str, str]]:
    return [(token.kind, line[token.start : token.end]) for token in tokens(line, state)[0]]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("## Heading", [("heading", "## Heading")]),
        ("plain words", []),
        ("a **bold** word", [("strong", "**bold**")]),
        ("a *slanted* word", [("emphasis", "*slanted*")]),
        ("snake_case_name", []),
        ("2 * 3 * 4", []),
        ("run `x = *y*` now", [("code", "`x = *y*`")]),
        ("``a ` b``", [("code", "``a ` b``")]),
        ("[text](https://x.y)", [("link", "[text]"), ("url", "(https://x.y)")]),
        ("![alt](a_(1).png)", [("link", "![alt]"), ("url", "(a_(1).png)")]),
        ("[text][ref]", [("link", "[text]"), ("url", "[ref]")]),
        ("see[^1]", [("link", "[^1]")]),
        ("<https://x.y>", [("url", "<https://x.y>")]),
        ("- item", [("marker", "-")]),
        ("  12) item", [("marker", "  12)")]),
        ("- [x] done", [("marker", "- [x]")]),
        ("> said", [("quote", "> said"), ("marker", "> ")]),
        ("<b>loud</b>", [("html", "<b>"), ("html", "</b>")]),
        ("{{ page.title }}", [("template", "{{ page.title }}")]),
        ('{{< figure src="a" >}}', [("template", '{{< figure src="a" >}}')]),
        ("{% include a.html %}", [("template", "{% include a.html %}")]),
        ("text {: .note }", [("template", "{: .note }")]),
        (r"\*not bold\*", [("marker", "\\"), ("marker", "\\")]),
        ("~~gone~~", [("strike", "~~gone~~")]),
        ("---", [("rule", "---")]),
        ("[ref]: https://x.y", [("url", "[ref]: https://x.y")]),
        ("    indented code", [("code", "    indented code")]),
        ("    - nested item", [("marker", "    -")]),
    ],
)
def test_a_line_is_taken_apart(line: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(line) == expected


def test_a_fence_lasts_until_one_as_long_closes_it() -> None:
    _, state = tokens("````md")
    _, still = tokens("```", state)
    assert still == state
    assert tokens("*not emphasis*", state)[0][0].kind == "code"
    _, closed = tokens("````", state)
    assert closed == NORMAL


def test_tildes_do_not_close_backticks() -> None:
    _, state = tokens("```")
    assert tokens("~~~", state)[1] == state


def test_a_comment_goes_on_over_lines() -> None:
    _, state = tokens("text <!-- begins")
    assert kinds("in between", state) == [("comment", "in between")]
    assert kinds("ends --> **bold**", state) == [("comment", "ends -->"), ("strong", "**bold**")]


@pytest.mark.parametrize("unit", ["**a ", "[a", "`", "*a _b ", "<a ", "{{ ", "(", "<!-", "~~a "])
@pytest.mark.timeout(30)
def test_a_line_that_never_closes_anything_does_not_hold_the_editor(unit: str) -> None:
    found, _ = tokens(unit * (20_000 // len(unit)))
    assert len(found) < 20_000
