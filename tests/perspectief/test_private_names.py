"""What our code uses of others' private names, and that those versions are pinned exactly.

A private name may change in any version, and no range of versions promises anything about it.
"""

import ast
import inspect
import sys
import tomllib
from collections.abc import Iterator
from importlib import import_module, metadata

import pytest

from tests.support.package_order import APPS, ROOT, modules

#: Each private name, with the distribution that it belongs to.
PRIVATE_NAMES = {
    "_check_str_default_value": "django",
    "_committed": "django",
    "_get_filename": "django",
    "_mutable": "django",
    "_password": "django",
    "_post_clean": "django",
    "_raw_delete": "django",
    "_session_key": "django",
    "_verbose_name": "django",
    "allauth.account.internal.flows.login": "django-allauth",
    "allauth.account.internal.flows.password_reset": "django-allauth",
    "allauth.account.internal.flows.reauthentication": "django-allauth",
    "allauth.account.internal.userkit": "django-allauth",
    "allauth.mfa.recovery_codes.internal.auth": "django-allauth",
    "allauth.mfa.webauthn.internal": "django-allauth",
    "_granian": "granian",  # its logger
    "_data": "pypdf",
    "_objects": "pypdf",
    "_set_document_file_metadata": "wagtail",
    "_set_image_file_metadata": "wagtail",
    "_wagtail_route_for_request": "wagtail",
    "_wagtail_site": "wagtail",
    "_get_path_id": "wagtail-localize",
    "sha256-": "wagtail-localize",  # of inline scripts in its templates
}
#: Private by their look only: documentation names them.
DOCUMENTED = {"_meta", "_default_manager", "_base_manager"}
#: Found by reading and not by this test: strings in settings and policies.
WRITTEN_AS_TEXT = {"_granian", "sha256-"}


def is_private(name: str) -> bool:
    """Return whether a name is private, other than one of Python's own such as `__init__`."""
    return name.startswith("_") and not name.startswith("__") and name not in DOCUMENTED


def own_names(trees: list[ast.Module]) -> set[str]:
    """Return the private names that our own code gives: functions, classes, attributes of self."""
    found = set()
    for node in (node for tree in trees for node in ast.walk(tree)):
        match node:
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name):
                found.add(name)
            case ast.ClassDef(name=name) | ast.arg(arg=name) | ast.Name(id=name, ctx=ast.Store()):
                found.add(name)
            case ast.Attribute(value=ast.Name(id="self" | "cls"), attr=name, ctx=ast.Store()):
                found.add(name)
    return found


def names_in(tree: ast.Module) -> Iterator[str]:
    """Yield the private names that a module uses, ours too, and private modules of others."""
    for node in ast.walk(tree):
        match node:
            case ast.ImportFrom(module=str(module), names=aliases) if module.split(".")[0] not in (
                {*APPS, *sys.stdlib_module_names}
            ):
                if any(is_private(part) or part == "internal" for part in module.split(".")):
                    yield module
                yield from (alias.name for alias in aliases if is_private(alias.name))
            case ast.Attribute(attr=name) if is_private(name):
                yield name
            case ast.Call(
                func=ast.Name(id="getattr" | "setattr" | "hasattr"),
                args=[_, ast.Constant(value=str(name)), *_],
            ) if is_private(name):
                yield name


def overridden_names() -> Iterator[str]:
    """Yield the private methods of others that a class of ours calls or has in their place."""
    for module, path in modules().items():
        if module == "perspectief.settings.production":  # wants secrets
            continue
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if not isinstance(node, ast.ClassDef):
                continue
            others = [
                base
                for base in inspect.getmro(getattr(import_module(module), node.name))
                if base.__module__.split(".")[0] not in APPS
            ]
            given = [each.name for each in node.body if isinstance(each, ast.FunctionDef)]
            for name in (*names_in(ast.Module([node], [])), *given):
                if is_private(name) and any(name in vars(base) for base in others):
                    yield name


def test_each_private_name_of_others_is_listed() -> None:
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in modules().values()]
    own = own_names(trees)
    used = {name for tree in trees for name in names_in(tree) if name not in own}
    assert used | set(overridden_names()) == set(PRIVATE_NAMES) - WRITTEN_AS_TEXT


@pytest.mark.parametrize("distribution", sorted(set(PRIVATE_NAMES.values())))
def test_that_version_is_pinned_and_is_the_one_we_run(distribution: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = dict(
        each.split("==") for each in project["dependencies"] if "==" in each and ";" not in each
    )
    pinned = {name.partition("[")[0]: version for name, version in pins.items()}
    assert pinned.get(distribution) == metadata.version(distribution)


def test_names_that_are_written_as_text_are_still_used() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in modules().values())
    for name in WRITTEN_AS_TEXT:
        assert name in sources
