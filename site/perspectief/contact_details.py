"""How to reach the foundation, as communications staff keep it: one row for all that names it."""

from collections.abc import Mapping

import phonenumbers
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from phonenumber_field.validators import validate_international_phonenumber
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting

from perspectief.exact_text import ExactCharField

#: What the row starts with, as readers of each language read it.
INITIAL_PHONE: Mapping[str, str] = {"nl": "030-2340045", "en": "+31 30 234 00 45"}


def dialled(number: str) -> str:
    """Return a number as it is dialled from any country, such as +31 and nine digits.

    Raises:
        NumberParseException: `number` is none.
    """
    parsed = phonenumbers.parse(number, settings.PHONENUMBER_DEFAULT_REGION)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)


class ContactDetails(BaseGenericSetting):
    """The phone number of the foundation, spelled for each language."""

    phone = ExactCharField(
        _("phone number"), max_length=30, validators=[validate_international_phonenumber]
    )
    phone_nl: str  # modeltranslation makes a column for each language
    phone_en: str

    panels = [
        MultiFieldPanel(
            [
                FieldPanel(
                    "phone_nl",
                    heading=_("in Dutch"),
                    help_text=_("As people in the Netherlands read it."),
                ),
                FieldPanel(
                    "phone_en",
                    heading=_("in English"),
                    help_text=_("The same number, with + and the country code."),
                ),
            ],
            heading=_("Phone number"),
            help_text=_(
                "Every page, form, e-mail and spoken text of the site takes the number from here. "
                "Call it yourself before you save."
            ),
        )
    ]

    class Meta:
        verbose_name = _("Contact details")
        default_permissions = ("change",)

    @property
    def phones(self) -> dict[str, str]:
        """The number by language."""
        return {"nl": self.phone_nl, "en": self.phone_en}

    def clean(self) -> None:
        """Refuse two numbers: whoever reads English must not call somebody else.

        Raises:
            ValidationError: the spellings are of different numbers.
        """
        super().clean()
        try:
            numbers = {dialled(phone or "") for phone in self.phones.values()}
        except phonenumbers.NumberParseException:
            return  # the field itself says what is wrong
        if len(numbers) > 1:
            raise ValidationError({"phone_en": _("This is not the same number as in Dutch.")})
