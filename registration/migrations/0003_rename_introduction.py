from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("registration", "0002_registration_and_privacy_pages")]

    operations = [
        migrations.RenameField("registrationpage", "introduction", "intro"),
        migrations.RenameField("privacypage", "introduction", "intro"),
    ]
