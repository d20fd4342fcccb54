"""Coverage-guided fuzzing of all decoders: `python -m tests.fuzz.decoders CORPUS -max_total_time=900`.

Needs `atheris` (Apache-2.0; wheels for CPython 3.11 to 3.13 on x86-64), which no other test needs. The first argument
is the folder of the corpus; the cases of `tests/unit/cases` are written there first. What libFuzzer finds is left in
the current folder; each finding becomes a failing test before it is mended.
"""

from __future__ import annotations

import base64
import json
import sys
from pathlib import Path

import atheris  # type: ignore[import-not-found,import-untyped,unused-ignore]  # of this program only

with atheris.instrument_imports(include=["console.parse", "console.rules", "console.kinds"]):
    from console.config.schema import ECOSYSTEMS
    from tests.fuzz.oracle import feed

CASES = Path(__file__).resolve().parents[1] / "unit" / "cases"
NAMES = sorted(ECOSYSTEMS)
BETWEEN = b"\xff\xfe\xfd"  # two messages
LARGEST = 70_000


def one(data: bytes) -> None:
    """First byte: the ecosystem; then messages, each its topic, a line feed and its payload."""
    if not data:
        return
    messages = []
    for part in data[1:].split(BETWEEN)[:8]:
        topic, _, payload = part.partition(b"\n")
        messages.append((topic.decode(errors="replace"), payload))
    feed(NAMES[data[0] % len(NAMES)], messages)


def seed(folder: Path) -> int:
    """Write every case as a seed, with what is fed before it; how many they are."""
    folder.mkdir(parents=True, exist_ok=True)
    cases = [
        json.loads(line) for file in sorted(CASES.glob("*.jsonl")) for line in file.read_text().splitlines() if line
    ]
    named = {case["name"]: case for case in cases}
    for number, case in enumerate(cases):
        ecosystem = {"generic": "site"}.get(case["ecosystem"], case["ecosystem"])
        before = [named[name] for name in _names(case) if name in named]
        parts = [each["topic"].encode() + b"\n" + _payload(each) for each in (*before, case)]
        (folder / f"seed-{number}").write_bytes(bytes([NAMES.index(ecosystem)]) + BETWEEN.join(parts))
    return len(cases)


def _names(case: dict[str, object]) -> list[str]:
    prior = case.get("prior") or []
    return [prior] if isinstance(prior, str) else list(prior) if isinstance(prior, list) else []


def _payload(case: dict[str, object]) -> bytes:
    payload = case.get("payload", "")
    if case.get("encoding") == "base64":
        return base64.b64decode(str(payload))
    if case.get("encoding") == "repeat" and isinstance(payload, dict):
        return f"{payload['head']}{payload['unit'] * 40}{payload['tail']}".encode()
    return payload.encode() if isinstance(payload, str) else json.dumps(payload).encode()


def main() -> None:
    corpus = Path(sys.argv[1])
    sys.stderr.write(f"{seed(corpus)} seeds in {corpus.name}\n")
    atheris.Setup([*sys.argv, f"-max_len={LARGEST}", "-timeout=5", "-rss_limit_mb=1500"], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
