"""The first talk with the person, once somebody answers: to be sure who it is, and what to ask."""

from django.utils.translation import gettext as _

from registration.desk.callback.script import referral
from registration.desk.callback.script.care import helped_steps, under_16_steps
from registration.desk.callback.script.definition import Situation, Step
from registration.vocabulary.answers import Answers
from registration.vocabulary.whose import Whose
from registration.words.dates import date_in_words

# The code of the lookup row "It is still happening"; `initial_data` adds it.
ONGOING = "ongoing"


def first_talk_steps(situation: Situation) -> list[Step]:
    """Return how the first talk goes, after what this person told us."""
    answers = situation.answers
    return [
        *_changed_steps(answers),
        referral.verify_step(situation) if answers.referral else _verify_step(situation),
        Step(
            "comment",
            _("Ask whether the person can talk freely now. If not, agree on another time."),
        ),
        *(referral.agreement_steps(situation) if answers.referral else []),
        *_question_steps(answers),
        *_story_later_steps(answers),
        *helped_steps(answers),
        *_ongoing_steps(answers),
        *under_16_steps(answers),
    ]


def _changed_steps(answers: Answers) -> list[Step]:
    if not answers.unverified:
        return []
    return [
        Step(
            "warning",
            _(
                "Something was changed through the person’s own page. Someone else may have "
                "done that. Ask the person about it, and record that it is confirmed."
            ),
            "warning",
        )
    ]


def _verify_step(situation: Situation) -> Step:
    values = {
        "name": situation.answers.name_to_ask_for,
        "helper": situation.answers.helper_name,
        "date": date_in_words(situation.received_on),
    }
    return Step("user", _words_to_verify(situation) % values)


def _words_to_verify(situation: Situation) -> str:
    if situation.on_paper:
        return _(
            "First make sure that you are speaking to %(name)s: ask how the form came to us. "
            "It came on paper, and we received it on %(date)s. Only then say what it is about."
        )
    # Whoever was registered by somebody else does not know on which day.
    if situation.answers.whose_contact is Whose.HELPED and situation.answers.helper_name:
        return _(
            "First make sure that you are speaking to %(name)s: ask who said that we would call. "
            "It was %(helper)s. Only then say what it is about."
        )
    return _(
        "First make sure that you are speaking to %(name)s: ask on which day the form was "
        "sent. It was %(date)s. Only then say what it is about."
    )


def _question_steps(answers: Answers) -> list[Step]:
    if not answers.question:
        return []
    return [
        Step(
            "help",
            _(
                "This person asked a question and has not registered. Answer it. Only ask "
                "what happened if the person wants to tell you."
            ),
        ),
        Step(
            "plus-inverse",
            _(
                "If the person would like more than an answer, ask whether they want to "
                "register on the site, now or later. Nobody has to."
            ),
        ),
    ]


def _story_later_steps(answers: Answers) -> list[Step]:
    if not answers.story_later:
        return []
    return [
        Step(
            "comment",
            _(
                "This person would rather tell the story later, and was not asked what "
                "happened. Do not ask for it now. Ask when and how the person wants to talk."
            ),
        )
    ]


def _ongoing_steps(answers: Answers) -> list[Step]:
    if answers.when != ONGOING:
        return []
    return [
        Step(
            "warning",
            _("It is still happening. First ask whether the person is safe."),
            "warning",
        )
    ]
