"""The file in which a server keeps its settings, so that every command there finds them.

Lines of `NAME=value`. What the environment says goes before what the file says, and a server that
has only an environment, such as a container, needs no file.
"""

import os
from io import StringIO
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from dotenv import dotenv_values

DEFAULT_FILE = "/etc/perspectief/environment"


def read_environment_file() -> None:
    """Put into the environment what the file says and the environment does not.

    The variable ENVIRONMENT_FILE names another file, which then has to be there.

    Raises:
        ImproperlyConfigured: the file cannot be read.
    """
    named = os.environ.get("ENVIRONMENT_FILE", "")
    path = Path(named or DEFAULT_FILE)
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        if named:
            raise ImproperlyConfigured(f"{path} (ENVIRONMENT_FILE) is not there.") from None
        return
    except (OSError, UnicodeDecodeError) as error:
        raise ImproperlyConfigured(
            f"{path} cannot be read ({type(error).__name__}); run this as the site's own user."
        ) from None
    for name, value in _values(text).items():
        os.environ.setdefault(name, value)


def _values(text: str) -> dict[str, str]:
    found = dotenv_values(stream=StringIO(text), interpolate=False)  # a password may hold a $
    return {name: value for name, value in found.items() if value is not None}
