"""Prints how often random mixes of Markdown come out as the installed kramdown has them.

``python -m tests.measure.kramdown_mixes [--count N] [--seed N] [--plain]`` strings
together signs and lines that mean something to kramdown, has Ruby render them
and compares the DOM; ``--plain`` does so by the parser without GitHub's rules.
The shortest mixes that differ are shown.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from reviewer.render.flavours.kramdown.flavour import Kramdown
from reviewer.render.flavours.kramdown.settings import Settings
from tests.measure.agreement_dom import tree

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS = (
    *("*", "**", "_", "__", "`", "``", '"', "'", "a", "b ", " ", "[", "]", "(", ")", "![", "|"),
    *("$$", "--", "...", "\\", "~~", "&amp;", "&", "word", "é", "{#id}", "[a]", "[^1]", "[x] "),
    *("<b>", "</b>", "<br/>", "<!-- c -->", "<http://a.b>", "x@y.z", "{::comment}c{:/}", "<p>"),
    *("<div>", "</div>\n", '<span markdown="1">', "</span>", "</p>", "{:.x}", "<<", " >>", "<u>"),
)
LINES = (
    *("\n", "\n\n", "\n- ", "\n1. ", "\n> ", "\n    ", "\n\t", "\n|---|\n", "\n{: .x}", "  \n"),
    *("\n{: #y}\n", "\n: d\n", "\n# h\n", "\n===\n", "\n---\n", "[a]: u\n", "\n[^1]: n\n"),
    *("\n```\n", "\n~~~ rb\n", "\n^\n", " \n", "\n*[a]: T\n", "\n* * *\n", "\n  - ", "\n     c\n"),
)
RUBY = """
require 'json'; require 'kramdown'; require 'kramdown-parser-gfm'
STDIN.each_line do |line|
  text, options = JSON.parse(line)
  begin
    html = Kramdown::Document.new(text, options.transform_keys(&:to_sym)).to_html
  rescue StandardError
    html = nil
  end
  puts JSON.generate(html)
end
"""


def mixes(count: int, seed: int) -> Iterator[str]:
    """Random texts."""
    chance = random.Random(seed)
    for _ in range(count):
        parts = chance.choices((*SIGNS, *LINES), k=chance.randint(3, 14))
        yield "".join(parts)


def by_ruby(texts: list[str], *, plain: bool) -> list[str | None]:
    """What kramdown makes of them; None where it fails itself."""
    parser = "Kramdown" if plain else "GFM"
    options = {"input": parser, "hard_wrap": False, "syntax_highlighter": None}
    lines = "".join(json.dumps([text, options]) + "\n" for text in texts)
    answer = subprocess.run(
        ["ruby", "-e", RUBY], input=lines, stdout=subprocess.PIPE, text=True, check=True
    )
    return [json.loads(line) for line in answer.stdout.splitlines()]


def main() -> int:
    """Compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    args = parser.parse_args()
    if not shutil.which("ruby"):
        print("ruby is not installed")
        return 0
    texts = list(mixes(args.count, args.seed))
    flavour = Kramdown(Settings(gfm=not args.plain, syntax_highlighter=""))
    pairs = list(zip(texts, by_ruby(texts, plain=args.plain), strict=True))
    known = [(text, html) for text, html in pairs if html is not None]
    wrong = [text for text, html in known if tree(flavour.to_html(text)) != tree(html)]
    print(f"{len(known) - len(wrong)} of {len(known)}  {1 - len(wrong) / len(known):.2%}")
    for text in sorted(wrong, key=len)[:10]:
        print(repr(text))
    return 0


if __name__ == "__main__":
    sys.exit(main())
