"""On the 'use server' of a file: what it does, and what each of the file's actions should be."""

from __future__ import annotations

from turnout.hovers.about import Tell, name_elsewhere
from turnout.hovers.docs import docs_line
from turnout.hovers.hover import Pointed
from turnout.project.snapshot import Snapshot
from turnout.verdicts import verdict_of
from turnout.verdicts.saying import said

_MOST = 12


def hover(project: Snapshot, path: str, offset: int, tell: Tell) -> Pointed | None:
    """The hover of the directive at the top of a file; a function's own is a part of its entry."""
    surface = project.surface(path)
    if surface is None or surface.directive != "use server":
        return None
    module = project.module(path)
    found = (each for each in module.directives if each.text == "use server") if module is not None else ()
    directive = next((each for each in found if each.span.touches(offset)), None)
    if directive is None:
        return None
    entries = [each for each in project.entries(path) if each.kind == "server-action" and not each.is_inline]
    if len(entries) == 1:
        return Pointed(directive.span, tell(project, entries[0], name_elsewhere(entries[0])))
    verdicts = [verdict_of(project, each) for each in entries]
    # What should be something else comes first.
    verdicts.sort(key=lambda each: not each.is_misplaced)
    lines = ["**Each exported function of this file is a Server Action**: anyone can POST to it."]
    if not project.is_complete:
        lines.append("\nThe project is still being read.")
    elif entries:
        lines += ["", *(f"- {name_elsewhere(each.entry)}: {_in_words(said(each))}" for each in verdicts[:_MOST])]
        if len(entries) > _MOST:
            lines.append(f"- and {len(entries) - _MOST} more")
    if entries:
        lines += ["", docs_line(project, entries[0], "server-action")]
    return Pointed(directive.span, "\n".join(lines))


def _in_words(text: str) -> str:
    return text[0].lower() + text[1:]
