import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import perspectief.encryption
import uuid
import wagtail.fields
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AttemptPolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('claim_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(600)])),
                ('attempts', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(10)])),
                ('hours_between', models.PositiveSmallIntegerField(default=2, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(72)])),
                ('days_until_unreachable', models.PositiveSmallIntegerField(default=10, validators=[django.core.validators.MinValueValidator(3), django.core.validators.MaxValueValidator(90)])),
                ('plans_next', models.BooleanField(default=True)),
                ('closes_unreachable', models.BooleanField(default=True)),
                ('days_to_reopen', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(365)])),
            ],
            options={
                'default_permissions': ('change',),
            },
        ),
        migrations.CreateModel(
            name='ClosedDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('date', models.DateField(unique=True)),
                ('reason', models.CharField(max_length=100)),
                ('reason_nl', models.CharField(max_length=100, null=True)),
                ('reason_en', models.CharField(max_length=100, null=True)),
            ],
            options={
                'ordering': ['date'],
            },
        ),
        migrations.CreateModel(
            name='CrisisLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=80, unique=True)),
                ('number', models.CharField(blank=True, max_length=30)),
                ('text', models.CharField(max_length=200)),
                ('text_nl', models.CharField(max_length=200, null=True)),
                ('text_en', models.CharField(max_length=200, null=True)),
                ('audience', models.CharField(default='everyone', max_length=10)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'pk'],
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Draft',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('journey', models.CharField(default='registration', max_length=20)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('submission_key', models.UUIDField(default=uuid.uuid4, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('saved_hash', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('saved_until', models.DateTimeField(blank=True, null=True)),
                ('answers', perspectief.encryption.EncryptedField(default=dict)),
                ('receipt', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('shown_at', models.DateTimeField(blank=True, null=True)),
                ('shown_to', models.CharField(blank=True, db_index=True, max_length=64)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Erasure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('number', models.CharField(max_length=20, unique=True)),
                ('erased_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['-erased_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='EventKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='HeardFrom',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='MailWording',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.CharField(editable=False, max_length=40, unique=True)),
                ('subject', models.CharField(max_length=150)),
                ('subject_nl', models.CharField(max_length=150, null=True)),
                ('subject_en', models.CharField(max_length=150, null=True)),
                ('body', models.TextField()),
                ('body_nl', models.TextField(null=True)),
                ('body_en', models.TextField(null=True)),
            ],
            options={
                'ordering': ['code'],
                'default_permissions': ('change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Need',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
                ('client_label', models.CharField(blank=True, max_length=150)),
                ('client_label_nl', models.CharField(blank=True, max_length=150, null=True)),
                ('client_label_en', models.CharField(blank=True, max_length=150, null=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='OpeningHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('weekday', models.PositiveSmallIntegerField(unique=True)),
                ('opens_at', models.TimeField()),
                ('closes_at', models.TimeField()),
            ],
            options={
                'ordering': ['weekday'],
            },
        ),
        migrations.CreateModel(
            name='OrganisationKind',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='PeriodicJob',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=50, unique=True)),
                ('due_at', models.DateTimeField()),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='PrivacyStatement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('version', models.PositiveSmallIntegerField(unique=True)),
                ('body', wagtail.fields.RichTextField()),
                ('body_nl', wagtail.fields.RichTextField(null=True)),
                ('body_en', wagtail.fields.RichTextField(null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('approved_on', models.DateField(blank=True, null=True)),
            ],
            options={
                'ordering': ['-version'],
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='PromiseClockSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('reminder_hours', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(40)])),
                ('calls_per_part', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(50)])),
                ('shows_public_figure', models.BooleanField(default=False)),
                ('public_figure_period', models.CharField(default='quarter', max_length=10)),
                ('public_figure_minimum', models.PositiveSmallIntegerField(default=50, validators=[django.core.validators.MinValueValidator(20)])),
            ],
            options={
                'default_permissions': ('change',),
            },
        ),
        migrations.CreateModel(
            name='PromiseSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('promise_days', models.PositiveSmallIntegerField(default=3, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(14)])),
                ('minimum_open_hours', models.PositiveSmallIntegerField(default=4, validators=[django.core.validators.MaxValueValidator(40)])),
            ],
            options={
                'default_permissions': ('change',),
            },
        ),
        migrations.CreateModel(
            name='RecipientLock',
            fields=[
                ('bucket', models.CharField(max_length=2, primary_key=True, serialize=False)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Region',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='RetentionRun',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('started_by', models.CharField(max_length=10)),
                ('counts', models.JSONField(default=dict)),
                ('total', models.PositiveIntegerField(default=0)),
                ('held_back', models.JSONField(default=dict)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='RetentionSettings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('idle_draft_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MinValueValidator(20)])),
                ('saved_draft_days', models.PositiveSmallIntegerField(default=7, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(31)])),
                ('withdrawn_days', models.PositiveSmallIntegerField(default=14, validators=[django.core.validators.MinValueValidator(1)])),
                ('unreachable_days', models.PositiveSmallIntegerField(default=90, validators=[django.core.validators.MinValueValidator(1)])),
                ('other_outcomes_days', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1)])),
                ('access_log_days', models.PositiveSmallIntegerField(default=730, validators=[django.core.validators.MinValueValidator(30)])),
            ],
            options={
                'default_permissions': ('change',),
            },
        ),
        migrations.CreateModel(
            name='Role',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
                ('client_label', models.CharField(blank=True, max_length=150)),
                ('client_label_nl', models.CharField(blank=True, max_length=150, null=True)),
                ('client_label_en', models.CharField(blank=True, max_length=150, null=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='TimeAgo',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('first_day', models.DateField()),
                ('last_day', models.DateField()),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['first_day', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AccessLogEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('username', models.CharField(max_length=150)),
                ('registration_number', models.BigIntegerField(db_index=True)),
                ('action', models.CharField(max_length=20)),
                ('fields', models.JSONField(blank=True, default=list)),
                ('user', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='AnonymousCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('dimension', models.CharField(max_length=30)),
                ('code', models.CharField(max_length=40)),
                ('count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'permissions': [('view_figures', 'Can see the figures of a year')],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('month', 'dimension', 'code'), name='one_count_per_month_and_answer')],
            },
        ),
        migrations.CreateModel(
            name='Callback',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('turn', models.PositiveSmallIntegerField(db_default=1, default=1)),
                ('kind', models.CharField(default='call', max_length=10)),
                ('state', models.CharField(default='open', max_length=10)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('due_at', models.DateTimeField()),
                ('told_due_at', models.DateTimeField(blank=True, null=True)),
                ('next_attempt_at', models.DateTimeField(blank=True, null=True)),
                ('agreed_at', models.DateTimeField(blank=True, null=True)),
                ('first_attempt_at', models.DateTimeField(blank=True, null=True)),
                ('reached_at', models.DateTimeField(blank=True, null=True)),
                ('finished_at', models.DateTimeField(blank=True, null=True)),
                ('claimed_at', models.DateTimeField(blank=True, null=True)),
                ('claimed_until', models.DateTimeField(blank=True, null=True)),
                ('attempt_count', models.PositiveSmallIntegerField(default=0)),
                ('message_at', models.DateTimeField(blank=True, null=True)),
                ('needs_coordinator', models.BooleanField(default=False)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('escalated_at', models.DateTimeField(blank=True, null=True)),
                ('settled_as', models.CharField(blank=True, default='', max_length=10)),
                ('claimed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ContactAttempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('result', perspectief.encryption.EncryptedField()),
                ('note', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('note_edited_at', models.DateTimeField(blank=True, null=True)),
                ('way_hash', models.CharField(default='', editable=False, max_length=64)),
                ('before', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('callback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='registration.callback')),
                ('made_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['made_at', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OptionLabel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('group', models.CharField(editable=False, max_length=30)),
                ('code', models.CharField(editable=False, max_length=40)),
                ('label', models.CharField(blank=True, max_length=150)),
                ('label_nl', models.CharField(blank=True, max_length=150, null=True)),
                ('label_en', models.CharField(blank=True, max_length=150, null=True)),
            ],
            options={
                'ordering': ['group', 'pk'],
                'default_permissions': ('change', 'view'),
                'constraints': [models.UniqueConstraint(fields=('group', 'code'), name='one_label_per_code')],
            },
        ),
        migrations.CreateModel(
            name='PromiseBreach',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('reason', models.CharField(max_length=20)),
                ('note', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('callback', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='breach', to='registration.callback')),
                ('recorded_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ExampleCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('month', models.DateField()),
                ('dimension', models.CharField(max_length=30)),
                ('code', models.CharField(max_length=40)),
                ('count', models.PositiveIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('month', 'dimension', 'code'), name='one_example_per_month_and_answer')],
            },
        ),
        migrations.CreateModel(
            name='ExamplePromiseDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('is_question', models.BooleanField()),
                ('promised', models.PositiveIntegerField(default=0)),
                ('met', models.PositiveIntegerField(default=0)),
                ('reached_in_time', models.PositiveIntegerField(default=0)),
                ('void', models.PositiveIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('day', 'is_question'), name='one_row_of_examples')],
            },
        ),
        migrations.CreateModel(
            name='PromiseDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('day', models.DateField()),
                ('is_question', models.BooleanField()),
                ('promised', models.PositiveIntegerField(default=0)),
                ('met', models.PositiveIntegerField(default=0)),
                ('reached_in_time', models.PositiveIntegerField(default=0)),
                ('void', models.PositiveIntegerField(default=0)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('day', 'is_question'), name='one_row_of_promises')],
            },
        ),
        migrations.CreateModel(
            name='PromiseMove',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('before', models.DateTimeField()),
                ('after', models.DateTimeField()),
                ('callback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='moves', to='registration.callback')),
            ],
            options={
                'ordering': ['-moved_at', '-pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Reassignment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('callback', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='reassignments', to='registration.callback')),
                ('given_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('given_to', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Province',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.SlugField(max_length=40, unique=True)),
                ('label', models.CharField(max_length=150)),
                ('label_nl', models.CharField(max_length=150, null=True)),
                ('label_en', models.CharField(max_length=150, null=True)),
                ('sort_order', models.PositiveSmallIntegerField(default=100)),
                ('is_active', models.BooleanField(default=True)),
                ('region', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='provinces', to='registration.region')),
            ],
            options={
                'ordering': ['sort_order', 'code'],
                'abstract': False,
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Mediator',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('name', models.CharField(max_length=120)),
                ('email', models.EmailField(max_length=254)),
                ('languages', models.CharField(blank=True, max_length=150)),
                ('is_active', models.BooleanField(default=True)),
                ('regions', models.ManyToManyField(blank=True, related_name='mediators', to='registration.region')),
            ],
            options={
                'ordering': ['name', 'pk'],
                'default_permissions': ('add', 'change', 'view'),
            },
        ),
        migrations.CreateModel(
            name='Registration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('state', models.CharField(default='received', max_length=30)),
                ('source', models.CharField(default='self', max_length=20)),
                ('language', models.CharField(max_length=5)),
                ('received_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('state_changed_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('client_agreed_at', models.DateTimeField(blank=True, null=True)),
                ('own_no_at', models.DateTimeField(blank=True, null=True)),
                ('flags', models.JSONField(blank=True, default=list)),
                ('is_demo', models.BooleanField(default=False)),
                ('submission_key', models.UUIDField(unique=True)),
                ('reference_hash', models.CharField(max_length=64, unique=True)),
                ('secret_words_hash', models.CharField(blank=True, max_length=128)),
                ('changed_by_person_at', models.DateTimeField(blank=True, null=True)),
                ('phone_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                ('email_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                ('answers', perspectief.encryption.EncryptedField()),
                ('desk_note', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('desk_note_edited_at', models.DateTimeField(blank=True, null=True)),
                ('desk_note_edited_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('privacy_statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registration.privacystatement')),
            ],
            options={
                'permissions': [('view_queue', 'Can see the callbacks'), ('take_callbacks', 'Can take callbacks and read the registrations they are about'), ('coordinate', "Can release other people's callbacks and decide where moments clash"), ('view_access_log', 'Can see who viewed personal data')],
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OwnPageVisit',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField(db_index=True)),
                ('registration', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='registration.registration')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='OutboundMail',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('code', models.CharField(max_length=40)),
                ('recipient_hash', models.CharField(blank=True, db_index=True, max_length=64)),
                ('message', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('message_id', models.CharField(max_length=200, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('next_try_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('delivery_tries', models.PositiveSmallIntegerField(default=0)),
                ('last_error', models.CharField(blank=True, max_length=100)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('failed_at', models.DateTimeField(blank=True, null=True)),
                ('registration', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mails', to='registration.registration')),
            ],
            options={
                'default_permissions': ('view',),
            },
        ),
        migrations.CreateModel(
            name='HandOver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('with_story', models.BooleanField(default=True)),
                ('told', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('note', perspectief.encryption.EncryptedField(blank=True, null=True)),
                ('exported_at', models.DateTimeField(blank=True, db_index=True, null=True)),
                ('first_exported_at', models.DateTimeField(blank=True, null=True)),
                ('end_told_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registration.mediator')),
                ('registration', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='hand_over', to='registration.registration')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Informed',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('registration_number', models.PositiveBigIntegerField()),
                ('is_demo', models.BooleanField(default=False)),
                ('way', models.CharField(default='sheet', max_length=5)),
                ('at', models.DateTimeField()),
                ('told_at', models.DateTimeField(blank=True, null=True)),
                ('erased_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mediator', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registration.mediator')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'default_permissions': (),
            },
        ),
        migrations.AddField(
            model_name='callback',
            name='registration',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='callbacks', to='registration.registration'),
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('recipient', perspectief.encryption.EncryptedField()),
                ('code_hash', models.CharField(max_length=64, unique=True)),
                ('language', models.CharField(max_length=5)),
                ('due_at', models.DateTimeField(db_index=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('privacy_statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='registration.privacystatement')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='SamePersonDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('is_same', models.BooleanField()),
                ('closed_later', models.BooleanField(default=False)),
                ('decided_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('earlier', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registration.registration')),
                ('later', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='registration.registration')),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.AddIndex(
            model_name='registration',
            index=models.Index(fields=['state', 'state_changed_at'], name='registration_retention'),
        ),
        migrations.AddIndex(
            model_name='outboundmail',
            index=models.Index(condition=models.Q(('failed_at', None), ('sent_at', None)), fields=['next_try_at'], name='outbound_mail_waiting'),
        ),
        migrations.AddConstraint(
            model_name='handover',
            constraint=models.CheckConstraint(condition=models.Q(('exported_at', None), ('first_exported_at__isnull', False), _connector='OR'), name='export_is_remembered'),
        ),
        migrations.AddConstraint(
            model_name='informed',
            constraint=models.UniqueConstraint(fields=('registration_number', 'mediator', 'way'), name='informed_mediator'),
        ),
        migrations.AddConstraint(
            model_name='informed',
            constraint=models.UniqueConstraint(condition=models.Q(('mediator', None)), fields=('registration_number',), name='informed_case_system'),
        ),
        migrations.AddIndex(
            model_name='callback',
            index=models.Index(fields=['state', 'due_at', 'id'], name='callback_queue'),
        ),
        migrations.AddConstraint(
            model_name='callback',
            constraint=models.UniqueConstraint(fields=('registration', 'turn'), name='callback_turn'),
        ),
        migrations.AddIndex(
            model_name='callback',
            index=models.Index(condition=models.Q(('settled_as', '')), fields=['due_at'], name='callback_unsettled'),
        ),
        migrations.AddIndex(
            model_name='callback',
            index=models.Index(condition=models.Q(('settled_as', 'broken')), fields=['due_at'], name='callback_broken'),
        ),
        migrations.AddConstraint(
            model_name='samepersondecision',
            constraint=models.UniqueConstraint(fields=('earlier', 'later'), name='one_decision_per_pair'),
        ),
    ]
