import django.db.models.deletion
import django.utils.timezone
import perspectief.encryption
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('auth', '0012_alter_user_first_name_max_length'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AccountRequest',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('new_address', perspectief.encryption.EncryptedField(default='')),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('outcome', models.CharField(default='waiting', max_length=20)),
                ('decided_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests_about', to=settings.AUTH_USER_MODEL)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('group', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='+', to='auth.group')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('group__isnull', False), ('outcome', 'waiting')), fields=('account', 'group'), name='one_waiting_request_for_a_group'), models.UniqueConstraint(condition=models.Q(('group__isnull', True), ('outcome', 'waiting')), fields=('account', 'kind'), name='one_waiting_request_of_a_kind'), models.CheckConstraint(condition=models.Q(models.Q(('group__isnull', False), ('kind', 'membership')), models.Q(models.Q(('kind', 'membership'), _negated=True), ('group__isnull', True)), _connector='OR'), name='membership_of_a_group'), models.CheckConstraint(condition=models.Q(('decided_by', models.F('asked_by')), ('outcome', 'accepted'), _negated=True), name='not_accepted_by_who_asked'), models.CheckConstraint(condition=models.Q(('decided_by', models.F('account')), ('outcome', 'accepted'), _negated=True), name='not_accepted_by_the_owner')],
            },
        ),
        migrations.CreateModel(
            name='StartLink',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('token_hash', models.CharField(max_length=64, unique=True)),
                ('expires_at', models.DateTimeField()),
                ('used_at', models.DateTimeField(null=True)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='start_links', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(condition=models.Q(('used_at', None)), fields=('account',), name='one_open_start_link')],
            },
        ),
    ]
