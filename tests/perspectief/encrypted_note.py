"""A model for the tests of the encrypted field; conftest.py makes its table."""

from django.db import models

from perspectief.encryption import EncryptedField


class EncryptedNote(models.Model):
    """Two encrypted columns beside a clear one."""

    title = models.CharField(max_length=50, blank=True)
    body = EncryptedField(blank=True, default="")
    answers = EncryptedField(null=True, blank=True)

    class Meta:
        app_label = "perspectief"
        managed = False  # Django reads every managed table before this one is made

    def __str__(self) -> str:
        return f"note {self.pk}"
