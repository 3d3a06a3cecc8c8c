"""The files with the words of the demo: whoever edits them is told what is wrong, and where."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Page

from home.demo_content import build
from home.demo_content.reading.demo import FOLDER, LISTS, read_demo, the_demo
from home.demo_content.reading.marked import FaultyWordsError

#: A page with most of what pages hold.
PAGE = "what-happened/violence.yaml"
VIDEO = "videos/video-why.yaml"
CAMPAIGN = "campaigns/campaign-letter.yaml"
LANGUAGES = "for-everyone/other-languages.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of one's own with all files."""
    return Path(shutil.copytree(FOLDER, tmp_path / "words"))


@pytest.fixture
def edit(folder: Path) -> Callable[[str, str, str], int]:
    """Puts one text in the place of another, once; returns the line where that stands."""

    def edit(name: str, old: str, new: str) -> int:
        text = (folder / name).read_text(encoding="utf-8")
        assert old in text, old
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")
        return text[: text.index(old)].count("\n") + 1

    return edit


def faults(folder: Path) -> list[str]:
    """What is wrong with the files."""
    with pytest.raises(FaultyWordsError) as raised:
        read_demo(folder)
    return str(raised.value).splitlines()


def test_every_file_is_part_of_the_demo():
    names = {file.stem for file in FOLDER.rglob("*") if file.is_file()}

    assert names == {page.key for page in the_demo().pages} | set(LISTS)


@pytest.mark.parametrize(
    ("name", "old", "new", "sentence"),
    [
        (PAGE, "en: After violence", "en:", "The English text is missing."),
        (PAGE, "nl: Na geweld", "nl: ''", "The Dutch text is missing."),
        (PAGE, "nl: Is dit veilig?\n        ", "", "The Dutch text is missing."),
        (PAGE, "nl: Is dit veilig?", "fr: Est-ce sûr ?", "‘fr’ is not known here; known are nl,"),
        (PAGE, "slug:", "slag:", "‘slag’ is not known here; known are type, title, slug,"),
        (PAGE, "quote:", "words:", "‘words’ is not known here; known are "),
        (PAGE, "- note:", "- remark:", "There is no block ‘remark’; known are text, doors,"),
        (PAGE, "- crisis", "- crysis", "There is no block ‘crysis’; known are "),
        (PAGE, "- crisis", "- note", "The block ‘note’ has to be filled in."),
        (PAGE, "page: story-danny", "page: story-dany", "There is no page ‘story-dany’."),
        (PAGE, "page: how-it-works", "page: how", "There is no page ‘how’."),
        (PAGE, "type: ContentPage", "type: Page", "‘Page’ is no type of page; known are "),
        (PAGE, "neutral_card: yes", "neutral_card: ja", "‘ja’ is no answer; known are yes, no."),
        (PAGE, "special: register", "special: home", "‘home’ is no choice; known are register."),
        (PAGE, "nl: Na geweld", f"nl: {'Na ' * 100}", "The Dutch text has 299 characters; 255 fit"),
        (PAGE, "en: After violence", "nl: After violence", "‘nl’ stands here twice."),
        (PAGE, "body:\n", "body: none\nother:\n", "A list belongs here: lines that begin with a"),
        (VIDEO, "overlap: 0.46", "overlap: much", "‘much’ is no number."),
        (VIDEO, "clip: why", "clip: who", "There is no clip ‘who’ in media/."),
        (CAMPAIGN, "14 days ago", "last week", "‘last week’ is no day, such as 2024-09-15,"),
        (CAMPAIGN, "drawing: approach", "drawing: car", "‘car’ is no choice; known are "),
        (LANGUAGES, "language: de", "language: it", "‘it’ is no language; known are de, fr,"),
        ("figures.yaml", "value: 1651", "value: 1.651", "‘1.651’ is no whole number."),
        ("figures.yaml", "precision: about", "precision: so", "‘so’ is no precision; known are "),
        ("figures.yaml", "code: allocated", "code: received", "The figure ‘received’ of 2024"),
        ("documents.yaml", "page: leaflet", "page: flyer", "There is no page ‘flyer’."),
        ("coverage.yaml", "kind: podcast", "kind: cast", "‘cast’ is no kind; known are "),
        ("menus.yaml", "page: stories", "page: tales", "There is no page ‘tales’."),
        ("site_tree.yaml", "circles:", "squares:", "The page ‘squares’ has no file squares.yaml."),
        ("site_tree.yaml", "circles:", "register:", "The page ‘register’ stands in the tree"),
    ],
)  # fmt: skip
def test_a_fault_names_its_file_and_line_and_says_what_is_wrong(
    folder, edit, name, old, new, sentence
):
    line = edit(name, old, new)

    place = f"words/{name}, line {line}: "
    assert [each for each in faults(folder) if each.startswith(place + sentence)]


def test_a_missing_text_is_told_by_the_line_where_it_belongs(folder, edit):
    line = edit(PAGE, "en: After violence", "en:")

    assert faults(folder) == [f"words/{PAGE}, line {line}: The English text is missing."]


def test_a_missing_part_is_told_by_what_lacks_it(folder, edit):
    line = edit(PAGE, "description:\n", "seo_title:\n")

    assert faults(folder)[0].startswith(f"words/{PAGE}, line 2: ‘description’ is missing.")
    assert line > 2


def test_a_link_that_leads_nowhere_or_to_two_things_is_told(folder, edit):
    edit(PAGE, "      special: register\n", "")
    edit(PAGE, "page: story-danny", "page: story-danny\n        special: register")

    told = faults(folder)

    assert len(told) == 2
    assert all("A link leads to one thing: page, external_url, special." in each for each in told)


@pytest.mark.parametrize(
    ("new", "sentence"),
    [
        ("offenders.2023]]", "There is no figure ‘initiator-by-kind.violence-offenders.2023’."),
        ("offenders.2024]", "A figure in a text is written as [[set.figure.year]]."),
    ],
)
def test_a_broken_figure_in_a_text_is_told_by_the_line_where_the_text_begins(
    folder, edit, new, sentence
):
    line = edit(PAGE, "offenders.2024]]", new)

    assert faults(folder) == [f"words/{PAGE}, line {line - 1}: {sentence}"]


def test_a_chart_of_a_set_that_is_not_there_is_told(folder, edit):
    line = edit("about-us/annual-figures.yaml", "figure_set: ", "figure_set: no-")

    [told] = faults(folder)

    assert told.startswith(f"words/about-us/annual-figures.yaml, line {line}: There is no set of")


def test_a_number_that_is_not_there_is_told(folder, edit):
    line = edit("about-us/about-us.yaml", "figure: registrations.", "figure: registration.")

    [told] = faults(folder)

    assert told.startswith(f"words/about-us/about-us.yaml, line {line}: There is no figure ‘regi")


def test_a_document_and_a_video_that_are_not_there_are_told(folder, edit):
    document = edit("professionals/materials.yaml", "documents: poster", "documents: placard")
    video = edit("general/home.yaml", "video: video-", "video: film-")

    told = faults(folder)

    assert f"words/general/home.yaml, line {video}: There is no page with a video" in told[0]
    assert told[1].endswith(f"line {document}: There is no document ‘placard’.")


def test_a_file_that_is_no_yaml_is_told_with_its_line(folder, edit):
    line = edit(PAGE, "nl: Na geweld", "nl: Geweld: wat nu?")

    told = [each for each in faults(folder) if PAGE in each]

    assert told == [
        f"words/{PAGE}, line {line}: This cannot be read: "
        "mapping values are not allowed in this context. "
        "A text with a colon goes on the lines below, after >-."
    ]


def test_files_that_belong_nowhere_are_told(folder):
    (folder / "general" / "forgotten.yaml").write_text("type: ContentPage\n", encoding="utf-8")
    (folder / "general" / "notes.txt").write_text("later", encoding="utf-8")
    (folder / "stories" / "home.yaml").write_text("type: HomePage\n", encoding="utf-8")
    (folder / "menus.yaml").unlink()

    assert faults(folder) == [
        "words/general/forgotten.yaml, line 1: The page ‘forgotten’ does not stand in "
        "site_tree.yaml.",
        "words/general/notes.txt, line 1: This is no file with words: its name does not end in "
        ".yaml.",
        "words/menus.yaml, line 1: The file is missing.",
        "words/stories/home.yaml, line 1: words/general/home.yaml has the same name.",
    ]


def test_an_empty_file_is_told(folder):
    (folder / PAGE).write_text("# Later\n", encoding="utf-8")

    assert f"words/{PAGE}, line 1: The file is empty." in faults(folder)


def test_all_faults_are_told_together(folder, edit):
    edit(PAGE, "en: After violence", "en:")
    edit(PAGE, "page: story-danny", "page: story-dany")
    edit(VIDEO, "overlap: 0.46", "overlap: much")
    edit("figures.yaml", "value: 1651", "value: many")

    assert len(faults(folder)) == 4


@pytest.mark.django_db
def test_nothing_is_loaded_while_a_file_needs_work(folder, edit, monkeypatch):
    edit(PAGE, "en: After violence", "en:")
    monkeypatch.setattr(build, "the_demo", lambda: read_demo(folder))
    before = Page.objects.count()

    with pytest.raises(CommandError, match=f"words/{PAGE}, line 5: The English text is missing"):
        call_command("load_demo_content", verbosity=0)

    assert Page.objects.count() == before
