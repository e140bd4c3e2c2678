# SPDX-License-Identifier: GPL-2.0-or-later
"""What the measuring scripts share: building, running programs, watching their memory."""
import argparse
import os
import pathlib
import re
import subprocess
import sys
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent


class Failure(Exception):
    """Ends a script with this message."""


def parser(text):
    """An argument parser whose help is `text`, examples first, then the options."""
    return argparse.ArgumentParser(description=text.strip(), usage=argparse.SUPPRESS,
                                   formatter_class=argparse.RawDescriptionHelpFormatter)


def say(text):
    print(text, file=sys.stderr, flush=True)


def programs(given):
    """The directory of the programs: `given`, or that of a release build made now."""
    if given:
        return pathlib.Path(given).resolve()
    say("building")
    subprocess.run([ROOT / "scripts/build", "release"], check=True, stdout=subprocess.DEVNULL)
    return ROOT / "build/release/bin"


def fit(xs, ys):
    """Least squares: the slope and the height at 0."""
    mx, my = sum(xs) / len(xs), sum(ys) / len(ys)
    spread = sum((x - mx) ** 2 for x in xs)
    slope = sum((x - mx) * (y - my) for x, y in zip(xs, ys)) / spread if spread else 0.0
    return slope, my - slope * mx


def tree_bytes(path):
    return sum(p.stat().st_size for p in pathlib.Path(path).rglob("*") if p.is_file())


class Watch(threading.Thread):
    """Looks at a process' memory 50 times a second, until it is gone."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.path = f"/proc/{pid}/status"
        self.peak = self.anonymous = 0  # MB: everything resident; without mapped files

    def run(self):
        while True:
            try:
                with open(self.path, encoding="ascii", errors="replace") as status:
                    kb = dict(re.findall(r"^(VmHWM|RssAnon):\s*(\d+)", status.read(), re.M))
            except OSError:
                return
            if not kb:  # has ended, but nobody has waited for it yet
                return
            self.peak = max(self.peak, int(kb["VmHWM"]) / 1024)
            self.anonymous = max(self.anonymous, int(kb["RssAnon"]) / 1024)
            time.sleep(0.02)


class Done:
    """A program that has ended well: wall time from start to exit, output, memory when watched."""

    def __init__(self, command, out=subprocess.PIPE, watch=False, ok=(0,)):
        command = [str(part) for part in command]
        start = time.perf_counter()
        # close_fds=False lets Python start the program the fast way (vfork).
        with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=out,
                              stderr=subprocess.PIPE, close_fds=False) as process:
            watcher = Watch(process.pid) if watch else None
            if watcher:
                watcher.start()
            self.out, errors = process.communicate()
        self.seconds = time.perf_counter() - start
        if watcher:
            watcher.join()
            self.peak_mb, self.anonymous_mb = watcher.peak, watcher.anonymous
        if process.returncode not in ok:
            last = errors.decode(errors="replace").strip()[-2000:]
            raise Failure(f"exit {process.returncode}: {' '.join(command)[:500]}\n{last}")


def main(function):
    """Runs a script's main function; failures become a message, not a traceback."""
    try:
        sys.exit(function())
    except Failure as failure:
        sys.exit(f"{os.path.basename(sys.argv[0])}: {failure}")
    except subprocess.CalledProcessError as error:
        sys.exit(f"{os.path.basename(sys.argv[0])}: {error}")
    except BrokenPipeError:  # the reader of our output has gone; nothing is left to flush to
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)
