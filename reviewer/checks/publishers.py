"""Where the news come from: publishers by the names that texts give them, and their hosts."""

from __future__ import annotations

import re

_PUBLISHERS = {
    "reuters.com": "Reuters",
    "apnews.com": "Associated Press, AP News",
    "bloomberg.com": "Bloomberg",
    "ft.com": "Financial Times",
    "wsj.com": "Wall Street Journal",
    "nytimes.com": "New York Times",
    "washingtonpost.com": "Washington Post",
    "theguardian.com": "Guardian",
    "bbc.co.uk bbc.com": "BBC, BBC News",
    "cnn.com": "CNN",
    "cnbc.com": "CNBC",
    "forbes.com": "Forbes",
    "economist.com": "Economist",
    "politico.com politico.eu": "Politico",
    "axios.com": "Axios",
    "aljazeera.com": "Al Jazeera",
    "globaltimes.cn": "Global Times",
    "xinhuanet.com news.cn": "Xinhua",
    "scmp.com": "South China Morning Post",
    "asia.nikkei.com nikkei.com": "Nikkei Asia, Nikkei",
    "spiegel.de": "Der Spiegel, Spiegel",
    "faz.net": "FAZ",
    "handelsblatt.com": "Handelsblatt",
    "lemonde.fr": "Le Monde",
    "lesechos.fr": "Les Echos",
    "elpais.com": "El País",
    "techcrunch.com": "TechCrunch",
    "theverge.com": "Verge, The Verge",
    "arstechnica.com": "Ars Technica",
    "wired.com": "Wired",
    "npr.org": "NPR",
    "cbsnews.com": "CBS News",
    "nbcnews.com": "NBC News",
    "foxnews.com": "Fox News",
    "usatoday.com": "USA Today",
    "latimes.com": "Los Angeles Times",
    "businessinsider.com": "Business Insider",
    "marketwatch.com": "MarketWatch",
    "techmeme.com": "Techmeme",
}
HOSTS = {
    name.strip(): frozenset(hosts.split())
    for hosts, names in _PUBLISHERS.items()
    for name in names.split(",")
}
"""The hosts of a publisher by its name."""
NAMES = "|".join(map(re.escape, sorted(HOSTS, key=len, reverse=True)))
"""A regular expression for all of them, the longest first."""
