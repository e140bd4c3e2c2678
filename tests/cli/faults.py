# SPDX-License-Identifier: GPL-2.0-or-later
"""Lets the n-th file operation of a command go wrong.

The archive is at its old or new state, and the command run again makes the new.
Usage: faults.py DIRECTORY, with NEWS_INDEXER, NEWS_SEARCHER, NEWS_FAULT_LIBRARY and perhaps NEWS_FAULTS=all.
"""
import concurrent.futures
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys

INDEXER, SEARCHER = os.environ["NEWS_INDEXER"], os.environ["NEWS_SEARCHER"]
work = pathlib.Path(sys.argv[1])
MODES = ["stop", "tear", "fail", "full", "power", "mixed", "again"]
MESSAGES = {"fail": b"Input/output error", "full": b"No space left on device"}
GONE = 99  # the exit code of a program that the fault layer ends
STRIDE = 1 if os.environ.get("NEWS_FAULTS") == "all" else 13
rng = random.Random(1)


def run(*command, **fault):
    environment = dict(os.environ, **fault)
    if fault:
        environment["LD_PRELOAD"] = os.environ["NEWS_FAULT_LIBRARY"]
    return subprocess.run(command, capture_output=True, timeout=300, env=environment)


def article(name, text):
    # Odd marks between the words make records long enough to learn a dictionary from.
    marks = [rng.choice("#+=<>{}~") * rng.randint(1, 5) + rng.choice("%&^") for _ in range(60)]
    words = " ".join(f"word{rng.choice('abcdefgh')} {mark}" for mark in marks)
    return json.dumps({"id": name, "title": f"About {name}", "text": f"{text} {words}", "language": "en"}) + "\n"


def write(name, articles):
    (work / name).write_text("".join(articles))
    return work / name


def add(archive, source):
    return [INDEXER, "add", "-q", "--threads", "1", archive, source]


def exported(archive):
    out = run(INDEXER, "export", archive)
    return sorted(out.stdout.splitlines()) if out.returncode == 0 else None


class Command:
    """A command, the directory with the archive as it was before, and what the archive is to say before and after."""

    def __init__(self, name, base, arguments):
        self.name, self.base, self.arguments = name, base, arguments
        self.old = exported(base / "archive")
        self.dir = work / f"{name}-count"
        shutil.copytree(base, self.dir)
        done = self.run_in(self.dir, NEWS_FAULT_MODE="count", NEWS_FAULT_COUNT=str(work / "count"))
        assert done.returncode == 0, done.stderr
        self.new = exported(self.dir / "archive")
        self.operations = int((work / "count").read_text())

    def run_in(self, directory, **fault):
        if fault:
            fault["NEWS_FAULT_DIR"] = str(directory)
        return run(*self.arguments(directory / "archive"), **fault)


def check_left(command, archive, mode, done):
    """What a fault left behind; returns what is wrong, and what the archive says."""
    state = exported(archive)
    if state is None and command.old is None and not (archive / "CURRENT").exists():
        return ["said that it was done"] if done.returncode == 0 else [], None
    wrong = []
    if state not in (command.old, command.new):
        wrong.append("neither the old nor the new state")
    found = run(SEARCHER, archive, "worda", "--format", "json", "--limit", "1")
    if found.returncode != 0:
        wrong.append(f"a search left with {found.returncode}: {found.stderr}")
    verified = run(INDEXER, "verify", archive)
    if verified.returncode != 0:
        wrong.append(f"not sound: {verified.stderr}")
    if done.returncode == 0 and state != command.new:
        wrong.append("said that it was done")
    if done.returncode == 0 and mode == "fail" and run(INDEXER, "prune", "--dry-run", archive).stdout:
        wrong.append("left files behind and did not say so")
    return wrong, state


def check_exit(mode, n, command, done):
    if mode in MESSAGES:
        told = done.stderr.startswith(b"indexer: ") and MESSAGES[mode] in done.stderr
        if done.returncode != 0 and (done.returncode != 3 or not told):
            return [f"left with {done.returncode}: {done.stderr}"]
    # A write of which half is done has to be met first: other operations are as with stop.
    elif done.returncode != (GONE if n <= command.operations else 0):
        return [f"left with {done.returncode}: {done.stderr}"]
    return []


def check_power_after(command, directory, n):
    """What a run says to have done stays, even if the one before was stopped and had not synced what it found."""
    mode = "power" if n % 2 else "mixed"
    done = command.run_in(directory, NEWS_FAULT_MODE=mode, NEWS_FAULT_STATE=f"{directory}.state")
    wrong = [] if done.returncode in (0, 1) else [f"run again, left with {done.returncode}: {done.stderr}"]
    return wrong if exported(directory / "archive") == command.new else wrong + ["run again, lost with the power"]


def check_again(command, directory, state):
    wrong = []
    again = command.run_in(directory)
    expected = (0, 1) if command.name == "delete" and state == command.new else (0,)
    if again.returncode not in expected:
        wrong.append(f"run again, left with {again.returncode}: {again.stderr}")
    if exported(directory / "archive") != command.new:
        wrong.append("run again, not what a run without fault makes")
    run(INDEXER, "prune", "-q", directory / "archive")
    verified = run(INDEXER, "verify", directory / "archive")
    if verified.returncode != 0 or verified.stderr:
        wrong.append(f"run again and pruned: {verified.stderr}")
    return wrong


def trial(command, mode, n):
    directory = work / f"{command.name}-{mode}-{n}"
    shutil.copytree(command.base, directory)
    fault = {"NEWS_FAULT_MODE": mode, "NEWS_FAULT_AT": str(n)}
    if mode == "again":
        fault.update(NEWS_FAULT_MODE="stop", NEWS_FAULT_STATE=f"{directory}.state")
    done = command.run_in(directory, **fault)
    wrong = check_exit(mode, n, command, done)
    if mode == "again":
        wrong += check_power_after(command, directory, n)
    left, state = check_left(command, directory / "archive", mode, done)
    wrong += left + check_again(command, directory, state)
    shutil.rmtree(directory)
    shutil.rmtree(f"{directory}.aside", ignore_errors=True)
    return [f"{command.name}, {mode} at {n} of {command.operations}: {what}" for what in wrong]


def make_commands():
    first = write("first.jsonl", [article(f"a{i}", "first") for i in [0, *range(250)]])
    more = write("more.jsonl", [article(f"a{i}", "second") for i in range(20)] +
                 [article(f"b{i}", f"only{i}") for i in range(30)])
    other = write("other.jsonl", [article(f"a{i}", "third") for i in range(10, 30)] +
                  [article(f"c{i}", "third") for i in range(20)])
    nothing, base, many = work / "nothing", work / "base", work / "many"
    for directory in nothing, base:
        directory.mkdir()
    for source in first, more:
        assert run(*add(base / "archive", source)).returncode == 0
    assert run(INDEXER, "delete", "-q", base / "archive", "only1 OR only2").returncode == 0
    shutil.copytree(base, many)
    for i in range(10):
        source = write(f"{i}.jsonl", [article(f"d{i}", "small")])
        assert run(*add(many / "archive", source)).returncode == 0
    return [
        Command("first", nothing, lambda archive: add(archive, first)),
        Command("add", base, lambda archive: add(archive, other)),
        Command("merge", many, lambda archive: add(archive, other)),
        Command("delete", base, lambda archive: [INDEXER, "delete", "-q", archive, "only3 OR second"]),
        Command("compact", base, lambda archive: [INDEXER, "compact", "-q", "--threads", "1", archive]),
    ]


def main():
    commands = make_commands()
    trials = []
    for command in commands:
        for shift, mode in enumerate(MODES):
            # Past the last operation: what was said to be done stays through a power cut.
            last = command.operations + (mode in ("power", "mixed"))
            some = set(range(1 + shift % STRIDE, last + 1, STRIDE)) | {last}
            trials += [(command, mode, n) for n in sorted(some)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        failures = [f for found in pool.map(lambda t: trial(*t), trials) for f in found]
    for failure in failures[:40]:
        print(failure)
    print("operations: " + ", ".join(f"{c.name} {c.operations}" for c in commands))
    print(f"{len(trials)} faults, {len(failures)} not as they should be")
    return bool(failures)


sys.exit(main())
