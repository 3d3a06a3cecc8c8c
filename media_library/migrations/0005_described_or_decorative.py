from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('media_library', '0004_descriptions_and_languages'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='contentimage',
            constraint=models.CheckConstraint(condition=models.Q(('is_decorative', True), models.Q(('description_en__gt', ''), ('description_en__isnull', False), ('description_nl__gt', ''), ('description_nl__isnull', False)), _connector='OR'), name='image_described_or_decorative', violation_error_message='Describe the image in both languages.'),
        ),
    ]
