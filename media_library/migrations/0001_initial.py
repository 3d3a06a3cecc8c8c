import django.core.validators
import django.db.models.deletion
import media_library.captions
import media_library.documents
import media_library.images
import media_library.video_files
import media_library.videos
import modelsearch.index
import taggit.managers
import wagtail.fields
import wagtail.images.models
import wagtail.models.media
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='MediaCoverage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('outlet', models.CharField(max_length=100)),
                ('kind', models.CharField(max_length=20)),
                ('language', models.CharField(default='nl', max_length=2)),
                ('year', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1980), django.core.validators.MaxValueValidator(2099)])),
                ('month', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(12)])),
                ('day', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(31)])),
                ('url', models.URLField(blank=True, max_length=500)),
                ('title', models.CharField(max_length=120)),
                ('title_nl', models.CharField(max_length=120, null=True)),
                ('title_en', models.CharField(max_length=120, null=True)),
                ('summary', models.TextField(max_length=400)),
                ('summary_nl', models.TextField(max_length=400, null=True)),
                ('summary_en', models.TextField(max_length=400, null=True)),
                ('people', models.CharField(blank=True, max_length=160)),
                ('people_nl', models.CharField(blank=True, max_length=160, null=True)),
                ('people_en', models.CharField(blank=True, max_length=160, null=True)),
            ],
            options={
                'ordering': ['-year', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='ContentDocument',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=255)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('file_size', models.PositiveBigIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, editable=False, max_length=40)),
                ('file', media_library.documents.ContentDocumentField(upload_to=media_library.documents.document_path)),
                ('language', models.CharField(max_length=5)),
                ('is_tagged', models.BooleanField(default=False, editable=False)),
                ('is_cleaned', models.BooleanField(default=False, editable=False)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, through='taggit.TaggedItem', to='taggit.Tag')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ContentImage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=255)),
                ('description', models.CharField(blank=True, default='', max_length=255)),
                ('description_nl', models.CharField(blank=True, default='', max_length=255, null=True)),
                ('description_en', models.CharField(blank=True, default='', max_length=255, null=True)),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('created_at', models.DateTimeField(auto_now_add=True, db_index=True)),
                ('focal_point_x', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_y', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_width', models.PositiveIntegerField(blank=True, null=True)),
                ('focal_point_height', models.PositiveIntegerField(blank=True, null=True)),
                ('file_size', models.PositiveIntegerField(editable=False, null=True)),
                ('file_hash', models.CharField(blank=True, db_index=True, editable=False, max_length=40)),
                ('file', media_library.images.ContentImageField(height_field='height', upload_to=wagtail.images.models.get_upload_to, width_field='width')),
                ('is_decorative', models.BooleanField(default=False)),
                ('is_cleaned', models.BooleanField(default=False, editable=False)),
                ('collection', models.ForeignKey(default=wagtail.models.media.get_root_collection_id, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.collection')),
                ('tags', taggit.managers.TaggableManager(blank=True, through='taggit.TaggedItem', to='taggit.Tag')),
                ('uploaded_by_user', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'abstract': False,
            },
            bases=(wagtail.images.models.ImageFileMixin, modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='ContentRendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('filter_spec', models.CharField(db_index=True, max_length=255)),
                ('file', wagtail.images.models.WagtailImageField(height_field='height', storage=wagtail.images.models.get_rendition_storage, upload_to=wagtail.images.models.get_rendition_upload_to, width_field='width')),
                ('width', models.IntegerField(editable=False)),
                ('height', models.IntegerField(editable=False)),
                ('focal_point_key', models.CharField(blank=True, default='', editable=False, max_length=16)),
                ('image', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='media_library.contentimage')),
            ],
            bases=(wagtail.images.models.ImageFileMixin, models.Model),
        ),
        migrations.CreateModel(
            name='Video',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=120)),
                ('title_nl', models.CharField(max_length=120, null=True)),
                ('title_en', models.CharField(max_length=120, null=True)),
                ('description', models.TextField(max_length=400)),
                ('description_nl', models.TextField(max_length=400, null=True)),
                ('description_en', models.TextField(max_length=400, null=True)),
                ('duration', models.PositiveIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(14400)])),
                ('file', media_library.videos.VideoField(blank=True, upload_to='videos', validators=[django.core.validators.FileExtensionValidator(['mp4']), media_library.video_files.check_video_file])),
                ('file_size', models.PositiveBigIntegerField(default=0, editable=False)),
                ('is_cleaned', models.BooleanField(default=False, editable=False)),
                ('youtube_id', models.CharField(blank=True, max_length=11, validators=[django.core.validators.RegexValidator('\\A[A-Za-z0-9_-]{11}\\Z', 'The id is the eleven characters after ‘v=’.')])),
                ('captions_nl', models.FileField(blank=True, upload_to='captions', validators=[django.core.validators.FileExtensionValidator(['vtt']), media_library.captions.check_captions_file])),
                ('captions_en', models.FileField(blank=True, upload_to='captions', validators=[django.core.validators.FileExtensionValidator(['vtt']), media_library.captions.check_captions_file])),
                ('transcript', wagtail.fields.RichTextField()),
                ('transcript_nl', wagtail.fields.RichTextField(null=True)),
                ('transcript_en', wagtail.fields.RichTextField(null=True)),
                ('is_placeholder', models.BooleanField(default=False)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('poster', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            options={
                'ordering': ['title', 'pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='contentimage',
            constraint=models.CheckConstraint(condition=models.Q(('is_decorative', True), models.Q(('description_en__gt', ''), ('description_en__isnull', False), ('description_nl__gt', ''), ('description_nl__isnull', False)), _connector='OR'), name='image_described_or_decorative', violation_error_message='Describe the image in both languages.'),
        ),
        migrations.AddConstraint(
            model_name='contentrendition',
            constraint=models.UniqueConstraint(fields=('image', 'filter_spec', 'focal_point_key'), name='unique_content_rendition'),
        ),
    ]
