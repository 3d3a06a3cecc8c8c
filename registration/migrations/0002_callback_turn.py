from django.conf import settings
from django.db import migrations, models


def number_callbacks(apps, schema_editor):
    """Number the callbacks of who has several, in the order in which they were made."""
    Callback = apps.get_model("registration", "Callback")
    turns = {}
    several = (
        Callback.objects.values("registration")
        .annotate(number=models.Count("pk"))
        .filter(number__gt=1)
        .values("registration")
    )
    rows = Callback.objects.filter(registration__in=several).order_by("created_at", "pk")
    for key, registration in rows.values_list("pk", "registration"):
        turns[registration] = turns.get(registration, 0) + 1
        Callback.objects.filter(pk=key).update(turn=turns[registration])


class Migration(migrations.Migration):

    dependencies = [
        ("registration", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="callback",
            name="turn",
            field=models.PositiveSmallIntegerField(db_default=1, default=1),
        ),
        migrations.RunPython(number_callbacks, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="callback",
            constraint=models.UniqueConstraint(
                fields=("registration", "turn"), name="callback_turn"
            ),
        ),
    ]
