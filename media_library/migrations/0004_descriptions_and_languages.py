import wagtail.images.models
from django.db import migrations, models
from django.db.models.functions import Coalesce, NullIf

import media_library.documents
import media_library.images

LANGUAGES = [
    ('nl', 'Nederlands'),
    ('en', 'English'),
    ('de', 'Deutsch'),
    ('fr', 'Français'),
    ('es', 'Español'),
    ('pl', 'Polski'),
]


def describe_images(apps, schema_editor):
    """Give each image the text that screen readers have read out so far."""
    image = apps.get_model('media_library', 'ContentImage')
    text = Coalesce(NullIf('description', models.Value('')), 'title')
    image.objects.update(description_nl=text, description_en=text)


class Migration(migrations.Migration):

    dependencies = [
        ('media_library', '0003_media_coverage'),
    ]

    operations = [
        migrations.AlterField(
            model_name='contentdocument',
            name='file',
            field=media_library.documents.ContentDocumentField(upload_to=media_library.documents.document_path, verbose_name='file'),
        ),
        migrations.AddField(
            model_name='contentdocument',
            name='language',
            field=models.CharField(choices=LANGUAGES, default='nl', help_text='What the file itself is written in.', max_length=5, verbose_name='language'),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='contentdocument',
            name='is_tagged',
            field=models.BooleanField(default=False, editable=False),
        ),
        migrations.AlterField(
            model_name='contentimage',
            name='file',
            field=media_library.images.ContentImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, verbose_name='file', width_field='width'),
        ),
        migrations.AddField(
            model_name='contentimage',
            name='description_nl',
            field=models.CharField(blank=True, default='', max_length=255, null=True, verbose_name='description'),
        ),
        migrations.AddField(
            model_name='contentimage',
            name='description_en',
            field=models.CharField(blank=True, default='', max_length=255, null=True, verbose_name='description'),
        ),
        migrations.AddField(
            model_name='contentimage',
            name='is_decorative',
            field=models.BooleanField(default=False, help_text='Tick this if somebody who cannot see the image misses nothing.', verbose_name='decorative'),
        ),
        migrations.RunPython(describe_images, migrations.RunPython.noop),
    ]
