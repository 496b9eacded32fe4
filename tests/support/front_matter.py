"""Writes front matter as people and programs do: quotes, lists, dates in several ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from random import Random

    from tests.support.distributions import Distribution
    from tests.support.prose import Prose

CATEGORIES = ("News", "Markets", "Opinion", "Energy", "Transport", "Technology", "Politics")
CATEGORY_WEIGHTS = (40, 20, 5, 10, 8, 12, 5)
TAGS = 400
AUTHORS = 30
ALWAYS = 3
"""Title, category and date; whatever the distribution says beyond them is drawn."""

_DATES = {
    "day": "%Y-%m-%d",
    "minute": "%Y-%m-%d %H:%M",
    "second": "%Y-%m-%d %H:%M:%S",
    "zone": "%Y-%m-%d %H:%M:%S +0000",
    "quoted": "'%Y-%m-%d'",
}


class Writer:
    """Draws fields and writes them."""

    def __init__(self, chance: Random, distribution: Distribution, prose: Prose) -> None:
        self._chance = chance
        self._distribution = distribution
        self._prose = prose
        self._tags = [prose.rare() for _ in range(TAGS)]
        self._tag_weights = [1 / (place + 3) for place in range(TAGS)]
        self._authors = [prose.title().title() for _ in range(AUTHORS)]

    def front_matter(self, title: str, moment: datetime, *, draft: bool) -> str:
        """The lines between the fences."""
        category = self._chance.choices(CATEGORIES, CATEGORY_WEIGHTS)[0]
        date = moment.strftime(_DATES[self._distribution.dates.draw(self._chance)])
        lines = [
            f"title: {self._text(title)}\n",
            f"category: {self._text(category)}\n",
            f"date: {date}\n",
        ]
        lines += ["draft: true\n"] if draft else []
        lines += [write(self) for write in self._more()]
        if self._chance.random() < self._distribution.comments:
            lines.insert(1, f"# {self._prose.sentence()}\n")
        return "".join(lines)

    def _more(self) -> list[Callable[[Writer], str]]:
        """The ways of writing the further fields; the frequent ones come first."""
        count = max(0, self._distribution.fields.draw(self._chance) - ALWAYS)
        return [write for write in _FURTHER[:count] if self._chance.random() < 0.8]

    def _text(self, text: str) -> str:
        quoting = self._distribution.quoting.draw(self._chance)
        if quoting == "plain":
            return text
        return f'"{text}"' if quoting == "double" else f"'{text}'"

    def _list(self, items: list[str]) -> str:
        style = self._distribution.lists.draw(self._chance)
        if style == "flow":
            return f" [{', '.join(items)}]\n"
        indent = "  " if style == "indented" else ""
        return "\n" + "".join(f"{indent}- {item}\n" for item in items)

    def _tag_list(self) -> str:
        count = self._chance.randint(1, 5)
        drawn = self._chance.choices(self._tags, self._tag_weights, k=count)
        return f"tags:{self._list(list(dict.fromkeys(drawn)))}"

    def _description(self) -> str:
        text = self._prose.sentence()
        if self._chance.random() < self._distribution.folded * 5:
            return f"description: >\n  {text}\n  {self._prose.sentence()}\n"
        return f"description: {self._text(text)}\n"

    def _link(self) -> str:
        word = self._prose.rare()
        return f'source_url: "https://{word}.example/{self._chance.randrange(10**6)}"\n'

    def _summary(self) -> str:
        items = [f'"{self._prose.sentence()}"' for _ in range(3)]
        return "tldr:\n" + "".join(f"  - {item}\n" for item in items)

    def _author(self) -> str:
        return f"author: {self._text(self._chance.choice(self._authors))}\n"

    def _image(self) -> str:
        return f"image: /images/{self._prose.rare()}.jpg\n"

    def _score(self) -> str:
        return f"sentiment_score: {self._chance.randint(1, 10)}\n"

    def _label(self) -> str:
        return f"sentiment_label: {self._chance.choice(('Optimistic', 'Neutral', 'Gloomy'))}\n"

    def _seo(self) -> str:
        return f"seo:\n  title: {self._text(self._prose.title())}\n  noindex: false\n"

    def _layout(self) -> str:
        return "layout: post\n"

    def _weight(self) -> str:
        return f"weight: {self._chance.randrange(1000)}\n"

    def _aliases(self) -> str:
        return f"redirect_from:{self._list([f'/{self._prose.rare()}/' for _ in range(2)])}"


_FURTHER: tuple[Callable[[Writer], str], ...] = (
    Writer._layout,
    Writer._tag_list,
    Writer._description,
    Writer._link,
    Writer._author,
    Writer._summary,
    Writer._score,
    Writer._label,
    Writer._image,
    Writer._seo,
    Writer._weight,
    Writer._aliases,
)
