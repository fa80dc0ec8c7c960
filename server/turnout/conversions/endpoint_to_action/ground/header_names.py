"""Which request headers an action gets as well, which are how other programs say who they are, and which headers of a
response nobody misses."""

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


_UNREAD_HEADERS = frozenset({"content-type", "content-length", "cache-control", "pragma", "expires", "allow", "vary",
                             "x-powered-by", "cdn-cache-control", "vercel-cdn-cache-control", "etag", "last-modified",
                             "retry-after", "x-content-type-options", "x-frame-options", "referrer-policy",
                             "x-robots-tag", "server-timing", "x-response-time"})  # fmt: skip
_UNREAD_FAMILIES = ("x-ratelimit", "x-rate-limit", "ratelimit", "x-request-id", "x-correlation-id", "x-trace-id")


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


def goes_unread(name: str) -> bool:
    """Whether a response header only says how to read, keep or repeat the answer: an action's result needs none of it,
    as no caller looks at it."""
    return name.lower() in _UNREAD_HEADERS or name.lower().startswith(_UNREAD_FAMILIES)
