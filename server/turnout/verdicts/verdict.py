"""The answer for one entry, and how it is weighed from the evidence.

The rule, which a person can follow by hand:

1. Every signal gives its evidence 1 (weak), 2 (clear) or 3 points (decisive), or takes points away.
2. When decisive evidence speaks for one answer only, that is the answer: a webhook stays an endpoint whatever it
   writes; a function that only server code calls needs no address. An answer that decisive evidence speaks against is
   out: an app without App Router has no Server Actions.
3. Else the points of each answer are added up. What stands today has one point more, since moving code costs.
   Another answer wins with at least 3 points and 2 more than what stands; otherwise what stands is kept.
4. Confidence is high for a decided question, for what stands when nothing speaks for an answer that is not out, or for
   a lead of 3, medium for a lead of 2, else low. It is one step lower
   when something that could change the answer can't be seen (for what stands by a decisive reason, nothing could),
   and low before the whole project has been read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias
from weakref import WeakKeyDictionary

from turnout.bug import guarded
from turnout.project.entries import Entry
from turnout.project.snapshot import Snapshot
from turnout.text.span import Span
from turnout.verdicts.evidence import DECISIVE, Answer, Evidence
from turnout.verdicts.signals import SIGNALS
from turnout.verdicts.unseen import unseen_of
from turnout.verdicts.view import view_of
from turnout.verdicts.words import ANSWERS

Confidence: TypeAlias = Literal["high", "medium", "low"]

HEAD_START = 1
NEEDED = 3
LEAD = 2


@dataclass(frozen=True)
class Verdict:
    """``stands`` is what the entry is today; the entry is misplaced when the answer is another."""

    entry: Entry
    answer: Answer
    confidence: Confidence
    evidence: tuple[Evidence, ...]
    unseen: tuple[str, ...] = ()
    """What could not be seen, in sentences."""

    @property
    def stands(self) -> Answer:
        return stands_as(self.entry)

    @property
    def is_misplaced(self) -> bool:
        return self.answer != self.stands

    @property
    def reasons(self) -> tuple[Evidence, ...]:
        """The evidence for the answer, the strongest first; then what speaks against the others."""
        mine = [each for each in self.evidence if (each.speaks_for == self.answer) == (each.weight > 0)]
        return tuple(sorted(mine, key=lambda each: (each.weight < 0, -abs(each.weight))))

    @property
    def doubts(self) -> tuple[Evidence, ...]:
        """The evidence for other answers, or against this one, the strongest first."""
        others = [each for each in self.evidence if (each.speaks_for == self.answer) == (each.weight < 0)]
        return tuple(sorted(others, key=lambda each: -abs(each.weight)))


_verdicts: WeakKeyDictionary[Snapshot, dict[tuple[Entry, Span], Verdict]] = WeakKeyDictionary()


def stands_as(entry: Entry) -> Answer:
    """What an entry is today."""
    return "server-action" if entry.kind == "server-action" else "http-endpoint"


def verdict_of(project: Snapshot, entry: Entry) -> Verdict:
    """Weigh an entry: a pure function of the snapshot."""
    kept = _verdicts.setdefault(project, {})
    key = (entry, entry.span)
    if key not in kept:
        kept[key] = _weigh(project, entry)
    return kept[key]


def points(verdict: Verdict) -> Mapping[Answer, int]:
    """The sum of each answer that anything speaks for, the head start of what stands included."""
    return _points(verdict.entry, verdict.evidence)


def arithmetic(verdict: Verdict) -> Iterator[str]:
    """How the verdict comes about, line by line."""
    decided = _decided(verdict.evidence)
    sums = points(verdict)
    for answer in sorted(sums, key=lambda each: -sums[each]):
        parts = [f"{HEAD_START} because it stands"] if answer == verdict.stands else []
        parts += [f"{each.weight:+d} {each.signal}" for each in verdict.evidence if each.speaks_for == answer]
        yield f"{ANSWERS[answer]}: {sums[answer]} = {', '.join(parts) or '0'}"
    if len(decided) == 1:
        yield f"Decisive evidence speaks for one answer only: {ANSWERS[verdict.answer]}."
    elif verdict.is_misplaced:
        yield f"{ANSWERS[verdict.answer]} has at least {NEEDED} points and leads by {LEAD} or more."
    elif _is_alone(verdict.entry, verdict.evidence):
        out = " and ".join(ANSWERS[answer] for answer in sorted(_ruled_out(verdict.evidence)))
        yield f"{out} is out by decisive evidence, and nothing speaks for another answer: it stays what it is."
    else:
        yield f"No other answer has {NEEDED} points and a lead of {LEAD}: it stays what it is."


def _weigh(project: Snapshot, entry: Entry) -> Verdict:
    view = view_of(project, entry)
    found: list[Evidence] = []
    for signal in SIGNALS:
        with guarded(f"signal {signal.__module__.rpartition('.')[2]}, {entry.path}"):
            found += signal(view)
    unseen: tuple[str, ...] = ()
    with guarded(f"signal unseen, {entry.path}"):
        unseen = tuple(unseen_of(view))
    evidence = tuple(found)
    answer = _answer(entry, evidence)
    if not project.is_complete:
        answer = stands_as(entry)
    return Verdict(entry, answer, _confidence(project, entry, answer, evidence, unseen), evidence, unseen)


def _points(entry: Entry, evidence: tuple[Evidence, ...]) -> Mapping[Answer, int]:
    sums: Counter[Answer] = Counter({stands_as(entry): HEAD_START})
    for each in evidence:
        sums[each.speaks_for] += each.weight
    return sums


def _decided(evidence: tuple[Evidence, ...]) -> frozenset[Answer]:
    return frozenset(each.speaks_for for each in evidence if each.weight >= DECISIVE)


def _ruled_out(evidence: tuple[Evidence, ...]) -> frozenset[Answer]:
    return frozenset(each.speaks_for for each in evidence if each.weight <= -DECISIVE)


def _is_alone(entry: Entry, evidence: tuple[Evidence, ...]) -> bool:
    """Whether what stands has no rival: another answer is out, and nothing speaks for a third."""
    out = _ruled_out(evidence) - {stands_as(entry)}
    rivals = {each.speaks_for for each in evidence if each.weight > 0} - {stands_as(entry)}
    return bool(out) and rivals <= out


def _answer(entry: Entry, evidence: tuple[Evidence, ...]) -> Answer:
    decided = _decided(evidence)
    if len(decided) == 1:
        return next(iter(decided))
    stands = stands_as(entry)
    out = _ruled_out(evidence)
    sums: dict[Answer, int] = {
        answer: total for answer, total in _points(entry, evidence).items() if answer not in out - {stands}
    }
    best = max(sums, key=lambda answer: (sums[answer], answer == stands))
    return best if best != stands and sums[best] >= NEEDED and sums[best] - sums[stands] >= LEAD else stands


def _confidence(
    project: Snapshot, entry: Entry, answer: Answer, evidence: tuple[Evidence, ...], unseen: tuple[str, ...]
) -> Confidence:
    if not project.is_complete:
        return "low"
    levels: tuple[Confidence, ...] = ("low", "medium", "high")
    sums = _points(entry, evidence)
    rival = max((total for other, total in sums.items() if other != answer), default=0)
    lead = sums[answer] - max(rival, 0)
    is_decided = tuple(_decided(evidence)) == (answer,) or (answer == stands_as(entry) and _is_alone(entry, evidence))
    level = 2 if is_decided or lead >= 3 else 1 if lead >= LEAD else 0
    stands_firm = answer == stands_as(entry) and is_decided
    if unseen and not stands_firm:
        level -= 1
    return levels[max(level, 0)]
