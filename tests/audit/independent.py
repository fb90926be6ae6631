"""Estimates of audit samples, written apart from the program and from the formulas in docs/method.md alone.

Standard library only. `python3 tests/audit/independent.py` writes, beside itself, `designs.csv` (three designs: the rows of a
frame, what was sampled, what people said) and `expected.csv` (points, standard errors and intervals that follow). The test
`audit_numbers` reads both and asks the program for the same. Quantiles of the beta distribution are found here by
summing a series (DLMF 8.17.8), not by a continued fraction.
"""

import csv
import math
import os
import random

HERE = os.path.dirname(os.path.abspath(__file__))


def designs():
    """Yields (design, area, units of the stratum, sampled of it, funds, machine, people, sampled?) row by row."""
    random.seed(21)
    # One area, one stratum, equal funds: the textbook's simple random sample.
    plans = {"simple": [("a", 60, 15, lambda: 100)],
             # Two areas, funds that differ a thousandfold, one stratum read whole, unequal chances.
             "funds": [("a", 3, 3, lambda: random.randint(50_000, 90_000)), ("a", 40, 6, lambda: random.randint(50, 400)),
                       ("a", 12, 5, lambda: random.randint(2_000, 9_000)), ("b", 30, 4, lambda: random.randint(10, 5_000))],
             # Many small strata over three areas; the machine is often wrong; one stratum has nobody in the sample.
             "small": [(area, units, sampled, lambda: random.randint(1, 1_000))
                       for area in "abc" for units, sampled in ((9, 2), (5, 3), (14, 4), (2, 0))]}
    wrong = {"simple": 0.3, "funds": 0.25, "small": 0.4}
    for design, strata in plans.items():
        for area, units, sampled, funds in strata:
            drawn = set(random.sample(range(units), sampled))
            for unit in range(units):
                truth = random.random() < 0.4
                machine = truth != (random.random() < wrong[design])
                # A few that were not drawn have been coded by people since.
                known = unit in drawn or (design == "small" and random.random() < 0.1)
                yield design, area, units, sampled, funds(), machine, (truth if known else None), unit in drawn


def cumulative(x, a, b):
    """The beta distribution by its series of positive terms (DLMF 8.17.8), from the nearer end."""
    if x > (a + 1) / (a + b + 2):
        return 1 - cumulative(1 - x, b, a)
    if x <= 0.0:
        return 0.0
    front = math.exp(math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b) + a * math.log(x) + b * math.log1p(-x)) / a
    term, total, n = 1.0, 1.0, 0
    while term > 1e-17 * total:
        term *= x * (a + b + n) / (a + 1 + n)
        total += term
        n += 1
    return front * total


def quantile(p, a, b):
    low, high = 0.0, 1.0
    for _ in range(45):
        middle = (low + high) / 2
        if cumulative(middle, a, b) < p:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def share(yes, n, added):
    if n <= 0:
        return 0.0, 1.0
    no = n - yes
    low = 0.0 if yes <= 1e-9 else quantile(0.025, yes + added, no + 1 - added)
    high = 1.0 if no <= 1e-9 else quantile(0.975, yes + 1 - added, no + added)
    return min(low, yes / n), max(high, yes / n)


def sums(rows, measure, machine):
    """Σ of the formulas for the rows about which the machine says `machine` (or all, where it is None)."""
    own = [row for row in rows if machine is None or row["machine"] == machine]
    sample = [(row["w"] - 1, measure(row), row["people"]) for row in own if row["sampled"]]
    unread = [measure(row) for row in own if not row["sampled"]]
    return {"s": sum(v * x for v, x, _ in sample), "y": sum(v * x for v, x, yes in sample if yes),
            "q": sum((v * x) ** 2 for v, x, _ in sample), "u": sum(unread), "r": sum(x * x for x in unread),
            "sample": sample}


def rate(group, machine):
    return group["y"] / group["s"] if group["s"] > 0 else float(machine or 0)


def effective(group):
    if group["s"] <= 0 or group["u"] <= 0:
        return 0.0
    return 1 / (group["q"] / group["s"] ** 2 + group["r"] / group["u"] ** 2)


def interval_size(group, added):
    """The effective size for an interval: that of funds depends on where the rows that differ lie."""
    sample, p, n = group["sample"], rate(group, None), effective(group)
    if added != 0.125 or n == 0:
        return n
    answers = {yes for v, _, yes in sample if v > 1e-9}
    if len(answers) < 2 and group["s"] ** 2 / group["q"] <= 15:
        return n
    if len(answers) < 2:
        rows = sum(v * v for v, _, _ in sample) / sum(v for v, _, _ in sample) ** 2
        return 1 / (min(group["q"] / group["s"] ** 2, rows) + group["r"] / group["u"] ** 2)
    even = p * (1 - p) * group["q"]
    own = sum((v * x * ((1 if yes else 0) - p)) ** 2 for v, x, yes in sample)
    return n / max(1, own / even)


def contained(low, high, own, point, widest):
    """The ends drawn together around `own` to at most `widest`; then moved to hold the point."""
    if high - low > widest:
        low, high = own - (own - low) * widest / (high - low), own + (high - own) * widest / (high - low)
    if point > high:
        low, high = min(max(low, point - widest), point), point
    elif point < low:
        low, high = point, max(min(high, point + widest), point)
    return low, high


def estimate(rows, everything, measure, added):
    all_rates = {machine: rate(sums(everything, lambda row: 1.0, machine), machine) for machine in (False, True)}
    groups = {machine: sums(rows, measure, machine) for machine in (False, True)}
    read_yes = sum(measure(row) for row in rows if row["sampled"] and row["people"])
    least = sum(measure(row) for row in rows if row["people"])
    most = sum(measure(row) for row in rows) - sum(measure(row) for row in rows if row["people"] is False)
    point = read_yes + sum(all_rates[m] * g["u"] + g["y"] - all_rates[m] * g["s"] for m, g in groups.items())
    point = min(max(point, least), most)
    variance, below, above, own = 0.0, 0.0, 0.0, read_yes
    for machine, group in groups.items():
        p, n = rate(group, machine), effective(group)
        variance += group["u"] ** 2 * p * (1 - p) / n if n > 0 else 0.0
        n = interval_size(group, added)
        low, high = share(p * n, n, added)
        below += (group["u"] * max(p - low, 0)) ** 2
        above += (group["u"] * max(high - p, 0)) ** 2
        own += p * group["u"]
    alone = sums(rows, measure, None)
    p, n = rate(alone, None), effective(alone)
    if alone["u"] > 0 and (alone["s"] <= 0 or (added == 0.125 and n < 6 and alone["u"] > 0.1 * sum(map(measure, rows)))):
        return point, math.sqrt(variance), None, None
    n = interval_size(alone, added)
    low, high = share(p * n, n, added)
    middle = min(max(read_yes + p * alone["u"], least), most)
    wide = min(middle + alone["u"] * (high - p), most) - max(middle - alone["u"] * (p - low), least)
    own = min(max(own, least), most)
    low, high = max(own - math.sqrt(below), least), min(own + math.sqrt(above), most)
    low, high = contained(low, high, own, point, 1.1 * wide)
    return point, math.sqrt(variance), low, high


def main():
    rows = []
    with open(os.path.join(HERE, "designs.csv"), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["design", "area", "units", "sampled_of_stratum", "funds", "machine", "people", "sampled"])
        for design, area, units, sampled, funds, machine, people, drawn in designs():
            word = {True: "yes", False: "no", None: ""}
            out.writerow([design, area, units, sampled, funds, word[machine], word[people], word[drawn]])
            rows.append({"design": design, "area": area, "w": units / max(sampled, 1), "funds": funds,
                         "machine": machine, "people": people, "sampled": drawn})
    with open(os.path.join(HERE, "expected.csv"), "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(["design", "area", "measure", "point", "standard_error", "low", "high"])
        for design in ("simple", "funds", "small"):
            everything = [row for row in rows if row["design"] == design]
            for area in sorted({row["area"] for row in everything}) + ["all"]:
                own = [row for row in everything if area in ("all", row["area"])]
                for name, measure, added in (("number", lambda row: 1.0, 0.25), ("funds", lambda row: row["funds"], 0.125)):
                    found = estimate(own, everything, measure, added)
                    out.writerow([design, area, name] + ["" if value is None else "%.9g" % value for value in found])


if __name__ == "__main__":
    main()
