import phonenumber_field.validators
import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='ContactDetails',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('phone', models.CharField(max_length=30, validators=[phonenumber_field.validators.validate_international_phonenumber])),
                ('phone_nl', models.CharField(max_length=30, null=True, validators=[phonenumber_field.validators.validate_international_phonenumber])),
                ('phone_en', models.CharField(max_length=30, null=True, validators=[phonenumber_field.validators.validate_international_phonenumber])),
            ],
            options={
                'default_permissions': ('change',),
            },
        ),
        migrations.CreateModel(
            name='LimitCount',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('count', models.PositiveIntegerField()),
                ('ends_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='Restoration',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('backup_made_at', models.DateTimeField()),
                ('restored_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('erasures_repeated_at', models.DateTimeField(blank=True, null=True)),
                ('mail_resumed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'default_permissions': (),
            },
        ),
        migrations.CreateModel(
            name='ErasedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False)),
                ('kind', models.CharField(max_length=20)),
                ('key_hash', models.CharField(max_length=64)),
                ('erased_at', models.DateTimeField(db_index=True)),
            ],
            options={
                'default_permissions': (),
                'constraints': [models.UniqueConstraint(fields=('kind', 'key_hash'), name='erased_key_once')],
            },
        ),
    ]
