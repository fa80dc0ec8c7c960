"""What all surfaces say together: importers, route callers, action uses. (being written)"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from turnout.model.requests import Request
from turnout.model.strings import Text
from turnout.model.surface import Surface
from turnout.project.discover import App
from turnout.project.entries import Caller, Entry
from turnout.project.roles import Role
from turnout.project.routes import Route, RouteTable


@dataclass(frozen=True)
class Target:
    """What one request of a file leads to, wrappers and imported constants worked out."""

    request: Request
    urls: tuple[Text, ...]
    """The URLs that are asked for in the end."""
    methods: tuple[str, ...] | None
    routes: tuple[Route, ...]
    """The endpoint routes (and pages) that the URLs can mean, best first; empty when none answers."""
    entries: tuple[Entry, ...]
    """The endpoints among them that answer one of the methods (all methods when they are not known)."""
    is_local: bool
    """Whether the URL is certainly this app's own: it begins with ``/`` or with the app's own origin."""


class Index:
    surfaces: Mapping[str, Surface]
    apps: tuple[App, ...]

    def app_of(self, path: str) -> App | None: raise NotImplementedError
    def role(self, path: str) -> Role: raise NotImplementedError
    def route(self, path: str) -> Route | None: raise NotImplementedError
    def table(self, app: App) -> RouteTable: raise NotImplementedError
    def resolve(self, path: str, specifier: str) -> str | None: raise NotImplementedError
    def importers(self, path: str) -> frozenset[str]: raise NotImplementedError
    def origin(self, path: str, name: str) -> tuple[str, str] | None: raise NotImplementedError
    def entries(self, path: str) -> tuple[Entry, ...]: raise NotImplementedError
    def all_entries(self, app: App | None) -> tuple[Entry, ...]: raise NotImplementedError
    def callers(self, entry: Entry) -> tuple[Caller, ...]: raise NotImplementedError
    def targets(self, path: str) -> tuple[Target, ...]: raise NotImplementedError
    def action(self, path: str, source: str | None, imported: str) -> Entry | None: raise NotImplementedError
    def layers(self, path: str) -> frozenset[str]: raise NotImplementedError
