"""How much is in an XML file, counted before anything builds a tree of it.

A file of a few kilobytes can ask for any amount of memory or time.
"""

from xml.parsers import expat


class TooMuchXmlError(Exception):
    """It has more elements, or deeper ones, than allowed."""


class UnreadableXmlError(Exception):
    """It is no XML, or declares entities."""


class _StopError(Exception):
    """The root has been seen."""


def check_amount(content: bytes, maximum_elements: int, maximum_depth: int) -> int:
    """Return how many elements there are, in time that the length of `content` bounds.

    Raises:
        TooMuchXmlError, UnreadableXmlError: see there.
    """
    elements = depth = 0

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal elements, depth
        elements, depth = elements + 1, depth + 1
        if elements > maximum_elements or depth > maximum_depth:
            raise TooMuchXmlError

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1

    parser = _parser()
    parser.StartElementHandler = begin
    parser.EndElementHandler = end
    _parse(parser, content)
    return elements


def root_of(content: bytes) -> str:
    """Return the name of the root as ElementTree has it, and read no further.

    Raises:
        UnreadableXmlError: see there.
    """
    found = ""

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal found
        namespace, _separator, local = name.rpartition(" ")
        found = f"{{{namespace}}}{local}" if namespace else local
        raise _StopError

    parser = _parser(" ")
    parser.StartElementHandler = begin
    try:
        _parse(parser, content)
    except _StopError:
        return found
    raise UnreadableXmlError  # not reached: what has no root is no XML


def _parser(namespace_separator: str | None = None) -> expat.XMLParserType:
    def refuse_entity(*declaration: object) -> None:
        raise UnreadableXmlError

    parser = expat.ParserCreate(namespace_separator=namespace_separator)
    parser.EntityDeclHandler = refuse_entity
    return parser


def _parse(parser: expat.XMLParserType, content: bytes) -> None:
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError, LookupError) as error:  # an encoding nobody knows
        raise UnreadableXmlError from error
