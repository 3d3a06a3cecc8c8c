"""To whom somebody is passed on, and with what."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from perspectief.invisible import isolated
from registration.desk.callback.note_forms import NoteField
from registration.handover.allocation import Allocation, mediators_by_nearness, region_of
from registration.models import HandOver, Mediator, Region
from registration.vocabulary.answers import Answers

# In place of the key of a mediator.
NOBODY_YET = "nobody_yet"


class HandOverForm(forms.Form):
    """The mediator, what the person was told, and what goes along.

    Without any mediator in the list, nobody is chosen. Nobody yet can always be chosen, because
    there may be none who can take this person on.
    """

    mediator = forms.ChoiceField(
        label=_("Which mediator?"),
        help_text=_(
            "If there is nobody yet, say so here. The registration then stays on the list."
        ),
        error_messages={"required": _("Choose a mediator")},
    )
    told = NoteField(
        label=_("What did you tell the person?"),
        help_text=_("For example who calls, and when. The person may ask to read it."),
        rows=3,
    )
    note = NoteField(
        label=_("What else does the mediator need to know?"),
        help_text=_("Only what is needed. The person may ask to read it."),
        rows=3,
    )
    with_story = forms.BooleanField(
        label=_("The person’s own words are included"),
        help_text=_("Ask the person first. Without a tick, the person has to tell it again."),
        required=False,
    )

    desk_note = NoteField(label=_("Note from the desk"))

    def __init__(
        self,
        data: Any,
        *,
        answers: Answers,
        earlier: HandOver | None,
        is_open: bool,
        desk_note: str = "",
    ) -> None:
        initial: dict[str, Any] = {"desk_note": desk_note}
        if earlier:
            mediator = earlier.mediator_id or NOBODY_YET
            initial |= {name: getattr(earlier, name) or "" for name in ("told", "note")}
            initial |= {"with_story": earlier.with_story, "mediator": mediator}
        super().__init__(data, prefix="hand-over", initial=initial)
        self._offer_mediators(region_of(answers))
        if not answers.story:
            del self.fields["with_story"]
        if not is_open:
            del self.fields["desk_note"]

    def _offer_mediators(self, region: Region | None) -> None:
        near, others = mediators_by_nearness(region)
        self.mediators = {str(mediator.pk): mediator for mediator in (*near, *others)}
        if not self.mediators:
            del self.fields["mediator"]
            return
        groups: list[Any] = [("", _("Choose a mediator"))]
        if near and region:
            groups.append((region.label, [_choice(mediator) for mediator in near]))
        if others:
            title = _("Other regions") if near else _("Mediators")
            groups.append((title, [_choice(mediator) for mediator in others]))
        groups.append((NOBODY_YET, _("No mediator yet")))
        cast(forms.ChoiceField, self.fields["mediator"]).choices = groups

    @property
    def allocation(self) -> Allocation:
        """What was chosen and written; only after validation."""
        return Allocation(
            mediator=self.mediators.get(self.cleaned_data.get("mediator", "")),
            with_story=self.cleaned_data.get("with_story", False),
            told=self.cleaned_data["told"],
            note=self.cleaned_data["note"],
        )


def _choice(mediator: Mediator) -> tuple[int, str]:
    words = f"{mediator} ({isolated(mediator.languages)})" if mediator.languages else str(mediator)
    return mediator.pk, words
