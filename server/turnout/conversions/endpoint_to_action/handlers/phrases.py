"""The ``statusText`` that callers saw: the handler's own, else the phrase that Node.js sends with the number."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.conversions.endpoint_to_action.callers.call_sites import CallSite
from turnout.conversions.endpoint_to_action.callers.outcomes import told_at
from turnout.conversions.endpoint_to_action.ground.refused import refused
from turnout.conversions.endpoint_to_action.handlers.answers import Answer
from turnout.model.module import Module
from turnout.text.span import Span

_PHRASES = {
    200: "OK", 201: "Created", 202: "Accepted", 203: "Non-Authoritative Information", 204: "No Content",
    205: "Reset Content", 206: "Partial Content", 207: "Multi-Status", 208: "Already Reported", 226: "IM Used",
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 407: "Proxy Authentication Required", 408: "Request Timeout",
    409: "Conflict", 410: "Gone", 411: "Length Required", 412: "Precondition Failed", 413: "Payload Too Large",
    414: "URI Too Long", 415: "Unsupported Media Type", 416: "Range Not Satisfiable", 417: "Expectation Failed",
    418: "I'm a Teapot", 421: "Misdirected Request", 422: "Unprocessable Entity", 423: "Locked",
    424: "Failed Dependency", 425: "Too Early", 426: "Upgrade Required", 428: "Precondition Required",
    429: "Too Many Requests", 431: "Request Header Fields Too Large", 451: "Unavailable For Legal Reasons",
    500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
    504: "Gateway Timeout", 505: "HTTP Version Not Supported", 506: "Variant Also Negotiates",
    507: "Insufficient Storage", 508: "Loop Detected", 509: "Bandwidth Limit Exceeded", 510: "Not Extended",
    511: "Network Authentication Required",
}  # fmt: skip
NOTE = "statusText is a member of the result now: over HTTP/2, as most hosts speak it, it was always empty."


@dataclass(frozen=True)
class Phrase:
    """What ``statusText`` of one answer becomes: a text, a place of the handler, or what a Response says of itself."""

    text: str | None = None
    place: Span | None = None


def standard_phrase(status: int) -> str:
    """What Node.js sends with a status: ``Bad Request`` for 400."""
    return _PHRASES.get(status, f"HTTP {status}")


def is_told_by_ok(site: CallSite) -> bool:
    """Whether a caller reads ``statusText`` of failures alone, and TypeScript knows."""
    tolds = [told_at(site, read) for read in site.phrase_reads]
    return all(told.outcome == "failure" and told.by == "ok" for told in tolds)


def phrase_of(module: Module, answer: Answer) -> Phrase:
    """The phrase of one answer; refuses when its status is known at run time only."""
    if answer.phrase is not None:
        return Phrase(place=answer.phrase.span)
    if answer.made is not None:
        text = _PHRASES.get(answer.made.status) if answer.made.status is not None else None
        return Phrase(text)
    text = _PHRASES.get(answer.status)
    if answer.status_code is not None or text is None:
        raise refused(
            "Its callers read statusText, and the status of this answer is chosen at run time.",
            module,
            answer.status_code or answer.span,
        )
    return Phrase(text)
