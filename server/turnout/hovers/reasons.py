"""The evidence of a verdict and the callers of an entry as lines of Markdown, each with a link to its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from turnout.hovers.links import place_link
from turnout.project.entries import Caller
from turnout.project.paths import name_of as file_name
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span
from turnout.verdicts import Evidence, Verdict
from turnout.verdicts.words import how_of

_MOST_REASONS = 3
_MOST_DOUBTS = 2
_MOST_CALLERS = 3
_MARKUP = re.compile(r"([\[\]<*|])")
_AGAINST = "Against it: "


@dataclass(frozen=True)
class Reasons:
    """What speaks for and against a verdict, and who calls."""

    project: Snapshot
    verdict: Verdict
    callers: tuple[Caller, ...]

    def in_short(self) -> str:
        """The strongest reasons, the first thing that could not be seen, and who else calls."""
        lines = [f"- {self._linked(each)}" for each in self.verdict.reasons[:_MOST_REASONS]]
        lines += [f"- {_AGAINST}{self._linked(each)}" for each in self.verdict.doubts[:_MOST_DOUBTS]]
        if not lines and self.project.is_complete:
            lines.append("- Nothing speaks for another place.")
        lines += [f"- Not seen: {plain(text)}" for text in self.verdict.unseen[:1]]
        return "\n".join((*lines, *self._other_callers("\n".join(lines))))

    def in_full(self) -> str:
        """All of it, with all callers."""
        lines = [f"- {self._linked(each)}" for each in self.verdict.reasons]
        lines += [f"- {_AGAINST}{self._linked(each)}" for each in self.verdict.doubts]
        lines += [f"- Not seen: {plain(text)}" for text in self.verdict.unseen]
        if self.callers:
            lines += ["", "**Called by**", *(f"- {self._caller(each)}" for each in self.callers)]
        return "\n".join(lines)

    def _linked(self, each: Evidence) -> str:
        """The sentence with its place: where it names the file, that is the link, else it comes last.

        What stands with the entry itself needs none: there one is already, or the headline leads there.
        """
        text, entry = plain(each.text), self.verdict.entry
        if each.path is None or each.span is None or (each.path, each.span) == (entry.path, entry.span):
            return text
        link = self._line(each.path, each.span)
        linked = _with_link(text, each.path, link)
        if linked == text:
            return f"{text} {link}"
        for caller in self.callers:
            linked = _with_link(linked, caller.path, self._line(caller.path, caller.span))
        return linked

    def _other_callers(self, told: str) -> Iterator[str]:
        """Those that no reason has linked to."""
        asking = [each for each in self.callers if each.how not in ("mention", "swr-key")]
        left = [each for each in asking or self.callers if self._line(each.path, each.span) not in told]
        left.sort(key=lambda each: each.side == "test")
        shown = [self._caller(each) for each in left[:_MOST_CALLERS]]
        if len(left) > _MOST_CALLERS:
            shown.append(f"{len(left) - _MOST_CALLERS} more")
        if shown:
            how = "Named in" if not asking else "Called by" if len(left) == len(asking) else "Also called by"
            yield f"- {how} {_listed(shown)}."

    def _caller(self, caller: Caller) -> str:
        entry = self.verdict.entry
        words = [how_of(entry, caller)]
        app = self.project.app(caller.path)
        if app is not None and app.root != entry.app:
            words.append(f"in {app.name or app.root}")
        elif caller.side != "client":
            words.append(caller.side)
        return f"{self._line(caller.path, caller.span)} ({', '.join(words)})"

    def _line(self, path: str, span: Span) -> str:
        """``[page.tsx:4](…)``"""
        source = self.project.source(path)
        line = source.lines.line_of(span.start) + 1 if source is not None else 1
        return place_link(f"{plain(file_name(path))}:{line}", path, span)


def plain(text: str) -> str:
    """Words of the project, which Markdown shall not take for its own: ``/api/tasks/[id]``."""
    parts = text.split("`")
    return "`".join(part if index % 2 else _MARKUP.sub(r"\\\1", part) for index, part in enumerate(parts))


def _with_link(text: str, path: str, link: str) -> str:
    """The text with the first mention of the file's name made a link, unless it is one."""
    name = re.escape(plain(file_name(path)))
    return re.sub(rf"(?<![\w./\[-]){name}(?![\w/:-]|\.\w)", lambda _: link, text, count=1)


def _listed(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
