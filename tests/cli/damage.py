# SPDX-License-Identifier: GPL-2.0-or-later
"""Flips single bits and cuts files of an archive: verify finds each, and no program dies or shows a wrong text.

Usage: damage.py INDEXER SEARCHER ARCHIVE FLIPS CUTS SEED
"""
import json
import pathlib
import random
import subprocess
import sys

indexer, searcher, archive, flips, cuts, seed = sys.argv[1:]
archive = pathlib.Path(archive)
rng = random.Random(int(seed))
LIMIT = 300  # seconds; whatever takes longer hangs


def run(*command):
    return subprocess.run(command, capture_output=True, timeout=LIMIT)


truth = {}
for line in run(indexer, "export", archive).stdout.splitlines():
    article = json.loads(line)
    truth[article["id"]] = article
ids = sorted(truth)
words = sorted({w for a in truth.values() for w in a["text"].split() if w.isalpha()})
# The lock is empty and says nothing.
files = [f for f in sorted(archive.rglob("*")) if f.is_file() and f.name != "lock" and f.stat().st_size > 0]
failures = []


def check(what, name):
    verified = run(indexer, "verify", archive)
    if verified.returncode != 3:
        failures.append(f"{what}: verify left with {verified.returncode}")
    found = run(searcher, archive, rng.choice(words), "--format", "json", "--limit", "3")
    if found.returncode not in (0, 1, 3):
        failures.append(f"{what}: a search left with {found.returncode}: {found.stderr[-300:]}")
    one = rng.choice(ids)
    shown = run(searcher, "show", archive, one, "--format", "json")
    if shown.returncode not in (0, 1, 3):
        failures.append(f"{what}: show left with {shown.returncode}: {shown.stderr[-300:]}")
    elif shown.returncode == 0 and json.loads(shown.stdout)["text"] != truth[one]["text"]:
        failures.append(f"{what}: show gives a wrong text of {one}")


def weighted_file():
    """Half of the trials by size, half by file, so that small files get theirs."""
    if rng.random() < 0.5:
        return rng.choice(files)
    return rng.choices(files, [f.stat().st_size for f in files])[0]


for n in range(int(flips) + int(cuts)):
    path = weighted_file()
    whole = path.read_bytes()
    name = path.relative_to(archive)
    if n < int(flips):
        at, bit = rng.randrange(len(whole)), rng.randrange(8)
        bad = bytearray(whole)
        bad[at] ^= 1 << bit
        what = f"{name}, byte {at}, bit {bit}"
    else:
        at = rng.randrange(len(whole))
        bad = whole[:at]
        what = f"{name} cut at {at} of {len(whole)}"
    path.write_bytes(bad)
    try:
        check(what, name)
    except subprocess.TimeoutExpired as late:
        failures.append(f"{what}: hangs: {late.cmd}")
    finally:
        path.write_bytes(whole)
if run(indexer, "verify", archive).returncode != 0:
    failures.append("the archive is not as it was")
for failure in failures[:30]:
    print(failure)
print(f"{flips} flips, {cuts} cuts, {len(failures)} not as they should be")
sys.exit(bool(failures))
