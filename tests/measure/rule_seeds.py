"""Faults to put into real posts, by the rules that should find them.

Each seeder gives the text of the post with one fault in it, or None for a post
that it does not fit. Faults of a text are put in as a paragraph of its own in
front, where no list, table or code of the post can swallow them.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from reviewer.errors import ReviewerError

if TYPE_CHECKING:
    from reviewer.checks.subject import Subject

Seeder = Callable[["Subject"], str | None]

MANY = 12
LONG = "The council of the small harbour town decided on a plan that nobody had asked for. "


def front(paragraph: str) -> Seeder:
    """A paragraph before all others."""

    def seed(subject: Subject) -> str:
        start = subject.post.body_span.start
        return f"{subject.text[:start]}\n{paragraph}\n\n{subject.text[start:]}"

    return seed


def behind(paragraph: str) -> Seeder:
    """A paragraph after all others, of posts that end in ordinary text."""

    def seed(subject: Subject) -> str | None:
        passages = subject.body.passages
        end = subject.text.rstrip()
        if not passages or not end.endswith((".", "!", "?")) or "```" in subject.text:
            return None
        return f"{end}\n\n{paragraph}\n"

    return seed


def field(key: str, value: Any) -> Seeder:
    """Another value of a field."""
    return fields({key: value})


def fields(values: dict[str, Any]) -> Seeder:
    """Other values of several fields, of posts that have front matter."""

    def seed(subject: Subject) -> str | None:
        if subject.post.format is None:
            return None
        post = subject.post
        try:
            for key, value in values.items():
                post = post.set((key,), value)
        except ReviewerError:
            return None
        return post.text

    return seed


def fenced(fence: str) -> Seeder:
    """The whole body in a fence."""

    def seed(subject: Subject) -> str | None:
        if (
            "```" in subject.body.text
            or "~~~" in subject.body.text
            or not subject.body.text.strip()
        ):
            return None
        start = subject.post.body_span.start
        return f"{subject.text[:start]}\n{fence}\n{subject.text[start:].strip()}\n```\n"

    return seed


def inside_word(character: str) -> Seeder:
    """A character in the middle of the first long word."""

    def seed(subject: Subject) -> str:
        return front(f"An ordin{character}ary sentence stands here.")(subject) or ""

    return seed


def retold(values: dict[str, Any]) -> Seeder:
    """Other values of fields that retell the body, of posts that have one."""

    def seed(subject: Subject) -> str | None:
        return fields(values)(subject) if subject.body.passages else None

    return seed


def dated_name(values: dict[str, Any]) -> Seeder:
    """Other values of fields, of posts whose file name holds a date and words."""

    def seed(subject: Subject) -> str | None:
        name = subject.path.rpartition("/")[2]
        return fields(values)(subject) if re.match(r"\d{4}-\d\d-\d\d-\w", name) else None

    return seed


def slipped_slug(subject: Subject) -> str | None:
    """A slug that differs from the file's name by a letter."""
    stem = subject.path.rpartition("/")[2].partition(".")[0]
    name = re.sub(r"^\d{4}-\d\d-\d\d-", "", stem)
    if stem == name or len(name) < MANY:
        return None
    return fields({"slug": name[:1] + name[2:]})(subject)


def heading_of(level: str, words: str) -> Seeder:
    """A first heading with these words, of posts that have a title and no heading."""

    def seed(subject: Subject) -> str | None:
        if not subject.title or any(each.level == 1 for each in subject.body.passages):
            return None
        title = words.replace("TITLE", subject.title)
        return front(f"{level} {title}")(subject)

    return seed


def newer(days: int) -> Seeder:
    """A source that is newer than the post."""

    def seed(subject: Subject) -> str | None:
        value = subject.data.get("date")
        day = value if isinstance(value, date) else None
        if day is None or day.year > 2020 or {"updated", "lastmod"} & subject.data.keys():
            return None
        later = day + timedelta(days=days)
        return front(f"It was [denied](https://paper.net/{later:%Y/%m/%d}/talks) at once.")(subject)

    return seed


def unsourced(claim: str) -> Seeder:
    """A claim, in a post that has no address at all."""

    def seed(subject: Subject) -> str | None:
        has_source = "http" in subject.text or "source" in subject.text.lower()
        return None if has_source or "www." in subject.text else front(claim)(subject)

    return seed


def _marks() -> tuple[Seeder, ...]:
    texts = (
        "Sales rose by a fifth【4†source】 last year.",
        "Sales rose by a fifth :contentReference[oaicite:3]{index=3} last year.",
        "Sales [rose](https://paper.net/a?utm_source=chatgpt.com) by a fifth.",
    )
    return tuple(map(front, texts))


def where(fits: Callable[[Subject], bool], seeder: Seeder) -> Seeder:
    """The same, only in posts in which it is a fault."""
    return lambda subject: seeder(subject) if fits(subject) else None


def _holds_media(subject: Subject) -> bool:
    return subject.site.holds_media


def _has_own_labels(subject: Subject) -> bool:
    return subject.site.engine not in ("obsidian", "mkdocs") and "{" not in subject.body.text


def _is_english(subject: Subject) -> bool:
    return subject.language in ("", "en") or subject.language.startswith("en-")


def _needs_blank_lines(subject: Subject) -> bool:
    return subject.site.engine in ("mkdocs", "pelican")


SEEDERS: dict[str, tuple[Seeder, ...]] = {
    # leftovers
    "assistant-phrase": (
        front("Certainly! Here is the revised article:"),
        front("As an AI language model, I cannot visit the place."),
        behind("I hope this helps! Let me know if you have any questions."),
    ),
    "body-in-fence": (fenced("```markdown"), fenced("```")),
    "citation-debris": _marks(),
    "cut-off-ending": (
        behind("The company said on Monday that it would"),
        behind("Prices rose again in March, which was due to the"),
    ),
    "hidden-character": tuple(map(inside_word, ("\u200b", "\u202e", "\u2060", "\ufeff"))),
    "homoglyph": (front("The b\u0430nk said so."), front("It was \u0440rinted at once.")),
    "unrendered-placeholder": (front("Dear ${customer_name}, rates stay."),),
    "unfilled-bracket": (
        front("The meeting takes place in [Insert city here] on Monday."),
        front("Write to [Your Name] for more."),
        front("The price is [TODO: add price] for now."),
    ),
    # sources
    "bad-address": (
        front("See [the bank](htps://boj.or.jp/a) for more."),
        front("See [the bank](https://https://boj.or.jp/a) for more."),
        front("See [the bank](www.boj.or.jp/a) for more."),
    ),
    "bare-link": (front("More of it at https://boj.or.jp/a, on Friday."),),
    "claim-without-source": (
        unsourced("According to Reuters, both of them deny it."),
        unsourced("Recent studies show that nobody reads this."),
    ),
    "empty-link": (
        front("The bank [said so]() on Friday."),
        front("The bank said so [](https://boj.or.jp/a) on Friday."),
        front("![a chart]()"),
    ),
    "invented-address": (
        front("See [this](https://example.com/report) for more."),
        front("See [this](https://x.com/Ford/status/1623456789012345678) for more."),
        front("See [this](https://paper.net/TODO) for more."),
    ),
    "link-names-other-host": (
        front("Read [reuters.com](https://ev-blog.net/a) for more."),
        front("Read [Reuters](https://carnews.biz/talks) for more."),
        front("Read [https://bbc.com/news](https://carnews.biz/talks) for more."),
    ),
    "newer-source": (newer(30), newer(400)),
    "no-source": (behind("## Sources"),),
    "shortened-address": (
        front("More at [the paper](https://bit.ly/3abcdef)."),
        front("More at [the paper](https://t.co/AbCdEfGh)."),
    ),
    "source-without-link": (
        behind("## Sources\n\n- [Report](https://paper.net/a)\n- Ford press release (2024)"),
    ),
    "tracking-parameter": (
        front("More at [the paper](https://paper.net/a?utm_source=mail&id=3)."),
        front("More at [the paper](https://paper.net/a?fbclid=IwAR0x)."),
    ),
    # consistency
    "contradicting-figures": (
        front(
            "The plant in Ohio will create 5,000 direct jobs.\n\n"
            "Much is open. In all, the plant in Ohio will create 7,000 direct jobs."
        ),
    ),
    "date-not-in-body": (retold({"tldr": ["The vote takes place on 12 March 1987."]}),),
    "figure-not-in-body": (
        field("description", "It costs $7,431 million and is 83.7% done."),
        field("tldr", ["Sales rose by 83.7% to $7,431 million."]),
    ),
    "name-not-in-body": (retold({"tldr": ["The plan was drawn up by Zebulon Quartermain."]}),),
    "quotation-not-in-body": (
        field("tldr", ["He called it “the strangest bargain of all known times”."]),
    ),
    "repeated-point": (
        field(
            "tldr",
            ["The central bank held its rate at 2%.", "At 2%, the central bank held its rates."],
        ),
    ),
    "repeated-sentence": (
        front(f"{LONG}\n\nAnother stands between them.\n\n{LONG}"),
        front(f"{LONG}Another stands between them. {LONG}"),
    ),
    # markup
    "missing-alt-text": (front("![](/a-chart.png)"),),
    "skipped-heading-level": (front("## One\n\n#### Another"),),
    "several-top-headings": (front("# One\n\nText.\n\n# Another"),),
    "repeated-heading": (front("## Prices\n\nOne.\n\n## Prices\n\nTwo."),),
    "trailing-spaces": (
        front("A line with spaces behind it.     "),
        front("A tab is behind it.\t"),
    ),
    "broken-local-link": (
        where(_holds_media, front("![x](/no-such-folder/no-such-picture.png)")),
        where(_holds_media, front("See [the file](no-such-file.pdf) for more.")),
    ),
    "footnote-without-text": (front("It is so.[^nowhere-to-be-found]"),),
    "unused-footnote": (front("[^nowhere-to-be-found]: So the bank."),),
    "undefined-reference": (
        where(_has_own_labels, front("See [the paper][nowhere-to-be-found] for more.")),
    ),
    "heading-without-space": (front("##Japan and the rest"),),
    "list-without-blank-line": (
        where(_needs_blank_lines, front("The bank said:\n- rates stay\n- prices rise")),
    ),
    "unclosed-emphasis": (front("The bank said that **rates stay where they are."),),
    "unclosed-html": (front("<div>\n\nA paragraph without an end."),),
    "broken-table": (front("| a | b |\n|---|---|\n| 1 | 2 | 3 |"),),
    # prose
    "doubled-word": (
        where(_is_english, front("It was the the best of all days.")),
        where(_is_english, front("They said so to to the council.")),
    ),
    "long-sentence": (front(f"The bank said {'that rates stay and ' * 25}rise."),),
    # metadata
    "description-length": (field("description", "A long description of it. " * 20),),
    "title-length": (field("title", "A title that goes on and on about nothing " * 5),),
    "heading-against-title": (
        heading_of("#", "TITLE"),
        heading_of("#", "Something that is quite different"),
    ),
    "future-date": (field("date", date(2999, 5, 17)),),
    "name-against-date": (dated_name({"date": date(1987, 5, 17)}),),
    "name-against-slug": (slipped_slug,),
}
