"""What the list of stories can be narrowed with."""

from django.utils.translation import gettext_lazy as _

from home.pages.filters import Filter
from home.stories.codes import ContactForm, StoryKind, StoryRole

FILTERS = (
    Filter("role", "role", _("Whose story?"), lambda: StoryRole.choices),
    Filter("kind", "kind", _("What is it about?"), lambda: StoryKind.choices),
    Filter("contact", "contact_form", _("What contact was there?"), lambda: ContactForm.choices),
)
