"""The addresses of the demo site, worked out from what is written down and not from the site."""

from dataclasses import dataclass

from home.demo_content.reading.demo import the_demo


@dataclass(frozen=True)
class PagePair:
    """The Dutch and the English address of one page, and its type."""

    page_type: str
    nl: str
    en: str

    @property
    def addresses(self) -> dict[str, str]:
        """Language → address."""
        return {"nl": self.nl, "en": self.en}


#: What a page looks like after a question or a choice, and pages that are not in the tree.
STATES = (
    PagePair("step of the form", "/aanmelden/wie-je-bent/", "/en/register/about-you/"),
    PagePair("search, not begun", "/zoeken/", "/en/search/"),
    PagePair("search, empty", "/zoeken/?q=", "/en/search/?q="),
    PagePair("search, found", "/zoeken/?q=gratis", "/en/search/?q=free"),
    PagePair("search, nothing found", "/zoeken/?q=xylofoon", "/en/search/?q=xylophone"),
    PagePair("stories, chosen", "/verhalen/?role=harmed", "/en/stories/?role=harmed"),
    PagePair("media, chosen", "/pers-en-media/?kind=radio", "/en/press-and-media/?kind=radio"),
    PagePair("media, next page", "/pers-en-media/?page=2", "/en/press-and-media/?page=2"),
    PagePair("tells that there is no translation", "/?only=en", "/en/?only=nl"),
)
NOT_THERE = PagePair("not found", "/nergens/", "/en/nowhere/")


def demo_pages() -> list[PagePair]:
    """Return the pair of every demo page, in the order in which they are made."""
    found: dict[str, PagePair] = {}
    for page in the_demo().pages:
        if page.parent in found and page.key != "home":
            parent = found[page.parent]
            nl, en = f"{parent.nl}{page.slug.nl}/", f"{parent.en}{page.slug.en}/"
        else:
            nl, en = "/", "/en/"
        found[page.key] = PagePair(page.model, nl, en)
    return list(found.values())


def one_of_each_type() -> list[PagePair]:
    """Return the first pair of every page type, and every state."""
    first: dict[str, PagePair] = {}
    for pair in demo_pages():
        first.setdefault(pair.page_type, pair)
    return [*first.values(), *STATES, NOT_THERE]
