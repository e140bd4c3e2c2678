#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares groups that were found with the truth, by pairs of articles in one group.

usage: evaluate.py TRUTH.jsonl GROUPS.jsonl [--exact GROUPS.jsonl] [--precision 0.98] [--recall 0.95]

GROUPS has a group a line, a JSON array of ids; --exact are those of brute.py, that is of the definition. Exit code 1
when precision or recall is below what is asked for, or when less than 0.99 of the pairs of --exact were found.
"""
import argparse
import collections
import itertools

import brute


def pairs(groups):
    return {pair for group in groups for pair in itertools.combinations(sorted(group), 2)}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("truth")
    options.add_argument("groups")
    options.add_argument("--exact")
    options.add_argument("--precision", type=float, default=0)
    options.add_argument("--recall", type=float, default=0)
    options = options.parse_args()

    kinds, by_group = {}, collections.defaultdict(list)
    for line in brute.read(options.truth):
        kinds[line["id"]] = line["kind"]
        by_group[line["group"]].append(line["id"])
    true, found = pairs(by_group.values()), pairs(brute.read(options.groups))
    right = len(true & found)
    precision, recall = right / max(1, len(found)), right / max(1, len(true))
    print(f"pairs: {len(true)} true, {len(found)} found, {right} right; "
          f"precision {precision:.4f}, recall {recall:.4f}")

    complete = True
    if options.exact:
        exact = pairs(brute.read(options.exact))
        complete = len(exact & found) >= 0.99 * len(exact)
        print(f"of {len(exact)} pairs that the definition joins, {len(exact & found)} were found, and "
              f"{len(found - exact)} others")

    # A pair counts for the kind of each of its articles, but originals only say what they were compared with.
    held, missed, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    for pair in true:
        of = {kinds[member] for member in pair}
        held.update(of)
        if pair not in found:
            missed.update(of)
    for first, second in found - true:
        wrong[" – ".join(sorted((kinds[first], kinds[second])))] += 1
    print("\nkind              articles   pairs  missed")
    for kind, articles in sorted(collections.Counter(kinds.values()).items()):
        print(f"{kind:16} {articles:9} {held[kind]:7} {missed[kind]:7}")
    print("\nwrongly joined")
    for kind, count in wrong.most_common():
        print(f"{count:7}  {kind}")
    raise SystemExit(not complete or precision < options.precision or recall < options.recall)


if __name__ == "__main__":
    main()
