"""Whose is it? Everything of one database at the end, a copy from while each round was open, and all that was shown."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.core.ballots import CARRY, SENTENCE
from prove.anonymity_seen import Round, Tried
from prove.anonymity_thief import Answered, Copy, Thief, by_order, by_pool, by_size, score


@dataclass
class Robbery:
    """What was seen of the rounds held on one database; `published` has those that were shown, with what was."""

    place: Path
    dice: random.Random
    tried: Tried
    rounds: list[Round]
    published: list[tuple[list[Round], dict[str, Any]]]

    def guesses(self, log: bytes) -> None:
        """All guesses on all that was published; `log` is what was logged meanwhile."""
        scratch = self.place / "scratch"
        end = Copy(self.place)
        thief = Thief(self.place / "piiri.key", scratch)
        copies = [its.copy for its in self.rounds if its.copy]
        thief.finds_keys([end, *copies], combed=[end, self.dice.choice(copies)])
        counts = self.tried.counts
        opened: dict[tuple[str, str], dict[str, Any]] = {}
        sizes: dict[tuple[str, str], int] = {}
        order: dict[tuple[str, str], int] = {}
        pools: dict[str, int] = {}
        for its in self.rounds:
            if its.copy is None:
                continue
            mine = its.copy.rows(scratch, "ballots")
            past = its.copy.past_rows(scratch, "ballots") if self.dice.random() < 0.25 else []
            for row in (*past, *mine):
                if row.values["member_id"] not in its.answers:
                    continue
                key = its.meeting.id, row.values["member_id"]
                counts["ballots in copies"] += 1
                sizes[key], order[key] = len(row.sealed), row.rowid
                if (content := thief.opens(row)) is not None:
                    counts["ballots opened"] += 1
                    opened[key] = json.loads(content)
            self._control(its, mine, scratch)
            for row in its.copy.rows(scratch, "batches"):
                if not row.values["published"]:
                    pools[row.values["meeting_id"]] = len(row.sealed)
                    counts["waiting batches in copies"] += 1
                    counts["waiting batches opened"] += thief.opens(row) is not None
        held = self._in_rows(
            thief, [*end.rows(scratch), *end.past_rows(scratch, "batches", "ballots", "papers", "drafts")]
        )
        for pooled, content in self.published:
            self._guesses_words(pooled, content, sizes, order, pools, opened, held)
            self._guesses_scales(pooled, content, opened)
        shown = {text for _, c in self.published for texts in c["words"].values() for text in texts}
        for its in self.rounds:
            for answer in its.answers.values():
                for text in answer["words"].values():
                    counts["words in logs"] += text.encode() in log or json.dumps(text).encode() in log
                    counts["never shown"] += text not in shown
                    counts["never shown and found"] += text not in shown and text in held

    def _control(self, its: Round, rows: list[Any], scratch: Path) -> None:
        """The same thief with the keys of that moment opens every ballot: it is able to."""
        able = Thief(self.place / "piiri.key", scratch)
        able.finds_keys([its.copy] if its.copy else [], its.ring)
        for row in rows:
            if row.values["member_id"] in its.answers:
                self.tried.counts["control"] += 1
                self.tried.counts["control opened"] += able.opens(row) is not None

    @staticmethod
    def _in_rows(thief: Thief, rows: list[Any]) -> dict[str, set[str]]:
        """By sentence, the ids that stand in the same row, of what any key opens."""
        found: dict[str, set[str]] = {}
        for row in rows:
            content = thief.opens(row)
            if content is None:
                continue
            try:
                texts = [
                    t
                    for said in json.loads(content)["words"].values()
                    for t in ([said] if isinstance(said, str) else said)
                ]
            except (ValueError, KeyError, TypeError, AttributeError):
                texts = [content]
            beside = json.dumps([str(v) for k, v in row.values.items() if isinstance(v, str)]) + content
            for text in texts:
                found.setdefault(text, set()).add(beside)
        return found

    def _guesses_words(  # noqa: PLR0917 - each is one thing that the thief has found
        self,
        pooled: list[Round],
        content: dict[str, Any],
        sizes: dict[tuple[str, str], int],
        order: dict[tuple[str, str], int],
        pools: dict[str, int],
        opened: dict[tuple[str, str], dict[str, Any]],
        held: dict[str, set[str]],
    ) -> None:
        joined = {m: n for n, m in enumerate(sorted({m for r in pooled for m in r.answers}))}
        number = {r.meeting.id: n for n, r in enumerate(pooled)}
        for question, said in content["words"].items():
            answers = [
                Answered(r.meeting.id, member, *r.when[member, question], answer["words"][question])
                for r in pooled
                for member, answer in r.answers.items()
                if question in answer["words"]
            ]
            at = [number[a.meeting] for a in answers]
            late = max(a.last for a in answers) + 1
            tries = {
                "order of first answers": [(n, a.first) for n, a in zip(at, answers, strict=True)],
                "order of last answers": [(n, a.last) for n, a in zip(at, answers, strict=True)],
                "the same backwards": [(-n, -a.last) for n, a in zip(at, answers, strict=True)],
                "order of members' ids": [(n, joined[a.member]) for n, a in zip(at, answers, strict=True)],
                "order of rows in a copy": [
                    (n, order.get((a.meeting, a.member), 10**9), a.first + late)
                    for n, a in zip(at, answers, strict=True)
                ],
            }
            words, dice = self.tried.words, self.dice
            for name, ranks in tries.items():
                score(words[name], answers, said, by_order(answers, said, ranks), dice)
            score(words["sizes of sealed ballots in a copy"], answers, said, by_size(answers, said, sizes), dice)
            if len(pooled) > 1 and pooled[-2].meeting.id in pools and len(pooled) == 2 and question == SENTENCE:
                empty = _as_waiting(pooled[0])
                guess = by_pool(answers, said, pooled[0].meeting.id, pools[pooled[0].meeting.id], empty)
                score(words["size of what waited in a copy"], answers, said, guess, dice)
            score(words["rows that can be opened"], answers, said, _beside(answers, held), dice)
            read = {
                a: [opened[a.meeting, a.member]["words"].get(question)]
                for a in answers
                if (a.meeting, a.member) in opened
            }
            score(words["ballots of a copy"], answers, said, {a: t for a, t in read.items() if t[0] in said}, dice)

    def _guesses_scales(
        self, pooled: list[Round], content: dict[str, Any], opened: dict[tuple[str, str], dict[str, Any]]
    ) -> None:
        for its in pooled:
            for member, answer in its.answers.items():
                for scale, step in answer["scales"].items():
                    steps = content["counts"].get(scale)
                    likely = max(steps) / sum(steps) if steps else 1 / 5
                    guess = steps.index(max(steps)) + 1 if steps else self.dice.randint(1, 5)
                    known = opened.get((its.meeting.id, member), {}).get("scales", {}).get(scale)
                    # Of what was not shown, or all alike, the judge counts the guess as chance has it.
                    right = float((known or guess) == step) if steps or known else likely
                    self.tried.scales.add(right, likely)


def _beside(answers: list[Answered], held: dict[str, set[str]]) -> dict[Answered, list[str]]:
    """A sentence is theirs whose id stands in the same row."""
    found: dict[Answered, list[str]] = {}
    for answer in answers:
        texts = [a.text for a in answers if any(answer.member in beside for beside in held.get(a.text, ()))]
        if texts and len(texts) < len(answers):
            found[answer] = texts
    return found


def _as_waiting(its: Round) -> dict[str, Any]:
    """What waited of a meeting, but for its sentences: the onlooker knows who answered, and which scales."""
    counts = {s: [0, 0, 0, 0, 0] for who in its.answers.values() for s in who["scales"]}
    words: dict[str, list[str]] = {}
    carried = [who["words"][CARRY] for who in its.answers.values() if CARRY in who["words"]]
    if carried:
        words[CARRY] = carried
    return {"counts": counts, "words": words, "quotes": [], "who": sorted(its.answers), "meetings": [its.meeting.id]}
