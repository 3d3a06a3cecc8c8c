"""The tables of the project package itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from perspectief.contact_details import ContactDetails

__all__ = ["ContactDetails", "LimitCount"]


class LimitCount(models.Model):
    """How often something was done since a period began. `limits` is the only one to write it.

    The key is a keyed hash: nobody can read from the table who tried what, or from where.
    """

    key = models.CharField(_("keyed hash"), max_length=64, primary_key=True)
    count = models.PositiveIntegerField(_("count"))
    ends_at = models.DateTimeField(_("counts until"), db_index=True)

    class Meta:
        verbose_name = _("count of a limit")
        verbose_name_plural = _("counts of limits")
        default_permissions = ()

    def __str__(self) -> str:
        return self.key
