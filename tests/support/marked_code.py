"""Code of the project that notes in a list what of it has run.

Before each statement, and on each way on from a choice, one place of the list is set: as cheap as
Python can note anything. What was rewritten is kept on disk, because each process of a run needs
all of it, and rewriting takes seconds.
"""

import ast
import importlib.util
import marshal
import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from types import CodeType
from typing import TypeAlias

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / "var" / "test" / "marked"
#: The list stands under this name in each module.
SEEN = "__seen__"
#: What may be seen: the line of a statement, or of a choice with the way that was taken.
Place: TypeAlias = tuple[int, str]
STATEMENT = ""
#: Changes with what is written below, and with how Python writes code down.
_VERSION = Path(__file__).read_bytes() + importlib.util.MAGIC_NUMBER


def marked(path: Path) -> tuple[list[Place], CodeType]:
    """Return the places in a file that may be seen, and its code, which marks them."""
    source = path.read_bytes()
    digest = sha256(_VERSION + source).hexdigest()
    kept = KEPT / ".".join(path.relative_to(ROOT).parts)
    if kept.exists():
        known, places, code = marshal.loads(kept.read_bytes())  # noqa: S302 - written by us
        if known == digest:
            return places, code
    tree = ast.parse(source)
    marks = _Marks()
    marks.add_to(tree)
    code = compile(ast.fix_missing_locations(tree), str(path), "exec")
    KEPT.mkdir(parents=True, exist_ok=True)
    unfinished = kept.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(marshal.dumps((digest, marks.places, code)))
    unfinished.rename(kept)
    return marks.places, code


class _Marks(ast.NodeVisitor):
    """Puts the marks into a tree, and knows of each what it stands for."""

    def __init__(self) -> None:
        self.places: list[Place] = []

    def add_to(self, tree: ast.Module) -> None:
        """Mark all that `tree` may do."""
        self.visit(tree)

    def generic_visit(self, node: ast.AST) -> None:
        """Mark each statement in what `node` holds."""
        for name in ("body", "handlers", "orelse", "finalbody"):
            inner = getattr(node, name, None)
            if not isinstance(inner, list):  # `a if b else c` has them too, and no statements
                continue
            if name == "handlers":
                for handler in inner:
                    self.visit(handler)
            else:
                setattr(node, name, list(self._with_marks(inner)))

    def visit_If(self, node: ast.If) -> None:
        """Mark both ways on, unless only a type checker takes the first."""
        if ast.unparse(node.test) != "TYPE_CHECKING":
            self._mark_both_ways(node)

    def visit_For(self, node: ast.For) -> None:
        """Mark a round, and the end without a break."""
        self._mark_both_ways(node)

    def visit_While(self, node: ast.While) -> None:
        """Mark a round, and the end without a break."""
        self._mark_both_ways(node)

    def visit_Match(self, node: ast.Match) -> None:
        """Mark each case, and that none was met."""
        for number, case in enumerate(node.cases):
            mark = self._mark(node, f"case {number}")
            self.generic_visit(case)
            case.body = [mark, *case.body]
        last = node.cases[-1]
        takes_all = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
        if last.guard or not takes_all:
            none = ast.match_case(ast.MatchAs(), body=[self._mark(node, "no case")])
            node.cases.append(none)

    def _mark_both_ways(self, node: ast.If | ast.For | ast.While) -> None:
        on, past = self._mark(node, "on"), self._mark(node, "past")
        self.generic_visit(node)
        node.body = [on, *node.body]
        node.orelse = [past, *node.orelse]

    def _with_marks(self, statements: list[ast.stmt]) -> Iterator[ast.stmt]:
        for statement in statements:
            if not _does_nothing(statement):
                yield self._mark(statement, STATEMENT)
            self.visit(statement)
            yield statement

    def _mark(self, node: ast.AST, way: str) -> ast.stmt:
        index = len(self.places)
        self.places.append((node.lineno, way))
        (mark,) = ast.parse(f"{SEEN}[{index}] = True").body
        for part in ast.walk(mark):
            ast.copy_location(part, node)
        return mark


def _does_nothing(statement: ast.stmt) -> bool:
    """Return whether nothing is left of `statement` when it runs, or it has to come first."""
    match statement:
        case ast.Expr(value=ast.Constant()) | ast.Global() | ast.Nonlocal():
            return True
        case ast.ImportFrom(module="__future__"):
            return True
        case ast.If(test=test):
            return ast.unparse(test) == "TYPE_CHECKING"
    return False
