"""Which file of the project an import means: relative, by tsconfig paths, or a workspace package by name."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, cast

from turnout.project.discover import LEVELS_OUTSIDE, App, Package
from turnout.project.files import Files
from turnout.project.jsonc import Table, read_table, table, text, texts
from turnout.project.paths import folder_of, folders_above, join

SUFFIXES = (".tsx", ".ts", ".jsx", ".js", ".mjs", ".mts", ".cjs", ".cts")
"""What may be left out of a specifier, first come first served as in Turbopack (``resolveExtensions``)."""

_ENDINGS = (*SUFFIXES, *(f"/index{suffix}" for suffix in SUFFIXES))
_WRITTEN_FOR = {".js": (".ts", ".tsx"), ".jsx": (".tsx",), ".mjs": (".mts",), ".cjs": (".cts",)}
"""TypeScript's ESM style: ``./a.js`` is written for ``a.ts``."""
_BUILT = ("dist", "build", "lib", "out", "esm", "cjs")
_LOCAL = ("workspace:", "link:", "file:", "portal:")
"""Versions of packages that stand beside the app."""
_CONDITIONS_ASIDE = frozenset({"browser", "react-native", "worker", "workerd", "deno", "bun", "edge-light"})


@dataclass(frozen=True)
class _PathMap:
    """``baseUrl`` and ``paths`` of a tsconfig and of what it extends; targets are relative to the project."""

    base_url: str | None
    exact: tuple[tuple[str, tuple[str, ...]], ...]
    wildcards: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Text before the star, text after it, targets; the longest text before the star comes first."""
    is_verbatim: bool = False
    """``verbatimModuleSyntax``, which Turbopack heeds and webpack does not."""


class Resolver:
    """Answers from a cache, and reads tsconfigs and package.jsons when it first needs them.

    ``paths`` are the code files there are, and may change under the resolver's hands: say so with ``forget``.
    """

    def __init__(self, paths: Container[str], files: Files, apps: Iterable[App], packages: Iterable[Package]) -> None:
        self._paths = paths
        self._files = files
        self._app_roots = frozenset(app.root for app in apps)
        self._packages: dict[str, Package] = {}
        self._package_at: dict[str, Package] = {}
        for package in packages:
            self._package_at[package.root] = package
            if package.name:
                self._packages.setdefault(package.name, package)
        self._found: dict[tuple[str, str], str | None] = {}
        self._bare: dict[tuple[tuple[str, ...], str], str | None] = {}
        self._settings_of: dict[str, tuple[str, ...]] = {}
        self._path_maps: dict[str, _PathMap] = {}
        self._config_files: dict[str, str | None] = {}

    def resolve(self, from_path: str, specifier: str) -> str | None:
        """The file that an import in a file means; None for packages from outside and what isn't there."""
        key = (folder_of(from_path), specifier)
        try:
            return self._found[key]
        except KeyError:
            found = self._found[key] = self._resolve(*key)
            return found

    def is_own(self, from_path: str, specifier: str) -> bool:
        """Whether an import means a file of this project by its words, here or not: no package from outside."""
        if specifier.startswith((".", "@/", "~/")):
            return True
        folder = folder_of(from_path)
        for config in self._settings(folder):
            paths = self._paths_of(config)
            if any(before and specifier.startswith(before) for before, _, _ in paths.wildcards):
                return True
            if any(key == specifier for key, _ in paths.exact):
                return True
        return False

    def missing_package(self, from_path: str, specifier: str) -> str | None:
        """The package of this repository that an import names (``workspace:*``), when it isn't here."""
        name = _package_name(specifier)[0]
        if name in self._packages:
            return None
        for above in folders_above(folder_of(from_path)):
            package = self._package_at.get(above)
            if package is None:
                continue
            for kind in ("dependencies", "devDependencies", "peerDependencies"):
                written = text(table(package.manifest, kind), name)
                if written is not None:
                    return name if written.startswith(_LOCAL) else None
        return None

    def is_verbatim(self, path: str) -> bool:
        """Whether ``verbatimModuleSyntax`` keeps the imports of a file that nothing uses at run time."""
        configs = self._settings(folder_of(path))
        return bool(configs) and self._paths_of(configs[-1]).is_verbatim

    def forget(self, path: str | None = None) -> None:
        """Forget what was found: a file came or went, or (a tsconfig, or no path at all) settings changed.

        A changed package.json needs a new Resolver.
        """
        self._found.clear()
        self._bare.clear()
        if path is None or not path.endswith(SUFFIXES):
            self._settings_of.clear()
            self._path_maps.clear()
            self._config_files.clear()

    def file_at(self, path: str) -> str | None:
        """The code file that a path means, with or without suffix: ``lib/db`` for ``lib/db/index.ts`` too."""
        paths = self._paths
        if path in paths:
            return path
        for ending in _ENDINGS:
            if (candidate := path + ending) in paths:
                return candidate
        stem, dot, suffix = path.rpartition(".")
        for other in _WRITTEN_FOR.get(dot + suffix, ()):
            if (candidate := stem + other) in paths:
                return candidate
        return None

    def _resolve(self, folder: str, specifier: str) -> str | None:
        if specifier.startswith("."):
            return self._in_folder(join(folder, specifier))
        if specifier.startswith("/") or not specifier:
            return None
        if specifier.startswith("#") and (found := self._private(folder, specifier)) is not None:
            return found
        # What isn't relative is the same for all folders with the same settings.
        bare = (self._settings(folder), specifier)
        if bare not in self._bare:
            mapped = (self._mapped(self._paths_of(config), specifier) for config in bare[0])
            self._bare[bare] = next((path for path in mapped if path), None) or self._in_package(specifier)
        return self._bare[bare]

    def _in_folder(self, path: str) -> str | None:
        """A file, or what the package.json of a folder names."""
        found = self.file_at(path or "index")
        if found is None and path in self._package_at:
            found = self._main(self._package_at[path])
        return found

    # -------------------------------------------------------------- tsconfig

    def _mapped(self, paths: _PathMap, specifier: str) -> str | None:
        for target in _targets(paths, specifier):
            if (found := self._in_folder(target)) is not None:
                return found
        return self.file_at(join(paths.base_url, specifier)) if paths.base_url is not None else None

    def _settings(self, folder: str) -> tuple[str, ...]:
        """The tsconfigs that count in a folder: the nearest, and its app's (the one that Next.js reads)."""
        found = self._settings_of.get(folder)
        if found is None:
            nearest = (self._config_at(above) for above in folders_above(folder, LEVELS_OUTSIDE))
            of_app = (self._config_at(above) for above in folders_above(folder) if above in self._app_roots)
            chosen = (next((path for path in paths if path), None) for paths in (nearest, of_app))
            found = self._settings_of[folder] = tuple(dict.fromkeys(path for path in chosen if path))
        return found

    def _config_at(self, folder: str) -> str | None:
        if folder not in self._config_files:
            found = (f"{folder}/{name}".lstrip("/") for name in ("tsconfig.json", "jsconfig.json"))
            self._config_files[folder] = next((path for path in found if self._files.exists(path)), None)
        return self._config_files[folder]

    def _paths_of(self, config: str) -> _PathMap:
        found = self._path_maps.get(config)
        if found is None:
            found = self._path_maps[config] = self._read_paths(config)
        return found

    def _read_paths(self, config: str) -> _PathMap:
        root = folder_of(config)
        base_url: str | None = None
        paths: Table = {}
        paths_root = root
        verbatim = False
        for path, options in self._chain(config, ()):
            if (base := text(options, "baseUrl")) is not None:
                base_url = _inside(folder_of(path), base, root)
            verbatim = options.get("verbatimModuleSyntax", verbatim) is True
            if "paths" in options:
                paths, paths_root = table(options, "paths"), folder_of(path)
        start = base_url if base_url is not None else paths_root
        exact: list[tuple[str, tuple[str, ...]]] = []
        wildcards: list[tuple[str, str, tuple[str, ...]]] = []
        for key, written in paths.items():
            before, star, after = key.partition("*")
            targets = tuple(_inside(start, target, root) for target in texts(written))
            if star:
                wildcards.append((before, after, targets))
            else:
                exact.append((key, targets))
        wildcards.sort(key=lambda each: -len(each[0]))
        return _PathMap(base_url, tuple(exact), tuple(wildcards), verbatim)

    def _chain(self, path: str, seen: tuple[str, ...]) -> Iterator[tuple[str, Table]]:
        """The compiler options of a tsconfig and of all that it extends, the furthest first. Circles end."""
        if path in seen or len(seen) > 20:
            return
        config = read_table(self._files.read(path))
        for extended in texts(config.get("extends")):
            other = self._extended(folder_of(path), extended)
            if other is not None:
                yield from self._chain(other, (*seen, path))
        yield path, table(config, "compilerOptions")

    def _extended(self, folder: str, written: str) -> str | None:
        if written.startswith("."):
            return self._config_file(join(folder, written))
        name, rest = _package_name(written)
        package = self._packages.get(name)
        roots = [package.root] if package is not None else []
        roots += [f"{above}/node_modules/{name}".lstrip("/") for above in folders_above(folder, LEVELS_OUTSIDE)]
        for root in roots:
            if rest:
                found = self._config_file(join(root, rest))
            else:
                manifest = read_table(self._files.read(join(root, "package.json")))
                found = self._config_file(join(root, text(manifest, "tsconfig") or "tsconfig.json"))
            if found is not None:
                return found
        return None

    def _config_file(self, path: str) -> str | None:
        names = (path, f"{path}.json", f"{path}/tsconfig.json")
        return next((name for name in names if self._files.exists(name)), None)

    # -------------------------------------------------------------- packages

    def _in_package(self, specifier: str) -> str | None:
        name, rest = _package_name(specifier)
        package = self._packages.get(name)
        if package is None:
            return None
        if not rest:
            return self._main(package)
        found = self._first(package, _exported(package.manifest.get("exports"), f"./{rest}"))
        return found or self._source(package.root, rest)

    def _main(self, package: Package) -> str | None:
        """The entry of a package: its source, where it says so or one guesses it, not what a build makes."""
        manifest = package.manifest
        written = list(_exported(manifest.get("exports"), "."))
        fields = (text(manifest, key) for key in ("source", "module", "main", "types", "typings"))
        written += (value for value in fields if value)
        return self._first(package, written) or self._source(package.root, "index")

    def _private(self, folder: str, specifier: str) -> str | None:
        """``imports`` of the nearest package.json: ``#lib/*``."""
        for above in folders_above(folder):
            package = self._package_at.get(above)
            if package is not None:
                targets = _exported(package.manifest.get("imports"), specifier)
                return self._first(package, targets)
        return None

    def _first(self, package: Package, targets: Iterable[str]) -> str | None:
        """The first of some targets that is there, else the source that the first of them is built from."""
        written = list(dict.fromkeys(targets))
        for target in written:
            if (found := self.file_at(join(package.root, target))) is not None:
                return found
        for target in written:
            path = join("", target)
            for suffix in (".d.ts", ".d.mts", ".d.cts", *SUFFIXES):
                path = path.removesuffix(suffix)
            while path.partition("/")[0] in _BUILT:
                path = path.partition("/")[2]
                if (found := self._source(package.root, path)) is not None:
                    return found
        return None

    def _source(self, root: str, path: str) -> str | None:
        return self.file_at(join(root, path)) or self.file_at(join(root, f"src/{path}"))


def _targets(paths: _PathMap, specifier: str) -> Iterator[str]:
    """What ``paths`` turns a specifier into: an exact key wins, then the longest text before a star."""
    for key, targets in paths.exact:
        if key == specifier:
            yield from targets
            return
    for before, after, targets in paths.wildcards:
        if specifier.startswith(before) and specifier.endswith(after) and len(specifier) >= len(before) + len(after):
            star = specifier[len(before) : len(specifier) - len(after)]
            yield from (join("", target.replace("*", star, 1)) for target in targets)
            return


def _inside(folder: str, written: str, root: str) -> str:
    """A path in a tsconfig; ``${configDir}`` is the folder of the one that was asked for (TypeScript 5.5)."""
    if written.startswith("${configDir}"):
        return join(root, written.removeprefix("${configDir}").lstrip("/"))
    return join(folder, written)


def _package_name(specifier: str) -> tuple[str, str]:
    """``@acme/ui/button`` is ``@acme/ui`` and ``button``."""
    parts = specifier.split("/", 2 if specifier.startswith("@") else 1)
    count = 2 if specifier.startswith("@") else 1
    return "/".join(parts[:count]), "/".join(parts[count:])


def _exported(written: Any, subpath: str) -> Iterator[str]:
    """The targets of a subpath in ``exports`` or ``imports``, for all conditions, in the order to try."""
    is_map = isinstance(written, dict) and any(key.startswith((".", "#")) for key in cast("dict[str, Any]", written))
    if not is_map:
        if subpath == ".":
            yield from _leaves(written)
        return
    targets = cast("dict[str, Any]", written)
    if subpath in targets:
        yield from _leaves(targets[subpath])
        return
    starred = sorted((key for key in targets if "*" in key), key=lambda key: -len(key.partition("*")[0]))
    for key in starred:
        before, _, after = key.partition("*")
        if subpath.startswith(before) and subpath.endswith(after) and len(subpath) > len(before) + len(after):
            star = subpath[len(before) : len(subpath) - len(after)]
            yield from (target.replace("*", star) for target in _leaves(targets[key]))
            return


def _leaves(value: Any, depth: int = 0) -> Iterator[str]:
    """The paths below conditions: ``source`` first, those of other platforms last, else as written."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < 10:
        for item in cast("list[Any]", value):
            yield from _leaves(item, depth + 1)
    elif isinstance(value, dict) and depth < 10:
        conditions = cast("dict[str, Any]", value)
        for key in sorted(conditions, key=lambda key: (key in _CONDITIONS_ASIDE, key != "source")):
            yield from _leaves(conditions[key], depth + 1)
