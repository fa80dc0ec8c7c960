"""What a rule is: a page, a severity and a check from one file's view to findings."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, TypeAlias

from turnout.model.lower import read
from turnout.model.module import Module
from turnout.project.discover import App
from turnout.project.roles import Role
from turnout.project.snapshot import Snapshot
from turnout.settings import Severity
from turnout.text.edits import Edit
from turnout.text.source import SourceFile
from turnout.text.span import Span

Category: TypeAlias = Literal["build", "runtime", "security", "choice"]


@dataclass(frozen=True)
class FileView:
    """One file in its project, as a rule sees it.

    The text is at hand, the facts are read when first asked for: a rule that looks for a word in ``source.data``
    first costs nothing in the files without it.
    """

    source: SourceFile
    app: App
    role: Role
    project: Snapshot

    @property
    def path(self) -> str:
        return self.source.path

    @cached_property
    def module(self) -> Module:
        return self.project.module(self.path) or read(self.source)

    def has(self, word: bytes) -> bool:
        """Whether a word stands anywhere in the text."""
        return word in self.source.data


@dataclass(frozen=True)
class Fix:
    """A quick fix within the file of the finding."""

    title: str
    edits: tuple[Edit, ...]
    is_preferred: bool = False
    """The only sensible fix: the editor's auto-fix shortcut takes it."""
    is_safe: bool = False
    """May be applied without a look: ``source.fixAll.turnout`` and ``check --fix`` take it."""


@dataclass(frozen=True)
class Related:
    """Another place that belongs to a finding."""

    path: str
    span: Span
    text: str


@dataclass(frozen=True)
class Finding:
    """One mistake. The message says what is wrong, why it matters and what to do, in one or two plain sentences."""

    span: Span
    message: str
    fixes: tuple[Fix, ...] = ()
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    """When the proof is thinner or firmer than the rule's own severity says."""
    is_unnecessary: bool = False


Check: TypeAlias = Callable[[FileView], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A diagnostic. Its page is the docstring of the module that defines it: the first line is its title."""

    code: str
    severity: Severity
    category: Category
    check: Check
    docs: str
    """The address of the official page."""
    needs_index: bool = False
    """Whether it asks for callers or other files: it then waits for the first scan."""
    page: str = field(default="", compare=False)

    def __post_init__(self) -> None:
        # The page stands where the check does.
        module = sys.modules[self.check.__module__]
        object.__setattr__(self, "page", inspect.getdoc(module) or "")

    @property
    def title(self) -> str:
        return self.page.partition("\n")[0].strip()
