import phonenumber_field.validators
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
    ]
