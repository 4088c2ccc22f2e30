"""Makes `figures.json` and `figures-2025.json`: made-up figures of the communes of Ha Noi of 2022 and of 2025.

Run:  python3 make_figures.py

It reads the units from `../hanoi-history/unit-lists.json` and always gives the same bytes. All figures are made up;
the units are real. Units have the ids that the importer of unit lists gives them: the code and the first day.

What is put into the figures of 2022, so that there is something to find:
- MISSING communes report nothing, and SILENT districts report nothing themselves;
- the fund of THOUSANDS is in thousands of dong instead of dong;
- the district of TOO_LOW reports fewer disputes of its own than its communes do together.
"""

import json
import random
import unicodedata
from pathlib import Path

HERE = Path(__file__).parent
OLD, BETWEEN, NEW = "2022-10-01", "2025-01-01", "2025-07-01"
COMMUNES = {"ward", "commune", "township"}

FUND, DISPUTES, MEDIATED, RATE = (
    "fund-for-the-poor", "disputes-mediated", "mediations-succeeded", "mediation-success-rate")

MISSING = ["00094", "00166", "00622", "00640", "00382", "00454", "09676", "09712", "10081"]
MISSING_2025 = ["00008"]
SILENT = ["005", "018", "271"]
THOUSANDS = "00595"
TOO_LOW = "279"


def plain(name):
    """A name without case, blanks and the place of tone marks, as two lists may spell it."""
    marks = sorted(unicodedata.normalize("NFD", name.lower()))
    return "".join(mark for mark in marks if not mark.isspace())


def ids_of(lists):
    """Of each list the ids of its units by their codes, as the importer makes them."""
    units = {unit["code"]: unit for unit in lists["opening"]["units"]}
    ids = {code: f"gso-{code}-{OLD}" for code in units}
    steps = [(units, ids)]
    for change in lists["changes"]:
        old, old_ids = steps[-1]
        new = {unit["code"]: unit for unit in change["units"]}
        given, got = {}, {}
        for pair in change["pairs"]:
            given.setdefault(pair["old"], []).append(pair)
            got.setdefault(pair["new"], []).append(pair)

        def goes_on(code):
            if code not in old:
                return False
            pairs = given.get(code, [])
            stays = not pairs or any(pair["new"] == code for pair in pairs)
            alike = old[code]["kind"] == new[code]["kind"] and plain(old[code]["name"]["vi"]) == plain(new[code]["name"]["vi"])
            whole = len(pairs) == 1 and pairs == got.get(code) and (pairs[0]["population"], pairs[0]["area"]) == ("all", "all")
            return (stays and alike) or whole

        new_ids = {code: old_ids[code] if goes_on(code) else f"gso-{code}-{change['day']}" for code in new}
        steps.append((new, new_ids))
    return steps


def figure(value, qualifier=None):
    return {"kind": "figure", "figure": str(value), **({"qualifier": qualifier} if qualifier else {})}


def observation(about, indicator, year, value, received):
    return {
        "about": about,
        "indicator": indicator,
        "period": {"start": f"{year}-01-01", "until": f"{year + 1}-01-01"},
        "stage": "done",
        "counted_by": "doer",
        "value": value,
        "basis": {"kind": "illustrative", "note": "Made up."},
        "received": received,
    }


def unit(unit_id):
    return {"kind": "unit", "unit": unit_id}


def percent(part, whole):
    """A share of one hundred with one decimal, half up."""
    tenths = (2000 * part + whole) // (2 * whole)
    return f"{tenths // 10}.{tenths % 10}" if tenths % 10 else str(tenths // 10)


def of_2022(units, ids, chance):
    """The true figures of each commune, and what was reported."""
    true, rows = {}, []
    for code, it in sorted(units.items()):
        if it["kind"] not in COMMUNES:
            continue
        disputes = chance.randint(6, 40)
        true[code] = {FUND: 500_000 * chance.randint(20, 160), DISPUTES: disputes,
                      MEDIATED: disputes - chance.randint(0, disputes // 5)}
        if code in MISSING:
            continue
        day = f"2022-12-{chance.randint(5, 28):02}"
        for indicator, value in true[code].items():
            told = value // 1000 if (code, indicator) == (THOUSANDS, FUND) else value
            rows.append(observation(unit(ids[code]), indicator, 2022, figure(told), day))
    for code in sorted(code for code, it in units.items() if it.get("parent") == "01" and code not in SILENT):
        below = [figures for commune, figures in true.items() if units[commune]["parent"] == code]
        sums = {indicator: sum(figures[indicator] for figures in below) for indicator in (FUND, DISPUTES, MEDIATED)}
        rate = percent(sums[MEDIATED], sums[DISPUTES])
        if code == TOO_LOW:
            sums[DISPUTES] -= 27
        for indicator, value in [*sums.items(), (RATE, rate)]:
            rows.append(observation(unit(ids[code]), indicator, 2022, figure(value), "2023-01-06"))
    cluster = {"kind": "cluster", "cluster": "ha-noi-front-cluster-3"}
    rows.append(observation(cluster, FUND, 2022, figure(4_500_000_000, "above"), "2022-11-08"))
    return true, rows


def of_2025(lists, steps, true, chance):
    """What the communes of 2025 reported: of each commune of 2022 about what it had, in a unit that has of it."""
    after = [{}, {}]
    for step, change in zip(after, lists["changes"]):
        for pair in change["pairs"]:
            step.setdefault(pair["old"], []).append(pair["new"])
    _, (between, _), (units, ids) = steps
    had = {}
    for code, figures in sorted(true.items()):
        middle = chance.choice(after[0].get(code, [code]))
        assert middle in between, middle
        new = chance.choice(after[1].get(middle, [middle]))
        for indicator, value in figures.items():
            had.setdefault(new, {}).setdefault(indicator, 0)
            had[new][indicator] += value
    rows = []
    for code, it in sorted(units.items()):
        if it["kind"] not in COMMUNES or code in MISSING_2025:
            continue
        growth = {FUND: chance.randint(95, 135), DISPUTES: chance.randint(75, 105)}
        figures = had.get(code, {FUND: 20_000_000, DISPUTES: 10, MEDIATED: 9})
        fund = figures[FUND] * growth[FUND] // 100 // 500_000 * 500_000
        disputes = figures[DISPUTES] * growth[DISPUTES] // 100
        mediated = min(disputes, figures[MEDIATED] * disputes // figures[DISPUTES] + chance.randint(0, 3))
        for indicator, value in ((FUND, fund), (DISPUTES, disputes), (MEDIATED, mediated)):
            rows.append(observation(unit(ids[code]), indicator, 2025, figure(value), "2025-12-19"))
    return rows


def write(name, vi, en, rows):
    head = {"title": {"vi": vi, "en": en}, "catalogue": "front-work"}
    body = ",\n".join("      " + json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    frame = json.dumps(head, ensure_ascii=False)[1:-1]
    text = f'{{\n  "format": "figures/1",\n  "figures": {{\n    {frame},\n    "observations": [\n{body}\n    ]\n  }}\n}}\n'
    (HERE / name).write_text(text, encoding="utf-8")
    json.loads(text)


def main():
    lists = json.loads((HERE / "../hanoi-history/unit-lists.json").read_text(encoding="utf-8"))["unit_lists"]
    steps = ids_of(lists)
    chance = random.Random(2022)
    true, rows = of_2022(*steps[0], chance)
    write("figures.json", "Số liệu minh họa của 579 xã, phường, thị trấn của Hà Nội năm 2022 (không có thật)",
          "Made-up figures of the 579 communes of Ha Noi in 2022", rows)
    write("figures-2025.json", "Số liệu minh họa của 126 xã, phường của Hà Nội năm 2025 (không có thật)",
          "Made-up figures of the 126 communes of Ha Noi in 2025", of_2025(lists, steps, true, chance))


main()
