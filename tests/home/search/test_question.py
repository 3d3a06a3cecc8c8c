"""What of a question is looked for."""

from home.search.question import LONGEST_QUESTION, MAXIMUM_WORDS, read_question


def test_only_words_that_say_something_are_looked_for():
    question = read_question(" Hoe lang duurt het, voor jullie mij bellen? ", "nl")

    assert question.text == "Hoe lang duurt het, voor jullie mij bellen?"
    assert question.words == ("lang", "duurt", "bellen")
    assert len(question.terms) == len(question.stems) == 3
    assert not question.has_more_words
    assert not question.is_story


def test_a_word_counts_once():
    assert read_question("brief brieven Brief briefwisseling", "nl").words == ("brief",)


def test_a_long_story_is_kept_and_its_first_words_are_looked_for():
    story = " ".join(f"woord{number}" for number in range(500))
    question = read_question(story, "nl")

    assert question.text == story
    assert question.words == tuple(f"woord{number}" for number in range(MAXIMUM_WORDS))
    assert question.has_more_words
    assert question.is_story


def test_what_is_endless_is_cut():
    question = read_question("x" * 1_000_000, "nl")

    assert len(question.text) == LONGEST_QUESTION
    assert question.has_more_words


def test_nothing_to_look_for():
    for text in ("", "  ", "💬 ''", "\x00", "de het een", "AND OR NOT".lower().replace("not", "")):
        assert read_question(text, "nl").terms in ((), ("and", "or"))
