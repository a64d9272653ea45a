"""Write resources/channels/emergency.json from the phone-number metadata.

Run it after `phonenumbers` was updated, then `packaging/seal_channels.py`. The metadata says
which numbers are emergency numbers of a country, not which of them to call first. That comes
from the emergency rows of the channel files; in the European Union it is 112. Where neither
says so the numbers are all to be shown.
"""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import phonenumbers
from babel import Locale
from phonenumbers import PhoneMetadata
from phonenumbers.shortdata import _AVAILABLE_REGION_CODES
from phonenumbers.shortnumberinfo import is_emergency_number

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "channels"
# Groups of countries, test codes, and parts of Spain, France, Britain and Guernsey that have a
# code of their own in the name list but dial as the country does.
NO_COUNTRY = {"EU", "EZ", "UN", "QO", "XA", "XB", "ZZ", "IC", "EA", "CP", "DG", "CQ"}
EUROPEAN_UNION = "AT,BE,BG,CY,CZ,DE,DK,EE,ES,FI,FR,GR,HR,HU,IE,IT,LT,LU,LV,MT,NL,PL,PT,RO,SE,SI,SK"
WIDELY_CALLED = ("112", "911", "999")


def main() -> None:
    """Write the file."""
    entries = [entry_of(country, name) for country, name in country_names().items()]
    entries.sort(key=lambda entry: sort_key(str(entry["name"])))
    lines = ",\n".join("    " + json.dumps(e, ensure_ascii=False) for e in entries)
    source = json.dumps(
        {
            "title": "libphonenumber: short-number metadata",
            "url": "https://github.com/google/libphonenumber",
            "version": f"phone-number metadata {phonenumbers.__version__}",
        }
    )
    text = f'{{\n  "format": 1,\n  "source": {source},\n  "countries": [\n{lines}\n  ]\n}}\n'
    (FOLDER / "emergency.json").write_text(text, encoding="utf-8", newline="\n")


def country_names() -> dict[str, str]:
    """Give the English name of every country by its two letters."""
    names = Locale("en").territories
    codes = {code for code in names if len(code) == 2 and code.isalpha()}
    codes |= set(phonenumbers.SUPPORTED_REGIONS)
    return {code: str(names[code]) for code in sorted(codes - NO_COUNTRY)}


def entry_of(country: str, name: str) -> dict[str, Any]:
    """Put the emergency numbers of a country in order, the main one first."""
    listed = listed_numbers(country)
    preferred = [n for n in row_numbers(country) if n in listed]
    known = bool(preferred) or len(listed) == 1
    if not preferred and country in EUROPEAN_UNION.split(",") and "112" in listed:
        preferred, known = ["112"], True
    if not preferred:
        preferred = [n for n in WIDELY_CALLED if n in listed]
    rest = sorted((n for n in listed if n not in preferred), key=lambda n: (len(n), n))
    return {"country": country, "name": name, "numbers": preferred + rest, "main_known": known}


def listed_numbers(country: str) -> set[str]:
    """Give the emergency numbers the metadata lists for a country, one by one.

    The metadata describes them by a pattern. Ten numbers that differ in the last digit alone
    are a range somebody reserved, not numbers to choose from, and are left out.
    """
    if country not in _AVAILABLE_REGION_CODES:
        return set()
    metadata = PhoneMetadata.short_metadata_for_region(country)
    emergency = metadata.emergency
    if emergency is None or not emergency.national_number_pattern:
        return set()
    pattern = emergency.national_number_pattern
    lengths = emergency.possible_length or metadata.general_desc.possible_length
    numbers = {
        digits
        for length in lengths
        for digits in (str(number).zfill(length) for number in range(10**length))
        if re.fullmatch(pattern, digits) and is_emergency_number(digits, country)
    }
    return {n for n in numbers if not {n[:-1] + last for last in "0123456789"} <= numbers}


def row_numbers(country: str) -> list[str]:
    """Give the emergency numbers of the country's own channel file, in its order."""
    path = FOLDER / f"{country.lower()}.json"
    if not path.exists():
        return []
    channels = json.loads(path.read_text(encoding="utf-8"))["channels"]
    rows = [c for c in channels if c["kind"] == "emergency" and c["status"] == "sourced"]
    numbers = [[c["phone_display"], *(alt["phone"] for alt in c["alt_phones"])] for c in rows]
    return [number for row in numbers for number in row]


def sort_key(name: str) -> str:
    """Sort Åland under A."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


if __name__ == "__main__":
    main()
