"""One page of HTML as a test reads it: headings, links, files, languages and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urljoin

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString

#: Where HTML names another address: attribute → elements that have it.
ADDRESS_ATTRIBUTES = {
    "href": ("a", "area", "link", "use", "image"),
    "src": ("audio", "embed", "iframe", "img", "input", "script", "source", "track", "video"),
    "poster": ("video",),
    "data": ("object",),
}
#: Of these only the browser of a reader who follows them asks for anything.
FOLLOWED_BY_READERS = {"a", "area"}
#: `rel` of <link> that tells something, and has no browser fetch anything.
TOLD_BY_LINKS = {"canonical", "alternate", "prev", "next", "license", "author"}
ADDRESSES_IN_META = {"og:image", "og:url", "og:video", "twitter:image"}
#: Elements that do not end a sentence.
INLINE = {
    *("a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "del", "dfn", "em", "i"),
    *("ins", "kbd", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "svg"),
    *("time", "u", "var", "wbr"),
}
WITHOUT_WORDS = {"script", "style", "template", "svg", "code"}
WORDS_IN_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label", "aria-description")
WORDS_IN_META = {"description", "og:title", "og:description", "og:image:alt"}


@dataclass(frozen=True)
class Reference:
    """An address that a page names, made absolute; `is_fetched` if opening the page asks for it."""

    element: str
    url: str
    is_fetched: bool


@dataclass(frozen=True)
class Words:
    """Text that a reader sees or hears as one, the language it says it is in, and where it is."""

    language: str
    text: str
    place: str


class HtmlPage:
    """A page at `path` of the site at `base_url`, read from `html`."""

    def __init__(self, base_url: str, path: str, html: str) -> None:
        self.url = f"{base_url}{path}"
        self.path = path
        self.html = html

    @cached_property
    def tree(self) -> BeautifulSoup:
        """The elements."""
        return BeautifulSoup(self.html, "html.parser")

    @cached_property
    def language(self) -> str:
        """What <html> says, "" if nothing."""
        root = self.tree.find("html")
        return str(root.get("lang", "")) if root else ""

    @property
    def titles(self) -> list[str]:
        """Texts of all <title> elements of the page itself."""
        return [_squeezed(each.get_text()) for each in self.tree.select("head > title")]

    def meta(self, name: str) -> list[str]:
        """Contents of the <meta> elements with this name or property."""
        found = self.tree.select(f'meta[name="{name}"], meta[property="{name}"]')
        return [str(each.get("content", "")) for each in found]

    @property
    def headings(self) -> list[tuple[int, str]]:
        """Level and text of every heading, in order."""
        found = self.tree.find_all(re.compile("^h[1-6]$"))
        return [(int(each.name[1]), _squeezed(each.get_text(" "))) for each in found]

    @cached_property
    def ids(self) -> list[str]:
        """All ids."""
        return [str(each["id"]) for each in self.tree.find_all(id=True)]

    @property
    def canonical(self) -> list[str]:
        """Addresses that the page calls its own."""
        return [str(each["href"]) for each in self.tree.select("link[rel=canonical]")]

    @property
    def alternates(self) -> dict[str, str]:
        """Language → address, as search engines read it."""
        found = self.tree.select("link[rel=alternate][hreflang]")
        return {str(each["hreflang"]): str(each["href"]) for each in found}

    @property
    def language_switch(self) -> dict[str, str]:
        """Language → absolute address of what the header offers, as a link or to send a form to."""
        links = self.tree.select("header a[hreflang]")
        buttons = self.tree.select("header button[formaction][lang]")
        offered = {str(each["hreflang"]): str(each["href"]) for each in links}
        offered |= {str(each["lang"]): str(each["formaction"]) for each in buttons}
        return {language: urljoin(self.url, address) for language, address in offered.items()}

    @cached_property
    def references(self) -> list[Reference]:
        """Every address that the page names, but for those of posted forms."""
        return list(self._references())

    def _references(self) -> Iterator[Reference]:
        for attribute, names in ADDRESS_ATTRIBUTES.items():
            for element in self.tree.find_all(names, attrs={attribute: True}):
                told = bool(TOLD_BY_LINKS & set(element.get_attribute_list("rel")))
                fetched = element.name not in FOLLOWED_BY_READERS and not told
                yield self._reference(element.name, str(element[attribute]), fetched)
        for element in self.tree.find_all(["img", "source"], srcset=True):
            for candidate in str(element["srcset"]).split(","):
                yield self._reference(element.name, candidate.split()[0], True)
        for form in self.tree.find_all("form"):
            if str(form.get("method", "get")).lower() == "get":
                yield self._reference("form", str(form.get("action", "")), False)
        for name in ADDRESSES_IN_META:
            for content in self.meta(name):
                yield self._reference("meta", content, False)

    def _reference(self, element: str, address: str, is_fetched: bool) -> Reference:
        return Reference(element, urljoin(self.url, address.strip()), is_fetched)

    # --- Words --------------------------------------------------------------------------------

    def words(self) -> Iterator[Words]:
        """Yield everything that a reader sees or hears, with the language it claims to be in."""
        yield from self._words_in_text()
        for name in WORDS_IN_META:
            for content in self.meta(name):
                yield Words(self.language, content, name)
        for element in self.tree.find_all(True):
            for name, value in element.attrs.items():
                is_text = name in WORDS_IN_ATTRIBUTES or (
                    name.startswith("data-") and " " in str(value).strip()
                )
                if is_text and value:
                    yield Words(_language_of(element), str(value), f"{element.name}[{name}]")
            if element.name == "input" and element.get("type") in ("submit", "button"):
                yield Words(_language_of(element), str(element.get("value", "")), "button")

    def _words_in_text(self) -> Iterator[Words]:
        pieces: dict[tuple[int, str], list[str]] = {}
        places: dict[tuple[int, str], str] = {}
        for string in self.tree.find_all(string=True):
            parent = string.parent
            if isinstance(string, PreformattedString) or parent is None or _is_wordless(string):
                continue
            block = parent
            while block.name in INLINE and block.parent is not None:
                block = block.parent
            key = (id(block), _language_of(parent))
            pieces.setdefault(key, []).append(str(string))
            places[key] = block.name
        for key, texts in pieces.items():
            text = _squeezed("".join(texts))
            if text:
                yield Words(key[1], text, places[key])


def _squeezed(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())


def _is_wordless(string: NavigableString) -> bool:
    return any(parent.name in WITHOUT_WORDS for parent in string.parents)


def _language_of(element: Tag) -> str:
    for each in (element, *element.parents):
        if each.get("lang"):
            return str(each["lang"])
    return ""
