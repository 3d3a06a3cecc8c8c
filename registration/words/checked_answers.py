"""What somebody answered in a form about themselves or somebody else, in plain sentences.

The page that sends it says so beforehand. A question about safety that was skipped is told by what
follows from that, after `rules.contact_policy`; `words.checked_contact` has those.
"""

from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from registration.rules.contact_policy import ContactPolicy
from registration.rules.promised import Promised
from registration.vocabulary.answers import Answers
from registration.vocabulary.person import NOT_SAY, ForWhom
from registration.words import option_labels
from registration.words.sentences import (
    in_one_line,
    isolated,
    saying,
    typed_sentence,
    within_a_sentence,
)
from registration.words.whose import Words


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Answers that are all right, and what follows from them if they are sent now.

    `neutral_sender` is the name under which an e-mail comes that does not say who we are.
    """

    answers: Answers
    policy: ContactPolicy
    promised: Promised
    neutral_sender: str

    def of_person(self, own: Words, other: Words, **typed: str) -> SafeString:
        """Return a sentence about whom it is for; somebody else is called by name."""
        answers = self.answers
        return saying(own, other, answers.whose_story, who=answers.name, **typed)

    def of_contact(self, own: Words, other: Words, **typed: str) -> SafeString:
        """Return a sentence about whom we reach; somebody else is called by name, if known."""
        return saying(own, other, self.answers.whose_contact, who=self.name_of_contact, **typed)

    @property
    def name_of_contact(self) -> str:
        """The name of whom we reach, "" where the helper gave none."""
        answers = self.answers
        return answers.helper_name if answers.calls_helper else answers.name


def for_whom(checked: Checked) -> list[str]:
    """Say for whom it is, what to call the person, who helps and whom we reach."""
    told = in_one_line([_who_registers(checked.answers), _age(checked)])
    if checked.answers.for_whom == ForWhom.SELF:
        return [told]
    return [told, _whom_we_reach(checked)]


def role(checked: Checked) -> list[str]:
    """Say what fits the person, in words of the person."""
    return [
        checked.of_person(
            gettext_lazy("What fits you: ‘%(role)s’."),
            gettext_lazy("What fits %(who)s: ‘%(role)s’."),
            role=option_labels.label("role", checked.answers.role),
        )
    ]


def kind(checked: Checked) -> list[str]:
    """Say what it is about."""
    code = checked.answers.kind
    if code == NOT_SAY:
        return [_("You would rather not say what it is about.")]
    about = within_a_sentence(option_labels.label("kind", code))
    return [_("It is about %(kind)s.") % {"kind": about}]


def story(checked: Checked) -> list[str]:
    """Repeat what was told about it, if anything was."""
    written = checked.answers.story
    return [_("You wrote:"), isolated(written)] if written else []


def _who_registers(answers: Answers) -> str:
    match answers.for_whom:
        case ForWhom.SELF:
            words = _("You are registering yourself as %(name)s.")
        case ForWhom.SELF_WITH_HELP if answers.helper_name:
            words = _("You are registering yourself as %(name)s, with help from %(helper)s.")
        case ForWhom.SELF_WITH_HELP:
            words = _("You are registering yourself as %(name)s, with help.")
        case _ if answers.helper_name:
            # Whoever reads this may be that helper.
            words = _("You are registering %(name)s. The person who is helping is %(helper)s.")
        case _:
            words = _("You are registering %(name)s.")
    return typed_sentence(words, name=answers.name, helper=answers.helper_name)


def _age(checked: Checked) -> str:
    code = checked.answers.age
    if not code:
        return ""
    if code == NOT_SAY:
        return _("You would rather not say the age.")
    return checked.of_person(
        gettext_lazy("You are %(age)s."),
        gettext_lazy("%(who)s is %(age)s."),
        age=within_a_sentence(option_labels.label("age", code)),
    )


def _whom_we_reach(checked: Checked) -> str:
    return in_one_line(
        [
            checked.of_contact(
                gettext_lazy("We will get in touch with you."),
                gettext_lazy("We will get in touch with %(who)s."),
            ),
            checked.of_person(
                gettext_lazy("You know about this and agree."),
                gettext_lazy("%(who)s knows about this and agrees."),
            ),
        ]
    )
