"""Which request headers an action gets as well, and which are how other programs say who they are."""

from __future__ import annotations

_SECRET_HEADERS = ("authorization", "x-api-key", "x-auth-token", "x-secret", "x-cron-secret", "x-signature", "x-token")
_STANDARD_HEADERS = frozenset(
    {
        "user-agent",
        "accept-language",
        "referer",
        "x-forwarded-for",
        "x-real-ip",
        "host",
        "origin",
        "x-forwarded-host",
        "x-forwarded-proto",
        "cf-connecting-ip",
        "x-vercel-ip-country",
        "x-vercel-ip-city",
        "cookie",
    }
)


def is_key(name: str) -> bool:
    """Whether a header is how other programs say who they are."""
    return name.lower().startswith(_SECRET_HEADERS)


def is_of_others(name: str) -> bool:
    """Whether no browser sends a header by itself: an endpoint that stays has it of others, the action never."""
    lowered = name.lower()
    return not is_standard(name) and (is_key(name) or lowered.startswith("x-") or lowered == "idempotency-key")


def is_standard(name: str) -> bool:
    """Whether the browser sends a header to an action as well."""
    return name.lower() in _STANDARD_HEADERS
