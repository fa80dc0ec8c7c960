"""The ways through a function: where each ends, and what was done on it."""

from __future__ import annotations

import pytest

from turnout.model import code as c
from turnout.model.flow import Flow, flow_of
from turnout.model.lower import read
from turnout.text.source import SourceFile


def flow(body: str) -> Flow:
    """The deed is a call of ``done``; ``never()`` never returns; a switch over ``any`` may match nothing."""
    module = read(SourceFile.of("a.ts", f"async function f() {{ {body} }}"))

    def does(code: c.Code) -> bool:
        return any(isinstance(each, c.Call) and c.dotted(each.callee) == "done" for each in c.walk(code))

    return flow_of(
        module.functions[0],
        does,
        lambda call: c.dotted(call.callee) == "never",
        lambda switch: c.dotted(switch.subject) == "any",
    )


def ends(body: str) -> list[str]:
    return sorted(
        {
            f"{end.how}{' done' if end.way.is_done else ''}"
            + (f" {end.way.turn.kind}" if end.way.turn is not None else "")
            for end in flow(body).ends
        }
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", ["end"]),
        ("done();", ["end done"]),
        ("return done();", ["return done"]),
        ("throw 1;", []),
        ("never();", []),
        ("await never();", []),
        ("if (a) return; done();", ["end done", "return then"]),
        ("if (a) done();", ["end done", "end no-else"]),
        ("if (a) done(); else other();", ["end done", "end else"]),
        ("if (a) x(); else y();", ["end"]),
        ("if (a) { done(); } else { throw 1; }", ["end done"]),
        ("if (a && done()) {}", ["end done"]),
        ("if (a) log(); if (b) done();", ["end done", "end no-else"]),
        ("switch (any) { case 1: done(); break; case 2: other(); }", ["end case", "end done", "end no-case"]),
        ("switch (x) { case 1: done(); break; case 2: return done(); }", ["end done", "return done"]),
        ("switch (any) { case 1: case 2: done(); break; default: done(); }", ["end done"]),
        ("while (true) { if (a) break; }", ["end then"]),
        ("while (true) { if (a) { done(); return; } }", ["return done"]),
        ("for (;;) {}", []),
        ("for (const x of list) { done(); }", ["end", "end done"]),
        ("do { done(); } while (a);", ["end done"]),
        ("try { await load(); done(); } catch (e) { log(e); }", ["end catch", "end done"]),
        ("try { done(); } catch (e) { log(e); }", ["end done"]),
        ("try { await load(); } catch (e) { done(); throw e; } done();", ["end done"]),
        ("try { await load(); } finally { done(); }", ["end done"]),
        ("try { throw 1; } catch { done(); }", ["end done"]),
        ("try { never(); } catch { return; }", ["return catch"]),
        ("const later = () => done();", ["end"]),
        ("list.forEach(() => done());", ["end done"]),
    ],
)
def test_ways(body: str, expected: list[str]) -> None:
    assert ends(body) == expected


def test_labels_are_not_followed() -> None:
    assert not flow("here: while (true) { break here; }").is_sure


def test_a_function_that_always_throws() -> None:
    found = flow("if (a) { throw 1; } throw 2;")
    assert found.throws
    assert not found.ends


def test_many_choices_stay_few_ways() -> None:
    body = "".join(f"if (a{index}) {{ if (b{index}) log(); else done(); }}" for index in range(200))
    found = flow(body)
    assert found.is_sure
    assert len(found.ends) == 2


def test_what_is_too_much_is_given_up() -> None:
    body = "".join(f"switch (any) {{ case {n}: log(); break; case 0: done(); }}" for n in range(8))
    for _ in range(8):
        body = f"switch (any) {{ case 1: log(); break; case 2: break; case 3: done(); }} if (a) {{ {body} }} {body[:0]}"
    assert flow(body * 6) is not None
