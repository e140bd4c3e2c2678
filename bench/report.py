# SPDX-License-Identifier: GPL-2.0-or-later
"""What bench/compare prints: medians, and ratios of the rounds."""
import statistics

# task: what is done, and the (name, key, unit, scale, what is better) of its measures
LATENCY = [("mean", "mean_ms", "ms", 1, "less"), ("p99", "p99_ms", "ms", 1, "less")]
TASKS = {
    "index": ("index all", [("", "rate", "articles/s", 1, "more")]),
    "size": ("index size", [("", "bytes", "MB", 1e-6, "less")]),
    "or": ("any word, top 10", LATENCY),
    "exact-or": ("any word, top 10, exact total", LATENCY),
    "exact-and": ("all words, top 10, exact total", LATENCY),
    "exact-phrase": ("phrase, top 10, exact total", LATENCY),
    "facets": ("any word, source and month facets", LATENCY),
    "date-sort": ("any word, newest 10", LATENCY),
    "one-shot": ("any word, process start to exit", [("p50", "p50_ms", "ms", 1, "less")]),
    "fetch": ("10 articles by id", LATENCY),
    "export": ("export all", [("", "seconds", "s", 1, "less")]),
}


def rows(results, ours, peers):
    """A row a measure: {"task", "what", "unit", "better", "median": {side: x}, "ratio": {peer: …}}.

    `results`: task → side → a list of dicts, one a round.
    """
    for task, sides in results.items():
        what, measures = TASKS[task]
        for name, key, unit, scale, better in measures:
            values = {s: [r[key] * scale for r in rounds] for s, rounds in sides.items() if rounds}
            row = {"task": task, "what": f"{what}, {name}" if name else what, "measure": key,
                   "unit": unit, "better": better, "rounds": values,
                   "median": {s: statistics.median(v) for s, v in values.items()}, "ratio": {}}
            for peer in peers:
                if peer in values:
                    ratios = [a / b for a, b in zip(values[ours], values[peer]) if b > 0]
                    if ratios:
                        row["ratio"][peer] = {"median": statistics.median(ratios),
                                              "min": min(ratios), "max": max(ratios)}
            yield row


def number(x):
    """Three significant figures, without an exponent."""
    if x is None:
        return "–"
    return f"{x:,.0f}" if abs(x) >= 100 else f"{x:.1f}" if abs(x) >= 10 else \
        f"{x:.2f}" if abs(x) >= 1 else f"{x:.3f}"


def ratio(r):
    if r is None:
        return "–"
    median, least, most = (f"{r[k]:.{2 if r[k] >= 0.1 else 3}f}" for k in ("median", "min", "max"))
    return f"{median} ({least}–{most})"


def table(header, lines, left=2):
    """Columns as wide as need be; the first `left` flush left, numbers flush right."""
    widths = [max(len(line[i]) for line in [header, *lines]) for i in range(len(header))]
    out = []
    for line in [header, *lines]:
        cells = [c.ljust(w) if i < left else c.rjust(w)
                 for i, (c, w) in enumerate(zip(line, widths))]
        out.append("  ".join(cells).rstrip())
    return "\n".join(out)


def comparison(measured, ours, peers):
    """Ratios ours/peer, median of the rounds and their span, then the medians themselves."""
    def what(row):
        return row["what"] + (" *" if row["better"] == "more" else "")
    ratios = [[what(r), "", *(ratio(r["ratio"].get(p)) for p in peers)] for r in measured]
    medians = [[what(r), r["unit"], *(number(r["median"].get(s)) for s in [ours, *peers])]
               for r in measured]
    parts = []
    if peers:
        parts += ["Ratios: ours / peer, median of the rounds (least–most); below 1 is in our "
                  "favour, above 1 where there is a *", table(["", "", *peers], ratios)]
    parts += ["Medians", table(["", "", ours, *peers], medians)]
    return "\n\n".join(parts)


def matches(results, ours, peers):
    """How many articles the queries of each task found, which should be alike."""
    lines = []
    for task, sides in results.items():
        found = [sides[s][-1].get("hits") if sides.get(s) else None for s in [ours, *peers]]
        if found[0] is not None:
            lines.append([TASKS[task][0], "", *(number(x) for x in found)])
    return "Articles found (stemmers and word rules differ; without an exact total, what was " \
        "counted)\n\n" + table(["", "", ours, *peers], lines) if lines else ""
