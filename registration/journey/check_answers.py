"""The answers as the page that sends them shows them, each with a link to change it."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.forms import BoundField
from django.utils.html import format_html

from perspectief.templatetags.form_fields import option_groups
from registration.casework.desk_calendar import shown_calendar
from registration.forms import SendForm
from registration.journey.definition import FormStep, Summary
from registration.journey.page_form import PageForm
from registration.journey.progress import FormProgress
from registration.journey.visit import Visit
from registration.mail.senders import neutral_mail_available, neutral_sender_name
from registration.rules.contact_policy import policy_for
from registration.rules.deadlines import due_at
from registration.rules.promised import promise_to_make
from registration.vocabulary.answers import Answers
from registration.words.checked_answers import Checked
from registration.words.sentences import isolated


@dataclass(frozen=True)
class AnswerRow:
    """One question, or one subject, with what was answered to it in words.

    `change_url` leads to the question itself. `is_changed` is whether the page showed another
    answer before.
    """

    question: str
    answer: str | list[str]
    change_url: str
    is_changed: bool = False

    @property
    def is_told(self) -> bool:
        """Whether there is something to read again: an answer, or that one was taken back."""
        return bool(self.answer) or self.is_changed


@dataclass(frozen=True)
class Section:
    """The answers of one page, under its name."""

    label: str
    rows: list[AnswerRow]


class AnswersToCheck:
    """All answers of a draft of which no page is open.

    Args:
        visit: the request.
        progress: of that draft.
        send_form: checked; it knows which answers changed since the page was shown before.
    """

    def __init__(self, visit: Visit, progress: FormProgress, send_form: SendForm) -> None:
        self._visit = visit
        self._progress = progress
        self._pages = [
            (step, form)
            for step in progress.form_steps
            if (form := progress.form(step)) is not None
        ]
        self._changed = {
            form.question_of(name)
            for step, form in self._pages
            for name in send_form.changed_in(step.code)
        }

    def told(self) -> list[AnswerRow]:
        """Return a row a subject, in a journey that declares how they are told."""
        return [row for row in self._told_rows if row.is_told]

    def sections(self) -> list[Section]:
        """Return a row a question, page after page, in any other journey."""
        told = ((step, [row for row in rows if row.is_told]) for step, rows in self._listed_rows)
        return [
            Section(step.label_for(self._progress.whose(step)), rows) for step, rows in told if rows
        ]

    def skipped(self) -> list[AnswerRow]:
        """Return the rows in which nothing is told, whichever way the others are."""
        listed_rows = [row for _step, rows in self._listed_rows for row in rows]
        return [row for row in (*self._told_rows, *listed_rows) if not row.is_told]

    @cached_property
    def _told_rows(self) -> list[AnswerRow]:
        declared = self._visit.journey.told
        if not declared:
            return []
        rows = map(self._told_row, (*declared, *self._of_questions_beside(declared)))
        return [row for row in rows if row is not None]

    @cached_property
    def _listed_rows(self) -> list[tuple[FormStep, list[AnswerRow]]]:
        if self._visit.journey.told:
            return []
        return [
            (step, [self._listed_row(step, form, name) for name in form.shown_fields()])
            for step, form in self._pages
        ]

    def _of_questions_beside(self, declared: tuple[Summary, ...]) -> Iterator[Summary]:
        """Go through the questions that none of those tells, each by itself."""
        covered = {name for summary in declared for name in summary.questions}
        for _step, form in self._pages:
            for name in form.shown_fields():
                if name not in covered:
                    yield Summary(subject=str(form.bound(name).label), questions=(name,))

    def _told_row(self, summary: Summary) -> AnswerRow | None:
        """Return how some questions are told, None where none of them is asked."""
        asked = [
            (step, form, name)
            for name in summary.questions
            for step, form in self._pages
            if name in form.questions and form.asks(name)
        ]
        if not asked:
            return None
        step, form, first = asked[0]
        whose = self._progress.whose_in(type(form.form_of(first)))
        if summary.tell:
            lines = summary.tell(self._checked)
        else:
            each = (_question_and_answer(page, name) for _step, page, name in asked)
            lines = [line for line in each if line]
        return AnswerRow(
            question=summary.subject_for(whose),
            answer=lines,
            change_url=self._change_url(step, form, first),
            is_changed=not self._changed.isdisjoint(summary.questions),
        )

    def _listed_row(self, step: FormStep, form: PageForm, name: str) -> AnswerRow:
        return AnswerRow(
            question=str(form.bound(name).label),
            answer=form.form_of(name).answer_in_words(name),
            change_url=self._change_url(step, form, name),
            is_changed=name in self._changed,
        )

    def _change_url(self, step: FormStep, form: PageForm, name: str) -> str:
        return f"{self._visit.url(step, to_change=True)}#{_control_id(form.bound(name))}"

    @cached_property
    def _checked(self) -> Checked:
        """The answers, and what follows if they were sent at this moment."""
        answers = Answers(**self._progress.answers())
        now, calendar = self._visit.now, shown_calendar(self._visit.now)
        policy = policy_for(answers, neutral_mail_available=neutral_mail_available())
        due = due_at(now, calendar)
        return Checked(
            answers=answers,
            policy=policy,
            promised=promise_to_make(answers, policy, due, now, calendar),
            neutral_sender=neutral_sender_name(),
        )


def _question_and_answer(form: PageForm, name: str) -> str:
    """Return both as one line, "" for what was not answered or is shown with another answer."""
    answer = form.form_of(name).answer_in_words(name) if name in form.shown_fields() else ""
    if not answer:
        return ""
    words = answer if isinstance(answer, str) else ", ".join(answer)
    return format_html(
        '<span class="told__question">{}</span> {}', form.bound(name).label, isolated(words)
    )


def _control_id(field: BoundField) -> str:
    # A group of radios has no element with an id of its own: its first option has.
    return field.id_for_label or option_groups(field)[0]["options"][0]["attrs"]["id"]
