# SPDX-License-Identifier: GPL-2.0-or-later
"""Damages each file of an archive in several ways.

Repair must leave a sound archive of true texts and own up to the rest.
Usage: repair.py INDEXER SEARCHER ARCHIVE COPY
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

indexer, searcher, archive, copy = sys.argv[1:]
archive, copy = pathlib.Path(archive), pathlib.Path(copy)
rng = random.Random(int(os.environ.get("NEWS_DAMAGE_SEED", "1")))
failures = []


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, timeout=300)


def texts(path):
    lines = run(indexer, "export", path).stdout.splitlines()
    return {(a["id"], a["title"], a["text"]) for a in map(json.loads, lines)}


def flip(path):
    data = bytearray(path.read_bytes())
    data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    path.write_bytes(data)


def cut(path):
    data = path.read_bytes()
    path.write_bytes(data[: rng.randrange(len(data))])


def block(path):
    """A sector of zeros."""
    data = bytearray(path.read_bytes())
    at = rng.randrange(len(data))
    data[at : at + 512] = bytes(len(data[at : at + 512]))
    path.write_bytes(data)


# Only these can lose an article; all else is derived or has a copy.
LOSSY = ("articles.zst", "words.etdc")
truth = texts(archive)
files = [f.relative_to(archive) for f in sorted(archive.rglob("*")) if f.is_file() and f.name != "lock"]
lost_in_all = 0
for name in files:
    harms = (flip, cut, block, pathlib.Path.unlink)
    for harm in harms if os.environ.get("NEWS_REPAIR") == "all" else rng.sample(harms, 2):
        what = f"{name}, {harm.__name__}"
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(archive, copy)
        before = (copy / name).read_bytes()
        harm(copy / name)
        if (copy / name).exists() and (copy / name).read_bytes() == before:
            continue  # zeros over zeros
        if harm is pathlib.Path.unlink and str(name).endswith(".json.copy"):
            continue  # older archives have none
        if run(indexer, "verify", copy).returncode != 3:
            failures.append(f"{what}: verify does not see it")
        repaired = run(indexer, "verify", "--repair", copy)
        lost = repaired.stderr.count("lost: ")
        lost_in_all += lost
        if name.name in LOSSY and harm is pathlib.Path.unlink:
            if repaired.returncode != 3 or "backup" not in repaired.stderr:
                failures.append(f"{what}: {repaired.returncode} {repaired.stderr[-300:]}")
            continue
        if repaired.returncode not in ((0, 4) if name.name in LOSSY else (0,)):
            failures.append(f"{what}: repair leaves with {repaired.returncode}: {repaired.stderr[-400:]}")
            continue
        if (lost > 0) != (repaired.returncode == 4):
            failures.append(f"{what}: {lost} lost, but it leaves with {repaired.returncode}")
        found = texts(copy)
        live_lost = repaired.stderr.count("lost: ") - repaired.stderr.count("deleted before)")
        if not found <= truth or len(truth - found) != live_lost:
            failures.append(f"{what}: {len(found - truth)} wrong texts, {len(truth - found)} missing, "
                            f"{live_lost} owned up to")
        if run(indexer, "verify", "--deep", copy).returncode != 0:
            failures.append(f"{what}: not sound after repair")
        if run(searcher, copy, "the", "--limit", "1").returncode != 0:
            failures.append(f"{what}: cannot be searched after repair")
for failure in failures[:30]:
    print(failure)
print(f"{len(files)} files, {lost_in_all} articles lost and owned up to, {len(failures)} not as they should be")
sys.exit(bool(failures))
