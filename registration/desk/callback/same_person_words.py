"""What a yes to "is this the same person?" would mean, said before somebody chooses it."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from registration.casework.before_merging import AfterMerging, PlanThatEnds
from registration.casework.matching import Match
from registration.words.dates import date_and_time_in_words, moment_choices, moment_in_words

# As many as one looks through before choosing; the moments after them are in the plan.
MOST_MOMENTS = 4


def matches_with_words(
    matches: Sequence[Match], if_same: Mapping[int, AfterMerging]
) -> list[tuple[Match, list[str]]]:
    """Return each match with what a yes would mean, in sentences.

    Args:
        matches: of one registration.
        if_same: what would follow, by the number of the other; others have no sentences.
    """
    return [
        (each, [*_sentences(if_same[each.number])] if each.number in if_same else [])
        for each in matches
    ]


def _sentences(after: AfterMerging) -> Iterator[str]:
    for plan in after.ends:
        yield _ends(plan)
    if after.left:
        moments = [words for _code, words in moment_choices(after.left[:MOST_MOMENTS])]
        yield _("Then you can call: %(moments)s.") % {"moments": "; ".join(moments)}
    elif after.later:
        yield _(
            "Then no time is left to call before the promise ends, so the coordinator decides. The "
            "first time after that: %(moment)s."
        ) % {"moment": moment_in_words(after.later)}
    else:
        yield _("Then no time is left to call in the next two weeks, so the coordinator decides.")


def _ends(plan: PlanThatEnds) -> str:
    words = (
        _("The appointment of #%(number)s on %(moment)s no longer holds then.")
        if plan.is_agreed
        else _("The call that is planned for #%(number)s on %(moment)s will be at another time.")
    )
    return words % {"number": plan.number, "moment": date_and_time_in_words(plan.at)}
