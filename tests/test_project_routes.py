"""URL patterns both ways, checked against next 16.4.6 (``normalizeAppPath``, ``getSortedRoutes``, a dev server)."""

from __future__ import annotations

import pytest

from turnout.project.config import Forward, NextConfig
from turnout.project.discover import App
from turnout.project.route_grammar import problems
from turnout.project.routes import HOLE, Conflict, RouteTable, parse_pattern, route_of


def app(**config: object) -> App:
    return App("", "app", config=NextConfig(**config), app_dir="app", pages_dir="pages")  # type: ignore[arg-type]


def table(*paths: str, **config: object) -> RouteTable:
    owner = app(**config)
    return RouteTable([route for path in paths if (route := route_of(owner, path)) is not None], owner)


@pytest.mark.parametrize(
    ("path", "kind", "pattern"),
    [
        ("app/page.tsx", "page", "/"),
        ("app/route.ts", "route-handler", "/"),
        ("app/api/users/route.ts", "route-handler", "/api/users"),
        ("app/api/users/[id]/route.js", "route-handler", "/api/users/[id]"),
        ("app/feed.xml/route.ts", "route-handler", "/feed.xml"),
        ("app/robots.txt/route.ts", "route-handler", "/robots.txt"),
        ("app/[...all]/page.tsx", "page", "/[...all]"),
        ("app/docs/[[...slug]]/page.tsx", "page", "/docs/[[...slug]]"),
        ("app/(shop)/(cart)/cart/page.tsx", "page", "/cart"),
        ("app/(a)b/page.tsx", "page", "/(a)b"),
        ("app/@modal/login/page.tsx", "page", "/login"),
        ("app/%5Finternal/page.tsx", "page", "/_internal"),
        ("app/feed/(.)photo/[id]/page.tsx", "page", "/feed/photo/[id]"),
        ("app/feed/(..)photo/page.tsx", "page", "/photo"),
        ("app/(x)/feed/@modal/(..)photo/page.tsx", "page", "/photo"),
        ("app/a/b/(..)(..)photo/page.tsx", "page", "/photo"),
        ("app/a/b/c/(...)photo/page.tsx", "page", "/photo"),
        ("app/sitemap.ts", "metadata", "/sitemap.xml"),
        ("app/shop/sitemap.ts", "metadata", "/shop/sitemap.xml"),
        ("app/robots.ts", "metadata", "/robots.txt"),
        ("app/manifest.ts", "metadata", "/manifest.webmanifest"),
        ("app/blog/opengraph-image.tsx", "metadata", "/blog/opengraph-image"),
        ("app/icon2.tsx", "metadata", "/icon2"),
        ("pages/index.tsx", "pages-page", "/"),
        ("pages/blog/index.tsx", "pages-page", "/blog"),
        ("pages/index/index.tsx", "pages-page", "/index"),
        ("pages/blog/[slug].tsx", "pages-page", "/blog/[slug]"),
        ("pages/api/users.ts", "api-route", "/api/users"),
        ("pages/api/users/[id]/index.ts", "api-route", "/api/users/[id]"),
        ("pages/api/a/b/[...rest].js", "api-route", "/api/a/b/[...rest]"),
        ("pages/api.ts", "api-route", "/api"),
        ("pages/api/index.ts", "api-route", "/api"),
        ("pages/api/feed.xml.ts", "api-route", "/api/feed.xml"),
        ("pages/apis/x.ts", "pages-page", "/apis/x"),
    ],
)
def test_the_url_of_a_file(path: str, kind: str, pattern: str) -> None:
    route = route_of(app(), path)
    assert route is not None
    assert (route.kind, route.pattern, route.path) == (kind, pattern, path)


@pytest.mark.parametrize(
    "path",
    [
        "app/layout.tsx", "app/users/users.ts", "app/_lib/route.ts", "app/x/_route/page.tsx", "app/api/route.mjs",
        "app/shop/robots.ts", "app/icon12.tsx", "app/mypage.tsx", "app/x/page.test.tsx", "lib/route.ts", "page.tsx",
        "pages/_app.tsx", "pages/_document.js", "pages/_error.js", "pages/404.tsx", "pages/api/users.test.ts",
        "pages/a/__tests__/b.tsx", "pages/style.mjs", "apps/route.ts",
    ],
)  # fmt: skip
def test_files_without_a_url(path: str) -> None:
    assert route_of(app(), path) is None


def test_page_extensions() -> None:
    owner = app(page_extensions=("page.tsx", "api.ts"))
    paths = ("pages/index.page.tsx", "pages/a.page.tsx", "pages/a.tsx", "pages/api/x.api.ts", "pages/api/x.ts",
             "app/page.page.tsx", "app/x/route.api.ts", "app/x/route.ts")  # fmt: skip
    routes = [route_of(owner, path) for path in paths]
    assert [route and route.pattern for route in routes] == ["/", "/a", None, "/api/x", None, "/", "/x", None]


def test_what_a_route_tells() -> None:
    owner = App("apps/web", "web", config=NextConfig(base_path="/docs"), app_dir="apps/web/src/app")
    route = route_of(owner, "apps/web/src/app/api/[team]/[...rest]/route.ts")
    assert route is not None
    assert (route.app, route.url, route.params) == ("apps/web", "/docs/api/[team]/[...rest]", ("team", "rest"))
    assert (route.is_endpoint, route.router) == (True, "app")
    home = route_of(owner, "apps/web/src/app/page.tsx")
    assert home is not None
    assert home.url == "/docs"
    modal = route_of(owner, "apps/web/src/app/@modal/(.)login/page.tsx")
    assert modal is not None
    assert (modal.slot, modal.is_intercepting, modal.pattern) == ("@modal", True, "/login")


TABLE = (
    "app/page.tsx", "app/about/page.tsx", "app/[lang]/page.tsx", "app/api/users/route.ts",
    "app/api/users/[id]/route.ts", "app/api/users/me/route.ts", "app/api/users/[id]/posts/route.ts",
    "app/api/auth/[...all]/route.ts", "app/api/docs/[[...slug]]/route.ts", "app/api/file-list/route.ts",
    "app/api/file/[name]/route.ts", "app/api/[team]/tasks/route.ts", "app/api/a/[x]/route.ts",
    "app/api/[y]/b/route.ts", "app/api/caf\u00e9/route.ts", "app/feed/@modal/(.)photo/page.tsx",
    "pages/api/legacy/[id].ts", "pages/api/v1/export.csv.ts",
)  # fmt: skip


@pytest.mark.parametrize(
    ("url", "patterns"),
    [
        (["/"], ["/"]),
        (["/about"], ["/about"]),
        (["/de"], ["/[lang]"]),
        (["/api/users"], ["/api/users"]),
        (["/api/users/"], ["/api/users"]),
        (["/api/users?page=1"], ["/api/users"]),
        (["/api/users/?page=", HOLE], ["/api/users"]),
        (["/api/users#top"], ["/api/users"]),
        (["/api/", "users"], ["/api/users"]),
        (["/api/us", "ers"], ["/api/users"]),
        (["/api//users"], ["/api/users"]),
        (["/api/users/me"], ["/api/users/me"]),
        (["/api/users/7"], ["/api/users/[id]"]),
        (["/api/users/7/posts"], ["/api/users/[id]/posts"]),
        (["/api/auth/a/b/c"], ["/api/auth/[...all]"]),
        (["/api/auth"], []),
        (["/api/docs"], ["/api/docs/[[...slug]]"]),
        (["/api/docs/a/b"], ["/api/docs/[[...slug]]"]),
        (["/api/a/b"], ["/api/a/[x]"]),
        (["/api/z/b"], ["/api/[y]/b"]),
        (["/api/caf%C3%A9"], ["/api/caf\u00e9"]),
        (["/api/legacy/5"], ["/api/legacy/[id]"]),
        (["/api/v1/export.csv"], ["/api/v1/export.csv"]),
        (["/api/nothing/here/at/all"], []),
        (["/feed/photo"], []),
        # holes
        (["/api/users/", HOLE], ["/api/users/[id]", "/api/users/me"]),
        (["/api/users/", HOLE, "/posts"], ["/api/users/[id]/posts"]),
        (["/api/users/", HOLE, HOLE, "/posts"], ["/api/users/[id]/posts"]),
        (["/api/users/", HOLE, "?x=", HOLE], ["/api/users/[id]", "/api/users/me"]),
        (["/api/users/", HOLE, "/"], ["/api/users/[id]", "/api/users/me"]),
        (["/api/users/u-", HOLE], ["/api/users/[id]"]),
        (["/api/users/m", HOLE], ["/api/users/[id]", "/api/users/me"]),
        (["/api/users", HOLE], ["/api/users"]),
        (["/api/file-", HOLE], ["/api/file-list"]),
        (["/api/legacy", HOLE], ["/api/legacy/[id]", "/api/[team]/tasks", "/api/[y]/b"]),
        (["/api/auth/", HOLE], ["/api/auth/[...all]"]),
        (["/api/docs/", HOLE], ["/api/docs/[[...slug]]"]),
        (["/api/", HOLE, "/tasks"], ["/api/[team]/tasks", "/api/a/[x]", "/api/auth/[...all]", "/api/docs/[[...slug]]",
                                     "/api/file/[name]", "/api/legacy/[id]", "/api/users/[id]"]),
        (["/api/v1/export.", HOLE], ["/api/v1/export.csv"]),
        (["/", HOLE], ["/[lang]", "/about"]),
        (["/api/v1/", HOLE], ["/api/v1/export.csv", "/api/[team]/tasks", "/api/[y]/b"]),
        # what isn't a path of this app
        ([HOLE, "/api/users"], []),
        (["users"], []),
        (["https://example.com/api/users"], []),
        ([HOLE], []),
        ([""], []),
        ([], []),
    ],
)  # fmt: skip
def test_the_files_of_a_url(url: list[str | None], patterns: list[str]) -> None:
    found = [route.pattern for route in table(*TABLE).match(url)]
    assert found[:1] == patterns[:1]
    assert sorted(found) == sorted(patterns)


def test_a_hole_at_the_end_may_be_several_steps_when_nothing_simpler_fits() -> None:
    found = table("app/api/a/b/route.ts", "app/api/a/[x]/c/route.ts")
    assert [route.pattern for route in found.match(["/api/a", HOLE])] == ["/api/a/b", "/api/a/[x]/c"]
    assert [route.pattern for route in found.match(["/api/", HOLE])] == ["/api/a/b", "/api/a/[x]/c"]
    assert found.has_below(["/api"])
    assert not found.has_below(["/apis"])


def test_any_object_that_is_no_text_is_a_hole() -> None:
    assert [route.pattern for route in table(*TABLE).match(("/api/users/", object(), "/posts"))] == [
        "/api/users/[id]/posts"
    ]


def test_the_base_path_may_be_there_or_not() -> None:
    found = table("app/api/users/route.ts", "app/page.tsx", base_path="/shop/v2")
    for url in (["/api/users"], ["/shop/v2/api/users"], ["/shop/v2/api/users?x"]):
        assert [route.url for route in found.match(url)] == ["/shop/v2/api/users"]
    assert [route.url for route in found.match(["/shop/v2"])] == ["/shop/v2"]
    assert found.match(["/shop/api/users"]) == ()
    same = table("app/api/users/route.ts", base_path="/api")
    assert same.match(["/api/users"]) == same.match(["/api/api/users"]) != ()


def test_rewrites_and_redirects_lead_on() -> None:
    found = table(
        "pages/api/users/[id].ts", "pages/api/v2/[...all].ts", "pages/docs.tsx", "pages/old.tsx",
        rewrites=(
            Forward("/u/:id", "/api/users/:id?from=u"),
            Forward("/v2/:path*", "/api/v2/:path*"),
            Forward("/manual/(.*)", "/docs"),
            Forward("/id-:id(\\d+)", "/api/users/:id"),
            Forward("/old", "/docs", "before"),
            Forward("/circle", "/circle"),
            Forward("/:lang(en|de)/d", "/docs"),
            Forward("/files/:path*", "https://files.example.com/:path*"),
            Forward("/beta/:path*", "/docs", is_conditional=True),
        ),
        redirects=(Forward("/handbook", "/docs"),),
    )  # fmt: skip

    def patterns(*url: str | None) -> list[str]:
        return [route.pattern for route in found.match(url)]

    assert patterns("/u/5") == ["/api/users/[id]"]
    assert patterns("/u/", HOLE, "?x") == ["/api/users/[id]"]
    assert patterns("/v2/a/b") == ["/api/v2/[...all]"]
    assert patterns("/v2/", HOLE) == ["/api/v2/[...all]"]
    assert patterns("/manual/x/y") == ["/docs"]
    assert patterns("/id-7") == ["/api/users/[id]"]
    assert patterns("/id-x") == []
    assert patterns("/de/d") == ["/docs"]
    assert patterns("/fr/d") == []
    assert patterns("/old") == ["/docs"]
    assert patterns("/handbook") == ["/docs"]
    assert patterns("/circle") == []
    assert patterns("/files/a") == []
    assert found.may_lead_away(["/files/a"])
    assert found.may_lead_away(["/beta/x"])
    assert not found.may_lead_away(["/u/5"])
    assert table(unread=("rewrites",)).may_lead_away(["/u/5"])
    assert table(unread=("*",)).may_lead_away(["/u/5"])


def test_locales_are_a_matter_of_the_pages_router() -> None:
    found = table("pages/about.tsx", "pages/api/users.ts", "app/shop/page.tsx", locales=("en", "de"))
    assert [route.pattern for route in found.match(["/de/about"])] == ["/about"]
    assert found.match(["/de/api/users"]) == ()
    assert found.match(["/de/shop"]) == ()


@pytest.mark.parametrize(
    ("paths", "conflicts"),
    [
        (("app/x/page.tsx", "app/x/route.ts"), [("page-and-route", "/x")]),
        (("app/(a)/x/page.tsx", "app/(b)/x/route.ts"), [("page-and-route", "/x")]),
        (("app/(a)/x/route.ts", "app/(b)/x/route.ts"), [("two-route-handlers", "/x")]),
        (("app/api/x/route.ts", "pages/api/x.ts"), [("app-and-pages", "/api/x")]),
        (("app/x/page.tsx", "pages/x/index.tsx"), [("app-and-pages", "/x")]),
        (("pages/api/y.ts", "pages/api/y/index.ts"), [("duplicate-page", "/api/y")]),
        (("pages/a.tsx", "pages/a.js"), [("duplicate-page", "/a")]),
        (("app/x/route.ts", "app/x/route.js"), []),
        (("app/@a/x/page.tsx", "app/@b/x/page.tsx", "app/x/page.tsx"), []),
        (("app/x/page.tsx", "app/y/(..)x/page.tsx"), []),
        (("app/api/[id]/route.ts", "pages/api/x.ts"), []),
    ],
)
def test_conflicts(paths: tuple[str, ...], conflicts: list[tuple[str, str]]) -> None:
    found = table(*paths).conflicts
    assert [(conflict.kind, conflict.url) for conflict in found] == conflicts
    assert all(set(conflict.paths) <= set(paths) for conflict in found)


def test_a_conflict_names_its_files() -> None:
    assert table("app/x/page.tsx", "app/x/route.ts", "app/page.tsx").conflicts == (
        Conflict("page-and-route", "/x", ("app/x/route.ts", "app/x/page.tsx")),
    )


@pytest.mark.parametrize(
    ("paths", "message"),
    [
        (["app/[]/route.ts"], 'Parameter names cannot be empty in route "/[]".'),
        (["app/[[a]]/page.tsx"], 'Optional route parameters are not yet supported ("[[a]]") in route "/[[a]]".'),
        (["app/x/[..a]/route.ts"],
         "Segment names may not start with erroneous periods ('..a') in route \"/x/[..a]\"."),
        (["app/[a]/[a]/route.ts"],
         'You cannot have the same slug name "a" repeat within a single dynamic path in route "/[a]/[a]".'),
        (["app/[...a]/b/route.ts"], 'Catch-all must be the last part of the URL in route "/[...a]/b".'),
        (["app/api/route.ts", "app/api/[[...a]]/route.ts"],
         'You cannot define a route with the same specificity as an optional catch-all route ("/api" and '
         '"/api/[[...a]]").'),
        (["pages/api/[a].ts", "pages/api/[b]/x.ts"],
         "You cannot use different slug names for the same dynamic path ('a' !== 'b')."),
        (["pages/[[a]].tsx"], 'Optional route parameters are not yet supported ("[[a]]").'),
        (["pages/[...a]/b.tsx"], "Catch-all must be the last part of the URL."),
        (["pages/x/index.tsx", "pages/x/[[...a]].tsx"],
         'You cannot define a route with the same specificity as a optional catch-all route ("/x" and '
         '"/x[[...a]]").'),
    ],
)  # fmt: skip
def test_grammar(paths: list[str], message: str) -> None:
    (problem,) = problems(table(*paths).routes)
    assert problem.message == message
    assert sorted(problem.paths) == sorted(paths)


def test_routes_that_are_told_apart_by_a_name_alone() -> None:
    (problem,) = problems(table("app/[a]/route.ts", "app/[b]/page.tsx").routes)
    assert problem.message.startswith("Ambiguous app routes detected:")
    assert problem.paths == ("app/[a]/route.ts", "app/[b]/page.tsx")
    assert problems(table("app/[a]/route.ts", "app/[b]/x/route.ts").routes) == ()


def test_patterns_are_read_as_they_are_written() -> None:
    for pattern in ("/", "/api/[id]", "/[[...all]]", "/a/[...b]"):
        assert "/" + "/".join(map(str, parse_pattern(pattern))) == pattern
