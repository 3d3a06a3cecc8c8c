import django.db.models.deletion
import home.bilingual.gate
import wagtail.contrib.routable_page.models
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('media_library', '0001_initial'),
        ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes'),
    ]

    operations = [
        migrations.CreateModel(
            name='NotYetPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('story_later_text', models.TextField()),
                ('reminder_text', models.TextField()),
                ('information_text', models.TextField()),
                ('read_on', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.page')),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='OwnRegistrationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='PaperFormPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('return_address', models.TextField(blank=True)),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='PrivacyPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='QuestionPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('what_happens', wagtail.fields.RichTextField()),
                ('what_we_ask', wagtail.fields.RichTextField()),
                ('costs', models.CharField(max_length=250)),
                ('phone_note', models.TextField()),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='ReferralPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('before_you_refer', wagtail.fields.RichTextField()),
                ('what_happens', wagtail.fields.RichTextField()),
                ('what_we_ask', wagtail.fields.RichTextField()),
                ('time_needed', models.CharField(max_length=250)),
                ('phone_alternative', models.TextField()),
                ('your_data', wagtail.fields.RichTextField()),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
        migrations.CreateModel(
            name='RegistrationPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to='wagtailcore.page')),
                ('intro', models.TextField()),
                ('what_happens', wagtail.fields.RichTextField()),
                ('what_we_ask', wagtail.fields.RichTextField()),
                ('time_needed', models.CharField(max_length=250)),
                ('costs', models.CharField(max_length=250)),
                ('phone_alternative', models.TextField()),
                ('your_data', wagtail.fields.RichTextField()),
                ('social_image', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='media_library.contentimage')),
            ],
            bases=(wagtail.contrib.routable_page.models.RoutablePageMixin, home.bilingual.gate.TranslatedBeforeLive, 'wagtailcore.page'),
        ),
    ]
