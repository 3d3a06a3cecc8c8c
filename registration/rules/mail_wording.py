"""What the wording of a mail may and must hold, and the placeholders that each may use.

The coordinator edits subject and body in the admin. No mail repeats an answer, not even the name.
A neutral mail names neither the organisation nor its number, and carries no link and no code.
"""

import re

from django.utils.translation import gettext as _

from registration.rules.fixed_days import fixed_days_in
from registration.rules.placeholders import HOW_TO_REACH_US, names_in, placeholder_problems
from registration.vocabulary.mails import MailCode

# Beside these, every mail that may name us may say how to reach us: `placeholders_of`.
PLACEHOLDERS: dict[str, frozenset[str]] = {
    MailCode.CONFIRMATION: frozenset({"promise", "your_code", "crisis", "own_page"}),
    MailCode.CONFIRMATION_NEUTRAL: frozenset({"promise", "neutral_sender"}),
    MailCode.CONFIRMATION_NEUTRAL_OTHER: frozenset({"promise", "neutral_sender"}),
    MailCode.CONFIRMATION_HELPER: frozenset({"promise", "crisis"}),
    MailCode.QUESTION_RECEIVED: frozenset({"promise", "your_code", "crisis"}),
    MailCode.REFERRAL_RECEIVED: frozenset({"referral_id", "callback_line"}),
    MailCode.CONTINUE_LINK: frozenset({"link", "expiry_date"}),
    MailCode.DESK_NOTICE: frozenset({"queue_id", "task", "due_at", "admin_link"}),
    MailCode.DESK_CHANGE: frozenset({"queue_id", "task", "admin_link"}),
    MailCode.DESK_INFORMED: frozenset({"queue_id", "names", "admin_link"}),
    MailCode.PROMISE_DIGEST: frozenset({"summary", "broken", "ending", "admin_link"}),
    MailCode.REMINDER: frozenset(),
    MailCode.REMINDER_NEUTRAL: frozenset({"neutral_sender"}),
    MailCode.TRIED: frozenset({"last_date"}),
    MailCode.TRIED_NEUTRAL: frozenset({"last_date", "neutral_sender"}),
    MailCode.WITHDRAWN: frozenset({"date"}),
    MailCode.WITHDRAWN_NEUTRAL: frozenset({"date", "neutral_sender"}),
    MailCode.ERASED: frozenset({"date", "backups", "proof"}),
    MailCode.ERASED_NEUTRAL: frozenset({"date", "backups", "neutral_sender"}),
}
# Without these the mail would not say what it is for.
NEEDED_IN_TEXT: dict[str, frozenset[str]] = {
    MailCode.CONFIRMATION: frozenset({"promise"}),
    MailCode.CONFIRMATION_NEUTRAL: frozenset({"promise"}),
    MailCode.CONFIRMATION_NEUTRAL_OTHER: frozenset({"promise"}),
    MailCode.CONFIRMATION_HELPER: frozenset({"promise"}),
    MailCode.QUESTION_RECEIVED: frozenset({"promise"}),
    MailCode.REFERRAL_RECEIVED: frozenset({"callback_line"}),
    MailCode.CONTINUE_LINK: frozenset({"link", "expiry_date"}),
    MailCode.DESK_NOTICE: frozenset({"task", "due_at", "admin_link"}),
    MailCode.DESK_CHANGE: frozenset({"admin_link"}),
    MailCode.DESK_INFORMED: frozenset({"names", "admin_link"}),
    MailCode.PROMISE_DIGEST: frozenset({"broken", "ending", "admin_link"}),
    MailCode.REMINDER: frozenset(),
    MailCode.REMINDER_NEUTRAL: frozenset(),
    MailCode.TRIED: frozenset({"last_date"}),
    MailCode.TRIED_NEUTRAL: frozenset({"last_date"}),
    MailCode.WITHDRAWN: frozenset({"date"}),
    MailCode.WITHDRAWN_NEUTRAL: frozenset({"date"}),
    MailCode.ERASED: frozenset({"date", "backups", "proof"}),
    MailCode.ERASED_NEUTRAL: frozenset({"date", "backups"}),
}
NEUTRAL_CODES = frozenset(
    {
        MailCode.CONFIRMATION_NEUTRAL,
        MailCode.CONFIRMATION_NEUTRAL_OTHER,
        MailCode.REMINDER_NEUTRAL,
        MailCode.TRIED_NEUTRAL,
        MailCode.WITHDRAWN_NEUTRAL,
        MailCode.ERASED_NEUTRAL,
    }
)
# These do not name us either, though by nature they carry a link.
NAMELESS_CODES = NEUTRAL_CODES | {MailCode.CONTINUE_LINK}

# What stands for a day of the reader's own, the one that fits best first.
DAYS = ("promise", "callback_line", "last_date", "expiry_date", "due_at", "date", "backups")

# 112 and 113, and the lines of 0800 and 0900; not 113.nl.
EMERGENCY_NUMBER = re.compile(r"(?<![\w.+-])(?:11[23]|0[89]00[\s-]*\d{4})(?!\w|-\d|\.\w)")
REVEALING_WORDS = re.compile(
    r"perspectief|herstel|restorative|bemiddel|mediat|slachtoffer|victim|dader|offender", re.I
)
LINK_OR_ADDRESS = re.compile(r"://|www\.|@|\b[\w-]+\.(?:nl|com|org|net|eu|info)\b", re.I)
TELEPHONE_NUMBER = re.compile(r"\+?\d(?:[\s().-]*\d){5,}")


def placeholders_of(code: str) -> frozenset[str]:
    """Return the names that the wording of a mail may use; never our number in a neutral one."""
    return PLACEHOLDERS[code] | (frozenset() if code in NAMELESS_CODES else HOW_TO_REACH_US)


def subject_problems(code: str, subject: str) -> list[str]:
    """Return what is wrong with the subject of a mail, in the active language; empty if nothing."""
    problems = _problems(code, subject)
    if len(subject.splitlines()) > 1:
        problems.append(_("A subject is one line."))
    return problems


def body_problems(code: str, body: str) -> list[str]:
    """Return what is wrong with the text of a mail, in the active language; empty if nothing."""
    problems = _problems(code, body)
    for name in sorted(NEEDED_IN_TEXT[code] - set(names_in(body))):
        problems.append(_("The text needs {%(name)s}.") % {"name": name})
    return problems


def reveals_organisation(text: str) -> bool:
    """Return whether somebody who reads over a shoulder could tell who we are or what we do."""
    return REVEALING_WORDS.search(text) is not None


def _problems(code: str, text: str) -> list[str]:
    return [
        *placeholder_problems(text, placeholders_of(code)),
        *_neutrality_problems(code, text),
        *_number_problems(code, text),
        *_day_problems(code, text),
    ]


def _day_problems(code: str, text: str) -> list[str]:
    """The wording is sent for months: a day in it is a promise that is over, or never was one."""
    typed = fixed_days_in(text)
    if not typed:
        return []
    offered = [f"{{{name}}}" for name in DAYS if name in placeholders_of(code)]
    if "opening_hours" in placeholders_of(code):
        hours = _("For the days on which people can call us, use {opening_hours}.")
    else:
        hours = ""
    if offered:
        words = _(
            "This e-mail is sent again and again, so ‘%(days)s’ will be wrong. Use %(names)s: it "
            "gives each reader the right day."
        )
    else:
        words = _(
            "This e-mail is sent again and again, so ‘%(days)s’ will be wrong. Say it without a "
            "day."
        )
    values = {"days": ", ".join(typed), "names": _(" or ").join(offered)}
    return [" ".join(filter(None, [words % values, hours]))]


def _number_problems(code: str, text: str) -> list[str]:
    """Emergency numbers differ by where the reader is, so nobody types them into a mail."""
    typed = EMERGENCY_NUMBER.findall(text)
    if code in NEUTRAL_CODES or not typed:
        return []
    return [
        _(
            "Whoever is abroad cannot call %(numbers)s. Use {crisis} where it is offered: it "
            "names numbers that work where the reader is."
        )
        % {"numbers": ", ".join(typed)}
    ]


def _neutrality_problems(code: str, text: str) -> list[str]:
    problems = []
    if code in NAMELESS_CODES and reveals_organisation(text):
        problems.append(_("A neutral e-mail does not say who we are or what we do."))
    if code not in NEUTRAL_CODES:
        return problems
    if LINK_OR_ADDRESS.search(text):
        problems.append(_("A neutral e-mail does not contain a link or an address."))
    if TELEPHONE_NUMBER.search(text):
        problems.append(_("A neutral e-mail does not contain a telephone number or a code."))
    return problems
