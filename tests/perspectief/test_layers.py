"""Dependencies between our packages point one way."""

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

PACKAGES = ("perspectief", "home", "registration", "media_library")

# (package, imported package): the modules that may import it, and what they may import.
# A package that is not named here may not be imported at all.
ALLOWED: dict[tuple[str, str], tuple[set[str] | None, set[str] | None]] = {
    ("home", "perspectief"): (None, None),
    ("home", "media_library"): (None, None),
    ("home", "registration"): (None, {"registration.services"}),
    ("registration", "perspectief"): (None, None),
    # Page types mount the forms.
    ("registration", "home"): ({"registration.public_pages.bases"}, {"home.pages"}),
    ("media_library", "perspectief"): (None, None),
    ("perspectief", "registration"): (None, {"registration.services"}),
    ("perspectief", "home"): ({"perspectief.urls"}, None),  # puts the addresses together
}


def folder_of(package: str) -> Path:
    spec = find_spec(package)
    assert spec is not None
    assert spec.submodule_search_locations
    return Path(spec.submodule_search_locations[0])


def imports_of(source: str) -> set[str]:
    """Return every module named by an import in `source`, `from` imports with what they import."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return found


def violations(package: str, module: str, source: str) -> list[str]:
    """Return the imports in `source`, a module of `package`, that the rules forbid."""
    found = []
    for imported in sorted(imports_of(source)):
        other = imported.split(".")[0]
        if other == package or other not in PACKAGES:
            continue
        modules, targets = ALLOWED.get((package, other), (set(), set()))
        allowed_here = modules is None or module in modules
        allowed_target = targets is None or any(
            imported == target or imported.startswith(f"{target}.") for target in targets
        )
        if not (allowed_here and allowed_target):
            found.append(f"{module} imports {imported}")
    return found


@pytest.mark.parametrize("package", PACKAGES)
def test_package_imports_only_what_it_may(package: str):
    folder = folder_of(package)
    found = []
    for path in sorted(folder.rglob("*.py")):
        parts = path.relative_to(folder).with_suffix("").parts
        module = ".".join((package, *(part for part in parts if part != "__init__")))
        found += violations(package, module, path.read_text(encoding="utf-8"))
    assert found == []


@pytest.mark.parametrize(
    ("package", "module", "source"),
    [
        ("home", "home.pages", "from registration.models import Registration"),
        ("home", "home.pages", "from registration import models"),
        ("home", "home.pages", "def f():\n    import registration.queue"),
        ("registration", "registration.queue", "from home.pages import BasePage"),
        ("registration", "registration.public_pages.pages", "from home.chrome import Link"),
        ("media_library", "media_library.models", "from home.pages import BasePage"),
        ("media_library", "media_library.models", "from registration.services import claim"),
        ("perspectief", "perspectief.checks", "from home.pages import BasePage"),
    ],
)
def test_a_forbidden_import_is_found(package: str, module: str, source: str):
    assert len(violations(package, module, source)) == 1


@pytest.mark.parametrize(
    ("package", "module", "source"),
    [
        ("home", "home.pages", "from registration import services"),
        ("home", "home.pages", "from registration.services import claim"),
        ("registration", "registration.public_pages.bases", "from home.pages import BasePage"),
        ("perspectief", "perspectief.urls", "from home.robots import robots_txt"),
    ],
)
def test_an_allowed_import_is_left_alone(package: str, module: str, source: str):
    assert violations(package, module, source) == []
