"""Inputs made of others by chance: the same ones for the same seed, everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from fuzz.target import Target


def mutated(target: Target, count: int, seed: int = 0) -> Iterator[bytes]:
    """So many inputs for ``target``: its seeds, spoilt in one to eight places."""
    chance = Random(seed)
    seeds = target.seeds()
    tokens = [token.encode() for token in target.tokens]
    for _ in range(count):
        data = chance.choice(seeds)
        for _ in range(chance.choice((1, 1, 2, 4, 8))):
            data = _spoilt(data, tokens, seeds, chance)
        yield data


def _spoilt(data: bytes, tokens: list[bytes], seeds: list[bytes], chance: Random) -> bytes:
    start = chance.randint(0, len(data))
    end = min(len(data), start + chance.choice((0, 0, 1, 2, 8, 64)))
    other = chance.choice(seeds)
    at = chance.randint(0, len(other))
    token = chance.choice(tokens)
    put = chance.choice((b"", token, token, chance.randbytes(1), data[start:end] * 2, other[at : at + 40]))
    return data[:start] + put + data[end:]
