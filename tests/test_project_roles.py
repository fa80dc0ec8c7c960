"""What Next.js takes a file for."""

from __future__ import annotations

import pytest

from turnout.project.config import NextConfig
from turnout.project.discover import App
from turnout.project.roles import is_test, role_of, router_of

APP = App("web", "web", app_dir="web/src/app", pages_dir="web/src/pages")


@pytest.mark.parametrize(
    ("path", "role"),
    [
        ("web/src/app/page.tsx", "page"),
        ("web/src/app/api/route.ts", "route-handler"),
        ("web/src/app/(a)/layout.tsx", "layout"),
        ("web/src/app/template.jsx", "template"),
        ("web/src/app/x/loading.js", "loading"),
        ("web/src/app/error.tsx", "error"),
        ("web/src/app/global-error.tsx", "error"),
        ("web/src/app/not-found.tsx", "not-found"),
        ("web/src/app/forbidden.tsx", "not-found"),
        ("web/src/app/@modal/default.tsx", "default"),
        ("web/src/app/sitemap.ts", "metadata"),
        ("web/src/app/x/opengraph-image.tsx", "metadata"),
        ("web/src/app/x/robots.ts", "module"),
        ("web/src/app/actions.ts", "module"),
        ("web/src/app/_lib/page.tsx", "module"),
        ("web/src/app/page.mjs", "module"),
        ("web/src/app/tests/page.tsx", "page"),
        ("web/src/app/page.test.tsx", "test"),
        ("web/src/app/__tests__/page.tsx", "test"),
        ("web/src/pages/index.tsx", "pages-page"),
        ("web/src/pages/a/[b].js", "pages-page"),
        ("web/src/pages/_app.tsx", "pages-special"),
        ("web/src/pages/_error/index.tsx", "pages-special"),
        ("web/src/pages/404.tsx", "pages-special"),
        ("web/src/pages/blog/_app.tsx", "pages-page"),
        ("web/src/pages/api/a/b.ts", "api-route"),
        ("web/src/pages/api.ts", "api-route"),
        ("web/src/pages/api/_middleware.ts", "middleware"),
        ("web/src/pages/api/a.spec.ts", "test"),
        ("web/src/pages/e2e/index.tsx", "pages-page"),
        ("web/middleware.ts", "middleware"),
        ("web/src/proxy.ts", "middleware"),
        ("web/lib/middleware.ts", "module"),
        ("web/src/instrumentation.ts", "instrumentation"),
        ("web/instrumentation-client.ts", "module"),
        ("web/next.config.mjs", "next-config"),
        ("web/config/next.config.js", "module"),
        ("web/src/lib/db.ts", "module"),
        ("web/tests/a.ts", "test"),
        ("web/e2e/a.ts", "test"),
        ("web/src/ui/button.stories.tsx", "test"),
        ("web/src/__mocks__/db.ts", "test"),
        ("web/src/contest.ts", "module"),
    ],
)
def test_roles(path: str, role: str) -> None:
    assert role_of(APP, path) == role


def test_the_folders_above_an_app_do_not_count() -> None:
    app = App("tests/apps/shop", "shop", app_dir="tests/apps/shop/app")
    assert role_of(app, "tests/apps/shop/lib/db.ts") == "module"
    assert role_of(app, "tests/apps/shop/app/page.tsx") == "page"


def test_page_extensions() -> None:
    app = App("", "", config=NextConfig(page_extensions=("page.tsx",)), pages_dir="pages", app_dir="app")
    assert role_of(app, "pages/a.tsx") == "module"
    assert role_of(app, "pages/a.page.tsx") == "pages-page"
    assert role_of(app, "app/page.page.tsx") == "page"
    assert role_of(app, "app/page.tsx") == "module"


def test_an_app_with_one_router() -> None:
    assert role_of(App("", "", pages_dir="pages"), "app/page.tsx") == "module"
    assert role_of(App("", ""), "pages/api/a.ts") == "module"


def test_tests_by_name() -> None:
    assert is_test("a/b.test.ts")
    assert is_test("cypress/a.ts")
    assert is_test("a.cy.tsx")
    assert not is_test("latest/a.ts")
    assert not is_test("a/test.ts")


def test_routers() -> None:
    assert router_of("route-handler") == router_of("metadata") == router_of("layout") == "app"
    assert router_of("api-route") == router_of("pages-special") == "pages"
    assert router_of("module") is router_of("middleware") is router_of("test") is None
