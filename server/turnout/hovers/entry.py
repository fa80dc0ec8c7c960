"""On a handler's or an action's name: what it should be and why, what the choice means here, and who calls it."""

from __future__ import annotations

from collections.abc import Iterator

from turnout.hovers.docs import docs_line
from turnout.hovers.hover import Pointed
from turnout.hovers.links import place_link
from turnout.hovers.pointing import entry_at
from turnout.hovers.tradeoffs import tradeoffs
from turnout.project.entries import Caller, Entry
from turnout.project.paths import name_of as file_name
from turnout.project.snapshot import Snapshot
from turnout.verdicts import Evidence, Verdict, arithmetic, verdict_of
from turnout.verdicts.view import EntryView, view_of
from turnout.verdicts.words import ANSWERS, KINDS, how_of, name_of

_MOST_REASONS = 3
_MOST_CALLERS = 5


def hover(project: Snapshot, path: str, offset: int, *, why: bool) -> Pointed | None:
    """The hover of the entry at a place; on the directive of a file, of all its actions in short."""
    entry = entry_at(project, path, offset)
    if entry is not None:
        return Pointed(entry.span, about(project, entry, why=why))
    return _on_directive(project, path, offset)


def about(project: Snapshot, entry: Entry, *, why: bool) -> str:
    """All there is to say about one entry."""
    verdict, view = verdict_of(project, entry), view_of(project, entry)
    parts = [headline(verdict), "\n".join(_reasons(project, verdict, why=why))]
    # Callers and duties before the table: a pop-up shows some ten lines before one has to scroll.
    parts += [_callers(project, view, why=why), _duties(view, verdict), tradeoffs(view, verdict)]
    if why:
        parts.append("**How it was weighed**\n" + "\n".join(f"- {line}" for line in arithmetic(verdict)))
    parts.append(docs_line(project, entry, verdict.answer))
    return "\n\n".join(part for part in parts if part)


def headline(verdict: Verdict) -> str:
    """The verdict in words with its confidence."""
    kind, name = KINDS[verdict.entry.kind], name_of(verdict.entry)
    sure = f"({verdict.confidence} confidence)"
    if not verdict.is_misplaced:
        if not verdict.reasons:
            return f"**{kind} {name}**: nothing speaks against it staying one {sure}"
        return f"**{kind} {name}**: rightly {_article(ANSWERS[verdict.answer])} {sure}"
    if verdict.answer == "unused":
        return f"**{kind} {name}**: nothing seems to use it {sure}"
    return f"**{kind} {name}**: better {_article(ANSWERS[verdict.answer])} {sure}"


def _article(what: str) -> str:
    return f"an {what}" if what[0] in "AEIOUaeiouH" else f"a {what}"


def _reasons(project: Snapshot, verdict: Verdict, *, why: bool) -> Iterator[str]:
    most = 99 if why else _MOST_REASONS
    for each in verdict.reasons[:most]:
        yield f"- {_evidence(project, each)}"
    for each in verdict.doubts[: most if why else 2]:
        yield f"- But: {_evidence(project, each)}"
    for sentence in verdict.unseen[: most if why else 1]:
        yield f"- Unseen: {sentence}"


def _evidence(project: Snapshot, each: Evidence) -> str:
    if each.path is None or each.span is None:
        return each.text
    source = project.source(each.path)
    line = source.lines.line_of(each.span.start) + 1 if source is not None else 1
    return f"{each.text} {place_link(f'{file_name(each.path)}:{line}', each.path, each.span)}"


def _callers(project: Snapshot, view: EntryView, *, why: bool) -> str:
    callers = sorted(view.callers, key=lambda each: (each.side == "test", each.how in ("mention", "swr-key")))
    if not callers:
        return ""
    most = 99 if why else _MOST_CALLERS
    shown = [_caller(project, view.entry, each) for each in callers[:most]]
    if len(callers) > most:
        shown.append(f"and {len(callers) - most} more")
    return f"**Called by** {', '.join(shown)}"


def _caller(project: Snapshot, entry: Entry, caller: Caller) -> str:
    source = project.source(caller.path)
    line = source.lines.line_of(caller.span.start) + 1 if source is not None else 1
    how = how_of(entry, caller)
    side = "" if caller.side == "client" else f", {caller.side}"
    return f"{place_link(f'{file_name(caller.path)}:{line}', caller.path, caller.span)} ({how}{side})"


def _duties(view: EntryView, verdict: Verdict) -> str:
    """What one must do either way."""
    duties: list[str] = []
    if verdict.answer in ("http-endpoint", "server-action"):
        if not view.seen("session", "secret", "signature", "bearer", "api-key", "queue-check"):
            duties.append("check who calls, here: a page's guard or the middleware doesn't cover it")
        if verdict.answer == "server-action":
            duties += [
                "check what it is given: types are gone at run time",
                "return expected errors: thrown messages are masked",
            ]
        elif view.seen("body", "form"):
            duties.append("check what it is given")
    if verdict.answer == "server-function":
        duties.append("`import 'server-only'` keeps it out of the browser's bundle")
    return f"**Either way** {'; '.join(duties)}." if duties else ""


def _on_directive(project: Snapshot, path: str, offset: int) -> Pointed | None:
    module = project.module(path)
    if module is None or not module.is_server_actions_file:
        return None
    directive = next(
        (each for each in module.directives if each.text == "use server" and each.span.touches(offset)), None
    )
    if directive is None:
        return None
    lines = ["**Each exported function of this file is a Server Action**: anyone can POST to it.", ""]
    entries = [each for each in project.entries(path) if each.kind == "server-action" and not each.is_inline]
    for entry in entries[:12]:
        verdict = verdict_of(project, entry)
        name = place_link(f"`{entry.symbol}`", path, entry.span)
        answer = ANSWERS[verdict.answer]
        note = f"better {_article(answer)}" if verdict.is_misplaced and verdict.answer != "unused" else answer
        lines.append(f"- {name}: {note} ({verdict.confidence})")
    if len(entries) > 12:
        lines.append(f"- and {len(entries) - 12} more")
    if entries:
        lines += ["", docs_line(project, entries[0], "server-action")]
    return Pointed(directive.span, "\n".join(lines))
