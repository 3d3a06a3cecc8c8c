"""Documents were cleaned by rules that left something in; `clean_uploads` cleans them again."""

from django.db import migrations


def mark_as_not_cleaned(apps, schema_editor):
    apps.get_model("media_library", "ContentDocument").objects.update(is_cleaned=False)


class Migration(migrations.Migration):
    dependencies = [("media_library", "0001_initial")]
    operations = [migrations.RunPython(mark_as_not_cleaned, migrations.RunPython.noop)]
