"""The site that the end-to-end tests work on: small, with posts written in different ways."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FORD = "_posts/2026-02-01-ford-talks.md"
RATES = "_posts/2026-01-31-rates.md"
BROKEN = "_posts/2026-01-28-broken.md"

POSTS = {
    FORD: b"""\
---
layout: post
title: "Ford held talks"   # as reported
category: "News"
date: 2026-02-01 06:54:02 +0000
source_url:   'https://news.example/ford'

# The score is the desk's own.
sentiment_score: 8
tldr:
  - "Talks were held."
  - 'Both deny it.'
---

## In Detroit

First paragraph.

Second paragraph.
""",
    # Other line ends, and no newline at the end.
    RATES: (
        b'---\r\nlayout: post\r\ntitle: Rates stay   \r\ncategory: "Markets"\r\n'
        b"date: 2026-01-31 08:00:00 +0000\r\nsource_url: https://news.example/rates\r\n"
        b"sentiment_score: 5\r\ntldr: [Rates stay, No surprise]\r\n---\r\n\r\nRates stay put."
    ),
    "_posts/2026-01-30-chips.md": b"""\
---
layout: post
title: "Chip makers raise plans"
category: "Markets"
date: 2026-01-30 09:00:00 +0000
source_url: "https://news.example/chips"
sentiment_score: 7
tldr:
  - "Plans rise."
---

Chips.
""",
    "_posts/2026-01-29-rail.md": b"""\
---
layout: post
title: "Rail freight strike"
category: "News"
date: 2026-01-29 09:00:00 +0000
source_url: "https://news.example/rail"
sentiment_score: 3
tldr:
  - "Closures cost."
---

Rail.
""",
    BROKEN: b"""\
---
layout: post
title: Copper: a new high
category: "Markets"
date: 2026-01-28 09:00:00 +0000
---

Copper.
""",
}


def write_site(root: Path) -> Path:
    """Write the site into ``root`` and return it."""
    (root / "_posts").mkdir(parents=True)
    (root / "_config.yml").write_text("title: Economy News\n", encoding="utf-8")
    for path, data in POSTS.items():
        (root / path).write_bytes(data)
    return root
