"""Paths that promise an address to others: versions, public APIs, documents, feeds, health checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from turnout.verdicts.evidence import CLEAR, DECISIVE, Evidence, at_entry
from turnout.verdicts.view import EntryView

_VERSION = r"/v\d+(?:/|$)"
_OUTSIDERS = (
    r"/(?:public|external|open-?api|rest|scim|ext|integrations?|partners?|mobile|native|extension|embed|widget|sdk|mcp"
    r"|oembed)(?:/|$)"
)
_DOCUMENTS = (
    r"\.well-known|/(?:robots|sitemap|manifest|rss|feed|atom|llms|llms-full|opensearch)(?:[./_-]|$)"
    r"|\.(?:xml|txt|json|ics|rss|svg|png|jpg|webmanifest|md)$"
)
_MONITORS = (
    r"/(?:health|healthz|healthcheck|health-check|ping|status|ready|readyz|livez|metrics|version|uptime|csp-?report"
    r"|csp-violations?|reports?/csp)$"
)
_FILES = (
    r"/(?:og|opengraph|og-image|image|images|avatar|favicon|icon|proxy|badge|qr|qrcode|download|export|file|files|assets"
    r"|media|pdf|thumbnail|screenshot)(?:/|$)"
)
_LINKS = (
    r"/(?:unsubscribe|verify-email|confirm-email|track|pixel|redirect|r|go|out|short|link|click|open|invite|invitation)"
    r"(?:/|$)"
)
_SCRIPTS = (
    r"/(?:revalidate|draft|preview|disable-draft|enable-draft|exit-preview|deploy|seed|migrate|setup|install)(?:/|$)"
)
_PATHS: Mapping[str, str] = {
    _VERSION: "The path has a version",
    _OUTSIDERS: "The path names callers outside of this app",
    _DOCUMENTS: "It is a document that others fetch by its address",
    _MONITORS: "Monitoring asks it",
    _FILES: "It gives a file or an image",
    _LINKS: "A link in a mail or on another site leads to it",
    _SCRIPTS: "An editor's system or a script calls it",
}
_FIRM = 3
"""How many of the paths above promise an address to others; the rest is likely only when nobody here calls."""


def signal(view: EntryView) -> Iterator[Evidence]:
    if view.is_action:
        return
    for number, (pattern, text) in enumerate(_PATHS.items()):
        if re.search(pattern, view.url):
            is_firm = number < _FIRM
            if is_firm or not view.client:
                weight = DECISIVE if is_firm or number == _FIRM else CLEAR
                yield at_entry(view, "public-path", "http-endpoint", weight, f"{text}: {view.entry.url}.")
            break
