"""Write the schema and the manifest of resources/channels after a file was edited by hand.

The manifest holds the SHA-256 of each file; the program refuses a file that differs. Raise
`VERSION`, and set `BUILT` to the day the files were last checked as a whole.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "channels"
SCHEMA = ROOT / "resources" / "schema" / "channels.schema.json"
VERSION = "2026.11.1"
BUILT = "2026-11-21"


def main() -> None:
    """Write both files."""
    sys.path.insert(0, str(ROOT / "src"))
    write(FOLDER / "manifest.json", manifest_text())
    from indicator_checker.channels_schema import schema_text

    write(SCHEMA, schema_text())


def manifest_text() -> str:
    """Give the manifest for the files as they are now."""
    files = sorted(p for p in FOLDER.glob("*.json") if p.name != "manifest.json")
    hashes = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in files}
    manifest = {"format": 1, "version": VERSION, "built": BUILT, "files": hashes}
    return json.dumps(manifest, indent=2) + "\n"


def write(path: Path, text: str) -> None:
    """Write a text file the same way on every system."""
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
