"""``{: .class #id key="value" reference}`` and the extensions ``{::name}``."""

from __future__ import annotations

import re
from functools import cache

from reviewer.render.flavours.kramdown.element import CLASS, Attributes, Element
from reviewer.render.flavours.kramdown.patterns import ANY, IAL_LINE, ID_NAME, OPT, SPACE, rule
from reviewer.render.flavours.kramdown.reader import BlockRule, Reader, SpanRule

_ID, _CLASS = r"#([A-Za-z][\w:-]*)", r"\.([^\s.#]+)"
_ITEM = rule(
    rf"(?:\A|(?<=\s))(?:({ID_NAME})=(\"|')((?:\\\}}|\\\2|(?!\2)[^\}}])*?)\2|({ID_NAME})"
    rf"|((?:#[A-Za-z][\w:-]*|\.[^\s.#]+)+))(?=\s|\Z)"
)
_ID_OR_CLASS = rule(f"{_ID}|{_CLASS}")
_NAMED = rule(rf"{OPT}\{{:({ID_NAME}):({ANY}+)\}}\s*?\n")
_OPEN = rf"\{{::(\w+)(?:\s({ANY}*?)|)(/)?\}}"
_STOP = rf"\{{:/({ID_NAME})?\}}"
_BLOCK_START = rule(rf"{OPT}(?:{_OPEN}|{_STOP})\s*?\n")
_SPAN_START = rule(f"{_OPEN}|{_STOP}")
_SPAN_IAL = rule(rf"\{{:({ANY}+)\}}")
_WITH_IAL = ("link_def", "abbrev_def", "footnote_def")


def parse_list(text: str, into: Attributes) -> None:
    """Read an attribute list into ``into``."""
    if text.strip(SPACE) in ("", ":"):
        return
    for key, sign, value, ref, names in _ITEM.findall(text):
        if ref:
            into.refs.append(ref)
        elif names:
            _add_names(names, into)
        else:
            into.values[key] = re.sub(rf"\\(\}}|{sign})", r"\1", value)


def _add_names(names: str, into: Attributes) -> None:
    for name, style in _ID_OR_CLASS.findall(names):
        into.add(CLASS if style else "id", style or name)


def _block(reader: Reader) -> bool:
    source = reader.source
    if named := source.scan(_NAMED):
        parse_list(named[2], reader.defined.lists.setdefault(named[1], Attributes()))
        reader.add(reader.new_block("eob", "ald"))
        return True
    if begin := source.check(_BLOCK_START):
        return _extension(reader, begin, inline=False)
    if ial := source.scan(IAL_LINE):
        _attach(reader, ial[1])
        return True
    return False


def _attach(reader: Reader, text: str) -> None:
    last = reader.tree.last
    behind = last is not None and last.kind != "blank"
    if last is not None and behind and (last.kind != "eob" or last.value in _WITH_IAL):
        last.ial = last.ial or Attributes()
        parse_list(text, last.ial)
        if not reader.source.check(IAL_LINE):
            reader.add(reader.new_block("eob", "ial"))
        return
    reader.block_ial = reader.block_ial or Attributes()
    parse_list(text, reader.block_ial)


@cache
def _stop_tag(name: str, inline: bool) -> re.Pattern[str]:
    tag = rf"\{{:/(?:{re.escape(name)})?\}}"
    return rule(tag) if inline else rule(rf"^{OPT}{tag}\s*?\n", re.MULTILINE)


def _extension(reader: Reader, begin: re.Match[str], *, inline: bool) -> bool:
    name, options, single, stop = begin.groups()
    if stop or name is None:
        return False
    body = None
    end = begin.end()
    if not single:
        found = _stop_tag(name, inline).search(reader.source.text, end)
        if not found:
            return False
        body, end = reader.source.text[end : found.start()], found.end()
    line = reader.source.line
    attributes = Attributes()
    parse_list(options or "", attributes)
    if name not in ("comment", "nomarkdown", "options"):
        return False
    reader.source.pos = end
    if name == "options":
        _set_options(reader, attributes, inline=inline)
    elif body is not None:
        reader.add(Element(_kind(name, attributes), body, line=line, inline=inline))
    return True


def _set_options(reader: Reader, attributes: Attributes, *, inline: bool) -> None:
    for name, value in attributes.values.items():
        reader.settings = reader.settings.having(name, value)
    if not inline:
        reader.add(reader.new_block("eob", "extension"))


def _kind(name: str, attributes: Attributes) -> str:
    if name == "comment":
        return name
    kinds = attributes.values.get("type", "").split()
    return "raw" if "html" in kinds or not kinds else "eob"


def _span(reader: Reader, begin: re.Match[str]) -> None:
    source = reader.source
    extension = source.text.startswith(("{::", "{:/"), source.pos)
    if extension and (start := source.scan_far(_SPAN_START)):
        if not _extension(reader, start, inline=True):
            source.pos = start.start()
            reader.add_text(source.take())
        return
    last = reader.tree.last
    ial = source.scan_far(_SPAN_IAL) if last is not None and last.kind != "text" else None
    if ial is None or last is None:
        reader.add_text(source.take())
        return
    attributes = Attributes()
    parse_list(ial[1], attributes)
    last.ial = last.ial or Attributes()
    last.ial.update(attributes)
    reader.resolve(last.attr, attributes)


BLOCK = BlockRule(rule(rf"{OPT}\{{:"), _block)
SPAN = SpanRule("{", rule(r"\{:"), _span)
