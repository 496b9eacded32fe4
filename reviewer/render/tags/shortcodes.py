"""Hugo's own shortcodes: figures, code, references, parameters; players as placeholders."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

from reviewer.render.tags.code import highlighted_block
from reviewer.render.tags.liquid_filters import Unknown, shown
from reviewer.render.tags.replacement import Replacement, block, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from reviewer.render.tags.surroundings import Surroundings
    from reviewer.render.tags.syntax import Tag

_ARGUMENT = re.compile(
    r"(?:([\w-]+)\s*=\s*)?(?:\"((?:[^\"\\]|\\.)*)\"|`([^`]*)`|([^\s\"`=]+))", re.DOTALL
)
_CODE = re.compile(
    r"code|highlight|mermaid|math|latex|katex|diagram|chart|graph|plantuml|raw", re.I
)
_VIDEOS = {
    "youtube": ("YouTube", "https://www.youtube.com/watch?v="),
    "vimeo": ("Vimeo", "https://vimeo.com/"),
    "vimeo_simple": ("Vimeo", "https://vimeo.com/"),
}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What stands in a shortcode behind its name."""

    named: dict[str, str] = field(default_factory=dict)
    listed: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str) -> Arguments:
        """Read ``src="a.png" "b"``."""
        named: dict[str, str] = {}
        listed: list[str] = []
        for name, quoted, raw, bare in _ARGUMENT.findall(text):
            value = quoted.replace('\\"', '"') or raw or bare
            if name:
                named[name.lower()] = value
            else:
                listed.append(value)
        return cls(named, tuple(listed))

    def get(self, name: str, place: int = -1) -> str:
        """The argument of this name or at this place, "" without one."""
        at_place = self.listed[place] if 0 <= place < len(self.listed) else ""
        return self.named.get(name, "") or at_place


def holds_code(name: str) -> bool:
    """Whether what such a shortcode encloses is, by its name, no Markdown."""
    return _CODE.search(name) is not None


def rendered(tag: Tag, around: Surroundings) -> Replacement | None:
    """What Hugo makes of a shortcode that stands alone; ``None`` for one that is not its own."""
    arguments = Arguments.of(tag.rest)
    if tag.name in _VIDEOS:
        return _video(tag, arguments)
    make = _OWN.get(tag.name)
    return make(tag, arguments, around) if make else None


def code(tag: Tag, inner: str) -> str:
    """The HTML of ``{{< highlight go "linenos=true" >}}``."""
    arguments = Arguments.of(tag.rest)
    options = {**_pairs(arguments.get("options", 1)), **arguments.named}
    return highlighted_block(inner, arguments.get("lang", 0), options)


def _pairs(options: str) -> dict[str, str]:
    parts = (part.partition("=") for part in options.split(","))
    return {name.strip().lower(): value.strip("\"' ") for name, _, value in parts if name.strip()}


def _video(tag: Tag, arguments: Arguments) -> Replacement:
    name, address = _VIDEOS[tag.name]
    video = arguments.get("id", 0)
    title = arguments.get("title", 1) or video
    return block(
        tag.source,
        f'<p class="video"><a class="chip" href="{escape(address + video)}">'
        f"▶ {name}: {escape(title)}</a></p>",
    )


def _figure(tag: Tag, arguments: Arguments, around: Surroundings) -> Replacement:
    get = arguments.get
    sizes = "".join(f' {name}="{escape(get(name))}"' for name in ("width", "height") if get(name))
    alt = get("alt") or get("caption")
    image = f'<img src="{escape(get("src", 0))}" alt="{escape(alt)}"{sizes}>'
    if get("link"):
        image = f'<a href="{escape(get("link"))}">{image}</a>'
    title = f"<h4>{escape(get('title'))}</h4>" if get("title") else ""
    said = " ".join(filter(None, (escape(get("caption")), _credit(arguments))))
    caption = f"{title}<p>{said}</p>" if said else title
    inner = f"{image}<figcaption>{caption}</figcaption>" if caption else image
    kind = f' class="{escape(get("class"))}"' if get("class") else ""
    return block(tag.source, f"<figure{kind}>{inner}</figure>")


def _credit(arguments: Arguments) -> str:
    name, link = escape(arguments.get("attr")), escape(arguments.get("attrlink"))
    return f'<a href="{link}">{name}</a>' if link else name


def _reference(tag: Tag, arguments: Arguments, around: Surroundings) -> Replacement | None:
    target = arguments.get("path", 0)
    address = around.address_of(target)
    if address is None and not target.startswith("#"):
        return None
    return words(tag.source, target if address is None else address)


def _parameter(tag: Tag, arguments: Arguments, around: Surroundings) -> Replacement | None:
    names = arguments.get("name", 0).split(".")
    for place in (("page", *names), ("site", "params", *names)):
        value = around.value(place)
        if value is not None:
            try:
                return words(tag.source, shown(value))
            except Unknown:
                return None
    return None


_OWN: dict[str, Callable[[Tag, Arguments, Surroundings], Replacement | None]] = {
    "figure": _figure,
    "param": _parameter,
    "ref": _reference,
    "relref": _reference,
}
