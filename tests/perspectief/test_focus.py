"""The keyboard's focus is a ring around something; it never gives that another shape."""

import re
from pathlib import Path

from tests.support.package_order import ROOT

RULE = re.compile(r"([^{}]*:focus[^{}]*)\{([^{}]*)\}")
SHAPE = re.compile(r"(?<![\w-])(border-[\w-]*radius|border-radius|clip-path)\s*:")


def _styles() -> list[Path]:
    apps = (ROOT / "site", ROOT / "home", ROOT / "registration", ROOT / "media_library")
    return [path for app in apps for path in app.rglob("static/**/*.css")]


def test_focus_makes_nothing_round_square():
    assert _styles()
    wrong = [
        f"{path.name}: {' '.join(selector.split())}"
        for path in _styles()
        for selector, declarations in RULE.findall(path.read_text(encoding="utf-8"))
        if SHAPE.search(declarations)
    ]
    assert wrong == []
