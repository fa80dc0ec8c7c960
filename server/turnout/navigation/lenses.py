"""The two words above an entry: how many call it, and what it should be."""

from __future__ import annotations

from dataclasses import dataclass

from turnout.navigation.site import Site
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.verdicts import verdict_of
from turnout.verdicts.saying import said


@dataclass(frozen=True)
class Lens:
    """What stands above one entry."""

    callers: str
    """``3 callers``"""
    sites: tuple[Site, ...]
    verdict: str
    """``Better as a Server Action``"""


def entries_with_lenses(project: Snapshot, path: str) -> tuple[Entry, ...]:
    """Cheap: nothing is weighed. Empty until all callers are known, and where the user wants none."""
    settings = project.settings
    if not (project.is_complete and settings.enable and settings.code_lens):
        return ()
    return project.entries(path)


def lens_of(project: Snapshot, entry: Entry) -> Lens:
    asking = (each for each in project.callers(entry) if each.how not in ("mention", "swr-key"))
    sites = tuple(dict.fromkeys(Site(each.path, each.span) for each in asking))
    number = len(sites)
    words = "no caller seen" if number == 0 else "1 caller" if number == 1 else f"{number} callers"
    return Lens(words, sites, said(verdict_of(project, entry)))
