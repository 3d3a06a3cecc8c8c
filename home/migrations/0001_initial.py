import django.core.validators
import django.db.models.deletion
import home.bilingual.gate
import home.bilingual.same_words
import home.blocks.stream_field
import home.campaigns.short_codes
import modelsearch.index
import uuid
import wagtail.contrib.routable_page.models
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('media_library', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='FigureSet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('title', models.CharField(max_length=120)),
                ('title_nl', models.CharField(max_length=120, null=True)),
                ('title_en', models.CharField(max_length=120, null=True)),
                ('base', models.CharField(blank=True, max_length=240)),
                ('base_nl', models.CharField(blank=True, max_length=240, null=True)),
                ('base_en', models.CharField(blank=True, max_length=240, null=True)),
                ('has_bars', models.BooleanField(default=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
            },
        ),
        migrations.CreateModel(
            name='SameWord',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('text', models.CharField(max_length=60, unique=True, validators=[home.bilingual.same_words.check_few_words])),
            ],
            options={
                'ordering': ['text'],
            },
        ),
        migrations.CreateModel(
            name='CampaignPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('starts_at', models.DateTimeField()),
                ('ends_at', models.DateTimeField()),
                ('period_text', models.CharField(blank=True, max_length=80)),
                ('banner_label', models.CharField(blank=True, max_length=60)),
                ('banner_heading', models.CharField(max_length=80)),
                ('banner_text', models.TextField(blank=True)),
                ('banner_link_text', models.CharField(max_length=60)),
                ('drawing', models.CharField(default='meeting', max_length=20)),
                ('ground', models.CharField(default='deep', max_length=20)),
                ('short_code', models.CharField(default=home.campaigns.short_codes.new_short_code, max_length=12, validators=[django.core.validators.RegexValidator('\\A[a-z2-9]{3,12}\\Z', 'Use three to twelve lower-case letters and digits, without 0 and 1.')])),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ContentPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('related', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('neutral_card', models.BooleanField(default=False)),
                ('intro', models.TextField(blank=True)),
                ('action', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='CoverageIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField(blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('press_heading', models.CharField(max_length=80)),
                ('press_text', models.TextField()),
                ('press_link', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='HomePage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('headline', models.TextField()),
                ('intro', models.TextField()),
                ('assurances', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('second_link', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='SearchEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('language', models.CharField(max_length=2)),
                ('title', models.TextField()),
                ('lead', models.TextField(blank=True)),
                ('headings', models.TextField(blank=True)),
                ('text', models.TextField(blank=True)),
                ('outdated_from', models.DateTimeField(blank=True, null=True)),
                ('page', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='wagtailcore.page')),
            ],
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField(blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('related', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('neutral_card', models.BooleanField(default=False)),
                ('role', models.CharField(max_length=20)),
                ('kind', models.CharField(max_length=20)),
                ('contact_form', models.CharField(max_length=20)),
                ('is_example', models.BooleanField(default=True)),
                ('intro', models.TextField()),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='VideoIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField(blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='VideoPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('related', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('neutral_card', models.BooleanField(default=False)),
                ('intro', models.TextField(blank=True)),
                ('body', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
                ('video', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='media_library.video')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40)),
                ('year', models.PositiveSmallIntegerField()),
                ('value', models.DecimalField(decimal_places=1, max_digits=9)),
                ('unit', models.CharField(default='number', max_length=10)),
                ('precision', models.CharField(default='exact', max_length=10)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('note', models.CharField(blank=True, max_length=200)),
                ('note_nl', models.CharField(blank=True, max_length=200, null=True)),
                ('note_en', models.CharField(blank=True, max_length=200, null=True)),
                ('base', models.CharField(blank=True, max_length=240)),
                ('base_nl', models.CharField(blank=True, max_length=240, null=True)),
                ('base_en', models.CharField(blank=True, max_length=240, null=True)),
                ('source', models.CharField(max_length=120)),
                ('source_nl', models.CharField(max_length=120, null=True)),
                ('source_en', models.CharField(max_length=120, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('figure_set', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='figures', to='home.figureset')),
            ],
            options={
                'ordering': ['figure_set__sort_order', 'figure_set__code', '-year', 'sort_order', 'code'],
                'constraints': [models.UniqueConstraint(fields=('figure_set', 'code', 'year'), name='one_figure_per_set_code_and_year')],
            },
        ),
        migrations.CreateModel(
            name='SiteMenu',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('translation_key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('live', models.BooleanField(default=True, editable=False)),
                ('has_unpublished_changes', models.BooleanField(default=False, editable=False)),
                ('first_published_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                ('last_published_at', models.DateTimeField(editable=False, null=True)),
                ('go_live_at', models.DateTimeField(blank=True, null=True)),
                ('expire_at', models.DateTimeField(blank=True, null=True)),
                ('expired', models.BooleanField(default=False, editable=False)),
                ('organisation', models.CharField(max_length=100)),
                ('footer_title', models.CharField(max_length=80)),
                ('footer_text', models.CharField(blank=True, max_length=160)),
                ('funding', models.CharField(blank=True, max_length=160)),
                ('header_links', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('footer_groups', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('social_links', home.blocks.stream_field.PageStreamField([], blank=True)),
                ('figures_page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page')),
                ('hide_visit_page', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
                ('live_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision')),
                ('locale', models.ForeignKey(editable=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='wagtailcore.locale')),
            ],
            options={
                'abstract': False,
                'constraints': [models.UniqueConstraint(fields=('locale',), name='one_site_menu_per_locale')],
                'unique_together': {('translation_key', 'locale')},
            },
            bases=(home.bilingual.gate.TranslatedBeforeLive, models.Model),
        ),
    ]
