# SPDX-License-Identifier: GPL-2.0-or-later
"""Kills the indexer at random moments.

The archive is sound, at its old or new state, and ends as one that was never killed.
Usage: kill.py DIRECTORY KILLS SEED, with NEWS_INDEXER and NEWS_SEARCHER.
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import time

from articles import VOCABULARY, json_line, make_text

INDEXER, SEARCHER = os.environ["NEWS_INDEXER"], os.environ["NEWS_SEARCHER"]
work, kills, rng = pathlib.Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
killed, whole = work / "killed", work / "whole"
texts = {}  # what the archive is to say
serial = 0


def run(*command):
    return subprocess.run(command, capture_output=True)


def exported(archive):
    done = run(INDEXER, "export", archive)
    return sorted(done.stdout.splitlines()) if done.returncode == 0 else None


def said(lines):
    return {a["id"]: a["text"] for a in map(json.loads, lines)}


def plan_add():
    """Some megabytes, of which a part replaces what is there."""
    global serial
    path, after = work / f"{serial}.jsonl", dict(texts)
    with path.open("w") as out:
        for _ in range(rng.randrange(100, 600)):
            serial += 1
            name = rng.choice(list(after)) if after and rng.random() < 0.3 else f"a{serial}"
            after[name] = f"n{serial} " + make_text(rng, rng.randrange(100, 900))
            out.write(json_line(name, after[name]))
    return ["add", "-q", "--memory", "128"], [path], after


def plan_delete():
    word, other = rng.sample(VOCABULARY[60:150], 2)
    after = {name: text for name, text in texts.items() if not {word, other} <= set(text.split())}
    return ["delete", "-q"], [f"={word} AND ={other}"], after


def plan():
    kind = rng.random()
    if not texts or kind < 0.45:
        return plan_add()
    if kind < 0.65:
        return plan_delete()
    return ["compact" if kind < 0.85 else "rebuild", "-q"], [], texts


def check(state, allowed, what):
    if state not in allowed:
        sys.exit(f"{what}: neither the old nor the new state")
    verified = run(INDEXER, "verify", killed)
    if verified.returncode != 0:
        sys.exit(f"{what}: not sound: {verified.stderr}")
    found = run(SEARCHER, killed, VOCABULARY[0])
    if found.returncode not in (0, 1):
        sys.exit(f"{what}: a search left with {found.returncode}: {found.stderr}")


def kill_at(command, seconds):
    """Whether the program was still at work."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def turn(n):
    """One command on the archive that is never killed, then on the other until it is done.

    Returns how often it was killed.
    """
    global texts
    options, rest, after = plan()
    before = exported(whole)
    start = time.monotonic()
    done = run(INDEXER, *options, whole, *rest)
    seconds = time.monotonic() - start
    if done.returncode not in (0, 1):
        sys.exit(f"{options}: left with {done.returncode}: {done.stderr}")
    now = exported(whole)
    if said(now) != after:
        sys.exit(f"{n}, {options}: does not do what it should")
    command, count, allowed = [INDEXER, *options, killed, *rest], 0, (before, now)
    while count < 4 and kill_at(command, rng.uniform(0, 1.1 * seconds)):
        count += 1
        state = exported(killed)
        if state is not None or (killed / "CURRENT").exists() or before is not None:
            check(state, allowed, f"{n}, {options} killed")
            allowed = (now,) if state == now else allowed  # what was committed stays
    last = run(*command)
    if last.returncode not in (0, 1):
        sys.exit(f"{n}, {options} run again: left with {last.returncode}: {last.stderr}")
    check(exported(killed), (now,), f"{n}, {options} run again")
    texts = after
    return count


def main():
    done = turns = 0
    while done < kills:
        done += turn(done)
        turns += 1
    if exported(killed) != exported(whole):
        sys.exit("not what the archive says that was never killed")
    print(f"{turns} commands killed {done} times, {len(texts)} articles, none lost")


main()
