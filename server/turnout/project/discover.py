"""Which folders are Next.js apps, of which version, and which packages lie beside them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, TypeAlias

from turnout.model.module import Module
from turnout.project.config import CONFIG_NAMES, DEFAULT, NextConfig, read_config
from turnout.project.files import Files
from turnout.project.jsonc import Table, read_table, table, text
from turnout.project.paths import folder_of, folders_above, is_below, join, name_of

Router: TypeAlias = Literal["app", "pages"]
NextSource: TypeAlias = Literal["installed", "range", "unknown"]
Bundler: TypeAlias = Literal["turbopack", "webpack"]

LEVELS_OUTSIDE = 3
"""Folders above the project's root in which ``node_modules`` and settings are still looked for."""


class Version(NamedTuple):
    """A version of Next.js; what comes before a release counts as it: ``15.0.0-canary.3`` is ``15.0.0``."""

    major: int
    minor: int = 0
    patch: int = 0

    @staticmethod
    def parse(written: str) -> Version | None:
        """The least version that a range admits, in the newest of its alternatives.

        ``^15.0.0-rc.1``, ``~13.4``, ``>=14 <16``, ``^13 || ^14``, ``14.x``, ``npm:next@15.1.0``. None for
        tags (``latest``, ``canary``), links, addresses and whatever else names no number.
        """
        if written.startswith("npm:"):
            written = written.rpartition("@")[2]
        if ":" in written or "/" in written:
            return None
        found = [Version._of_alternative(part) for part in written.split("||")]
        return max((version for version in found if version is not None), default=None)

    @staticmethod
    def _of_alternative(written: str) -> Version | None:
        match = _NUMBERS.match(written.strip())
        return Version(*(int(part) for part in match.groups("0"))) if match else None

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}.{self.patch}"


_NUMBERS = re.compile(r"(?:[\^~=v]|>=)*\s*(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?![\w])")


@dataclass(frozen=True)
class Package:
    """A folder with a package.json. ``name`` is empty when it has none."""

    root: str
    name: str
    manifest: Table = field(repr=False)

    @cached_property
    def dependencies(self) -> frozenset[str]:
        """The names of all packages that it says it needs, in whatever way."""
        return frozenset(name for kind in _KINDS for name in table(self.manifest, kind))


_KINDS = ("dependencies", "devDependencies", "peerDependencies", "optionalDependencies")


@dataclass(frozen=True)
class App:
    """One Next.js app. All paths are relative to the project's root, which as ``root`` is ``""``."""

    root: str
    name: str
    next_version: Version | None = None
    """None when nothing tells it (``latest``, no package.json): whoever asks takes it for the newest."""
    next_source: NextSource = "unknown"
    config: NextConfig = DEFAULT
    app_dir: str | None = None
    pages_dir: str | None = None
    is_typescript: bool = False
    bundler: Bundler = "turbopack"
    """What `next build` takes: Turbopack since Next.js 16, unless a script says otherwise."""
    middleware: str | None = None
    """The middleware or proxy file."""
    nested: tuple[str, ...] = ()
    """Folders below the root that belong to other apps and packages."""

    @cached_property
    def routers(self) -> tuple[Router, ...]:
        routers: list[Router] = []
        if self.app_dir is not None:
            routers.append("app")
        if self.pages_dir is not None:
            routers.append("pages")
        return tuple(routers)

    @cached_property
    def _foreign(self) -> tuple[str, ...]:
        return tuple(f"{folder}/" for folder in self.nested)

    def owns(self, path: str) -> bool:
        """Whether a file is this app's own: below its root and in no other app or named package there."""
        return is_below(path, self.root) and not path.startswith(self._foreign)

    def is_before(self, major: int, minor: int = 0, patch: int = 0) -> bool:
        """Whether the app's Next.js is surely older than a version."""
        return self.next_version is not None and self.next_version < (major, minor, patch)


def belongs_to(apps: Iterable[App], path: str) -> App | None:
    """The app that owns a file: the nearest above it. None for files of packages beside the apps."""
    return next((app for app in apps if app.owns(path)), None)


def packages(files: Files, paths: Iterable[str]) -> tuple[Package, ...]:
    """Every package of the tree, those without a name too (scripts, tools), in the order of their folders."""
    found: list[Package] = []
    for path in sorted(paths):
        if name_of(path) == "package.json":
            manifest = read_table(files.read(path))
            found.append(Package(folder_of(path), text(manifest, "name") or "", manifest))
    return tuple(found)


def discover(files: Files, paths: Iterable[str], load_module: Callable[[str], Module | None]) -> tuple[App, ...]:
    """The apps of a tree: the folders with ``next`` in their package.json, or with a next.config.

    A package that has ``next`` but neither pages, a config nor a script that runs it is a library.
    What can't be read gives fewer facts, never an error.
    """
    known = frozenset(paths)
    return tuple(_Discovery(files, known, packages(files, known), load_module).apps())


class _Discovery:
    def __init__(
        self,
        files: Files,
        paths: frozenset[str],
        found: tuple[Package, ...],
        load_module: Callable[[str], Module | None],
    ) -> None:
        self.files = files
        self.paths = paths
        self.packages = {package.root: package for package in found}
        self.load_module = load_module
        self.folders = _folders(paths)

    def apps(self) -> Iterator[App]:
        configs = {folder_of(path) for path in self.paths if name_of(path) in CONFIG_NAMES}
        folders = sorted({*self.packages, *configs})
        roots = [folder for folder in folders if self.is_app(folder, has_config=folder in configs)]
        if not roots:  # A project that has just begun: `next` is installed, and nothing written yet.
            roots = [folder for folder in folders if "next" in self.dependencies(folder, "dependencies")]
        boundaries = {*roots, *(root for root, package in self.packages.items() if package.name)}
        for root in roots:
            nested = sorted(other for other in boundaries if other != root and is_below(other, root))
            yield self.app(root, tuple(nested))

    def is_app(self, folder: str, *, has_config: bool) -> bool:
        has_pages = self.router_folder(folder, "app") or self.router_folder(folder, "pages")
        runs = any(_RUNS_NEXT.search(str(line)) for line in self.dependencies(folder, "scripts").values())
        if "next" in {
            **self.dependencies(folder, "dependencies"),
            **self.dependencies(folder, "devDependencies"),
        }:
            return has_config or runs or has_pages is not None
        if "next" in self.dependencies(folder, "peerDependencies"):
            return has_config or runs
        # `next` may be in the package.json of the whole repository. Without pages, apps share this config.
        return has_config and has_pages is not None

    def app(self, root: str, nested: tuple[str, ...]) -> App:
        module = self.config_module(root)
        config = read_config(module) if module is not None else DEFAULT
        app_dir, pages_dir = self.router_folder(root, "app"), self.router_folder(root, "pages")
        version, source = self.next_version(root)
        package = self.packages.get(root)
        return App(
            root=root,
            name=(package.name if package is not None else "") or name_of(root),
            next_version=version,
            next_source=source,
            config=config,
            app_dir=app_dir,
            pages_dir=pages_dir,
            is_typescript=self.is_typescript(root, app_dir, pages_dir),
            bundler=self.bundler(root, version),
            middleware=self.middleware(root, config),
            nested=nested,
        )

    def dependencies(self, folder: str, kind: str) -> Table:
        package = self.packages.get(folder)
        return table(package.manifest, kind) if package is not None else {}

    def config_module(self, root: str) -> Module | None:
        path = next((path for name in CONFIG_NAMES if (path := join(root, name)) in self.paths), None)
        return self.load_module(path) if path is not None else None

    def router_folder(self, root: str, router: Router) -> str | None:
        """``app`` comes before ``src/app`` (next/dist/lib/find-pages-dir.js)."""
        found = (join(root, router), join(root, f"src/{router}"))
        return next((folder for folder in found if folder in self.folders), None)

    def is_typescript(self, root: str, *routers: str | None) -> bool:
        """As Next.js: a tsconfig.json, or a .ts or .tsx file among the pages (verify-typescript-setup.js)."""
        if join(root, "tsconfig.json") in self.paths:
            return True
        prefixes = tuple(f"{folder}/" for folder in routers if folder is not None)
        return any(path.endswith((".ts", ".tsx")) and path.startswith(prefixes) for path in self.paths)

    def bundler(self, root: str, version: Version | None) -> Bundler:
        builds = [
            str(line)
            for line in self.dependencies(root, "scripts").values()
            if re.search(r"\bnext\s+build\b", str(line))
        ]
        if any("--webpack" in line for line in builds):
            return "webpack"
        is_old = version is not None and version < (16, 0, 0)
        return "webpack" if is_old and not any("--turbo" in line for line in builds) else "turbopack"

    def middleware(self, root: str, config: NextConfig) -> str | None:
        for name in ("proxy", "middleware"):
            for extension in config.page_extensions:
                for path in (join(root, f"{name}.{extension}"), join(root, f"src/{name}.{extension}")):
                    if path in self.paths:
                        return path
        return None

    def next_version(self, root: str) -> tuple[Version | None, NextSource]:
        for folder in folders_above(root, LEVELS_OUTSIDE):
            data = self.files.read(f"{folder}/node_modules/next/package.json".lstrip("/"))
            version = Version.parse(text(read_table(data), "version") or "") if data is not None else None
            if version is not None:
                return version, "installed"
        for folder in folders_above(root):
            for kind in ("dependencies", "devDependencies", "peerDependencies"):
                written = text(self.dependencies(folder, kind), "next")
                if written is not None:
                    if written.startswith("catalog:"):
                        written = self.in_catalog(folder, written.removeprefix("catalog:").strip()) or ""
                    version = Version.parse(written)
                    return version, "range" if version is not None else "unknown"
        return None, "unknown"

    def in_catalog(self, folder: str, name: str) -> str | None:
        """The range of ``next`` that pnpm (pnpm-workspace.yaml) or Bun (package.json) keeps under a name."""
        default = name in ("", "default")
        for above in folders_above(folder, LEVELS_OUTSIDE):
            data = self.files.read(f"{above}/pnpm-workspace.yaml".lstrip("/"))
            kept = dict(_yaml_values(data.decode("utf-8-sig", "replace"))) if data is not None else {}
            found = kept.get(("catalogs", name or "default", "next"))
            if found is None and default:
                found = kept.get(("catalog", "next"))
            package = self.packages.get(above)
            manifest: Table = package.manifest if package is not None else {}
            for holder in (manifest, table(manifest, "workspaces")):
                catalog = table(holder, "catalog") if default else table(holder, "catalogs", name)
                found = found or text(catalog, "next")
            if found is not None:
                return found
        return None


_RUNS_NEXT = re.compile(r"(?:^|[\s;&|/\"'])next\s+(?:dev|build|start|export)\b")
_YAML_LINE = re.compile(r"(\s*)(?:\"([^\"]*)\"|'([^']*)'|([^\s:#'\"-][^\s:#]*))\s*:(?:\s+(.*))?$")


def _folders(paths: Iterable[str]) -> frozenset[str]:
    """Every folder that holds one of the files, at any depth."""
    found: set[str] = set()
    for path in paths:
        folder = folder_of(path)
        while folder not in found:
            found.add(folder)
            folder = folder_of(folder)
    return frozenset(found)


def _yaml_values(written: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """The plain ``key: value`` lines of a YAML file with the keys above each. Enough for pnpm's catalogs."""
    above: list[tuple[int, str]] = []
    for line in written.splitlines():
        match = _YAML_LINE.match(line)
        if match is None:
            continue
        indent, key = len(match[1]), match[2] or match[3] or match[4] or ""
        while above and above[-1][0] >= indent:
            above.pop()
        above.append((indent, key))
        value = re.sub(r"\s+#.*$", "", match[5] or "").strip().strip("'\"")
        if value:
            yield tuple(name for _, name in above), value
