from django.db import migrations

BATCH_SIZE = 500


def make_missing_hand_overs(apps, schema_editor):
    """Let whoever was closed as allocated without a mediator have a hand-over all the same.

    Without one they were in no list and in no file. Own words stay behind: nobody asked.
    """
    HandOver = apps.get_model("registration", "HandOver")
    Registration = apps.get_model("registration", "Registration")
    missing = Registration.objects.filter(state="allocated", hand_over=None)
    rows = missing.values_list("pk", "state_changed_at")
    HandOver.objects.bulk_create(
        (
            HandOver(registration_id=number, at=allocated_at, with_story=False)
            for number, allocated_at in list(rows)
        ),
        batch_size=BATCH_SIZE,
    )


class Migration(migrations.Migration):
    dependencies = [("registration", "0018_unfinished")]

    operations = [
        migrations.RunPython(make_missing_hand_overs, migrations.RunPython.noop, elidable=True)
    ]
