"""The passage that shows why a page was found."""

from hypothesis import given
from hypothesis import strategies as st

from home.search.passages import BEFORE, LENGTH, marked, passage
from home.search.terms import terms_of

TEXT = (
    "Wat je moet weten\nWe bellen je binnen drie dagen. Je kunt dan alles vragen.\n"
    "Wat kost het?\nEen gesprek is gratis. De tolk ook.\nDaarna hoor je van ons."
)


def show(text: str, lead: str, words: str) -> str:
    return str(passage(text, lead, terms_of(words, "nl"), "nl"))


def test_it_begins_at_the_sentence_that_has_the_words():
    found = show(TEXT, "Over ons werk.", "tolk")
    assert found.startswith("De <mark>tolk</mark> ook. Daarna")


def test_most_different_words_win():
    found = show(TEXT, "", "gratis tolk bellen")
    assert "<mark>gratis</mark>. De <mark>tolk</mark>" in found


def test_other_forms_and_words_that_mean_the_same_are_marked_too():
    assert str(marked("Brieven over een ongeval.", terms_of("brief ongeluk", "nl"), "nl")) == (
        "<mark>Brieven</mark> over een <mark>ongeval</mark>."
    )


def test_a_heading_is_set_apart_from_what_stands_below_it():
    assert "Wat je moet <mark>weten</mark> – We bellen" in show(TEXT, "", "weten")


def test_without_a_hit_in_the_text_it_is_the_lead():
    assert show(TEXT, "Voor <iedereen>.\nMeer", "olifant") == "Voor &lt;iedereen&gt;."
    assert show("", "", "olifant") == ""


def test_the_lead_comes_first_where_it_says_as_much():
    assert show(TEXT, "Een tolk kan.", "tolk") == "Een <mark>tolk</mark> kan."


def test_long_sentences_are_cut_between_words():
    found = show(f"{'voor ' * 200}tolk {'na ' * 200}", "", "tolk")
    text = found.replace("<mark>", "").replace("</mark>", "")
    assert found.startswith("…voor voor")
    assert found.endswith(" na…")
    assert "<mark>tolk</mark>" in found
    assert len(text) <= LENGTH + 2


def test_a_text_without_any_space_is_cut():
    assert len(show("x" * 5_000, "", "x")) <= LENGTH + BEFORE


@given(st.text(max_size=600), st.text(max_size=60))
def test_nothing_of_a_text_becomes_html(text, words):
    html = show(text, "", words).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in html
    assert ">" not in html
