"""Every way to ask for a URL: what the file alone says of the URL and the method."""

from __future__ import annotations

import pytest

from turnout.model.lower import read
from turnout.model.requests import find_requests
from turnout.model.strings import known
from turnout.text.source import SourceFile


def asked(code: str) -> list[tuple[str, str, str]]:
    """(how, URLs with … for holes, methods or ?) of each request of a file."""
    module = read(SourceFile.of("app/a.tsx", code))
    return [
        (each.how, " | ".join(known(url) for url in each.urls), ",".join(each.methods) if each.methods else "?")
        for each in find_requests(module)
    ]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("fetch('/api/a')", ("fetch", "/api/a", "GET")),
        ("await window.fetch(`/api/a/${id}`, { method: 'post' })", ("fetch", "/api/a/…", "POST")),
        ("const u = '/api/a'; fetch(u + '/' + id)", ("fetch", "/api/a/…", "GET")),
        ("const m = 'PUT'; fetch('/api/a', { method: m })", ("fetch", "/api/a", "PUT")),
        ("const o = { method: 'PATCH' } as const; fetch('/api/a', o)", ("fetch", "/api/a", "PATCH")),
        ("fetch('/api/a', { ...init, body })", ("fetch", "/api/a", "?")),
        ("fetch('/api/a', { headers, ...{ method: 'PUT' } })", ("fetch", "/api/a", "PUT")),
        ("fetch(`${process.env.NEXT_PUBLIC_URL}/api/a`)", ("fetch", "…/api/a", "GET")),
        ("fetch(new URL('/api/a', location.origin))", ("fetch", "/api/a", "GET")),
        ("const url = new URL('/api/a', base); fetch(url.toString())", ("fetch", "/api/a", "GET")),
        (
            "fetch(id ? `/api/a/${id}` : '/api/a', { method: id ? 'PUT' : 'POST' })",
            ("fetch", "/api/a/… | /api/a", "PUT,POST"),
        ),
        ("const API = { users: { list: '/api/users' } }; fetch(API.users.list)", ("fetch", "/api/users", "GET")),
        ("let u = '/api/a'; if (x) u = '/api/b'; fetch(u)", ("fetch", "/api/a | /api/b", "GET")),
        ("const userUrl = (id) => `/api/users/${id}`; fetch(userUrl(3))", ("fetch", "/api/users/3", "GET")),
        ("fetch(['/api', 'a', id].join('/'))", ("fetch", "/api/a/…", "GET")),
        ("fetch('/api/a/:id'.replace(':id', id))", ("fetch", "/api/a/…", "GET")),
        ("fetch(new Request('/api/a', { method: 'DELETE' }))", ("request-object", "/api/a", "DELETE")),
        ("import axios from 'axios'; axios.post('/api/a', data)", ("axios", "/api/a", "POST")),
        ("import axios from 'axios'; axios({ url: '/api/a', method: 'put' })", ("axios", "/api/a", "PUT")),
        ("import http from 'axios'; http.get('/api/a')", ("axios", "/api/a", "GET")),
        ("import ky from 'ky'; ky.post('/api/a', { json })", ("ky", "/api/a", "POST")),
        ("import ky from 'ky'; ky('/api/a', { method: 'put' })", ("ky", "/api/a", "PUT")),
        ("useSWR('/api/a', fetcher)", ("swr", "/api/a", "GET")),
        ("useSWR(id ? `/api/a/${id}` : null, fetcher)", ("swr", "/api/a/…", "GET")),
        ("useSWR(id && ['/api/a', id], fetcher)", ("swr", "/api/a", "GET")),
        ("useSWR(() => (ready ? '/api/a' : null), fetcher)", ("swr", "/api/a", "GET")),
        (
            "useSWRMutation('/api/a', (url, { arg }) => fetch(url, { method: 'POST', body: arg }))",
            ("swr-mutation", "/api/a", "POST"),
        ),
        ("import { mutate } from 'swr'; mutate('/api/a')", ("swr-key", "/api/a", "GET")),
        ("const { mutate } = useSWRConfig(); mutate('/api/a')", ("swr-key", "/api/a", "GET")),
        ("useQuery({ queryKey: ['a'], queryFn: () => fetch('/api/a') })", ("fetch", "/api/a", "GET")),
        ("new EventSource('/api/a')", ("event-source", "/api/a", "GET")),
        ("navigator.sendBeacon('/api/a', data)", ("beacon", "/api/a", "POST")),
        ("window.open('/api/a')", ("window-open", "/api/a", "GET")),
        ("const router = useRouter(); router.push('/api/a')", ("navigation", "/api/a", "GET")),
        ("window.location.href = '/api/a'", ("navigation", "/api/a", "GET")),
        ("import { redirect } from 'next/navigation'; redirect('/api/a')", ("navigation", "/api/a", "GET")),
        ("const a = <form action='/api/a' method='post'/>", ("form", "/api/a", "POST")),
        ("const a = <form action={`/api/a/${id}`}/>", ("form", "/api/a/…", "GET")),
        ("const a = <Link href='/api/a'>x</Link>", ("link", "/api/a", "GET")),
        ("const a = <img src={`/api/a?w=${w}`}/>", ("resource", "/api/a?w=…", "GET")),
        ("qstash.publishJSON({ url: `${base}/api/a`, body })", ("queue", "…/api/a", "POST")),
        ("const xhr = new XMLHttpRequest(); xhr.open('PUT', '/api/a')", ("fetch", "/api/a", "PUT")),
        ("import { useChat } from '@ai-sdk/react'; useChat()", ("ai", "/api/chat", "POST")),
        ("useChat({ api: '/api/talk' })", ("ai", "/api/talk", "POST")),
        ("new DefaultChatTransport({ api: '/api/talk' })", ("ai", "/api/talk", "POST")),
        ("toast.promise(fetch('/api/a'), {})", ("fetch", "/api/a", "GET")),
        ("postJson('/api/a', body)", ("call", "/api/a", "?")),
        ("api.post('/users', body)", ("call", "/users", "POST")),
        ("const routes = { a: ['/api/a'] }", ("mention", "/api/a", "?")),
        (
            "function A() { const ask = (url, options) => run(url, options); ask('/api/a', { method: 'PUT' }) }",
            ("call", "/api/a", "PUT"),
        ),
    ],
)
def test_one_request(code: str, expected: tuple[str, str, str]) -> None:
    assert asked(code) == [expected]


@pytest.mark.parametrize(
    "code",
    [
        "const fetch = fake(); fetch('/api/a')".replace("/api/a", "/x"),
        "path.startsWith('/x')",
        "console.log('/x')",
        "mutate()",
        "const { data, mutate } = useSWR(key, fetcher); mutate()",
        "import x from '/api/x'",
        "<form action={save}/>",
        "useSWR(null, fetcher)",
        "<a href='#top'/>",
        "const data = await load('/x'); show(data)",
    ],
)
def test_no_request(code: str) -> None:
    assert [each for each in asked(code) if each[0] != "call"] == []


@pytest.mark.parametrize(
    "code",
    [
        "const url = '/api/a'; useEffect(() => load(), [url])",
        "const url = id ? `/api/a/${id}` : '/api/a'; React.useCallback(async () => load(), [url, load])",
        "const url = '/api/a'; console.debug('Asks', url)",
    ],
)
def test_an_address_that_is_watched_or_printed_is_not_asked_for(code: str) -> None:
    assert [each for each in asked(code) if each[0] != "mention"] == []


def test_broken_code_loses_no_requests_around_it() -> None:
    code = "function a( { fetch('/api/a') }\nfetch('/api/b', { method: 'POST' })\nconst = ;\n"
    assert ("fetch", "/api/b", "POST") in asked(code)


def test_text_that_is_made_of_itself_a_hundred_times_is_no_way_without_end() -> None:
    steps = "".join(f"  text = text.replace(/{index}/g, '')\n" for index in range(100))
    assert asked(f"function shown(given) {{\n  let text = given\n{steps}  show(text)\n}}") == []


def test_text_that_is_made_of_itself_once_is_followed() -> None:
    code = "let url = '/api/users/:id'; url = url.replace(':id', id); fetch(url, { method: 'DELETE' })"
    assert [(how, method) for how, _, method in asked(code)] == [("fetch", "DELETE")]
