import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grants", "0017_what_was_read_under_corrections"),
        ("ingest", "0004_column_profiles"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="keptreading",
            name="replaced",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="ingest.keptreading",
                verbose_name="lecture remplacée",
            ),
        ),
        migrations.AddField(
            model_name="keptreading",
            name="words",
            field=models.JSONField(blank=True, default=dict, verbose_name="mots des agents"),
        ),
        migrations.CreateModel(
            name="PendingReading",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("packed", models.BinaryField(verbose_name="lecture")),
                ("sha256", models.CharField(max_length=64, verbose_name="empreinte du fichier lu")),
                ("source", models.CharField(max_length=200, verbose_name="fichier gardé")),
                ("source_name", models.CharField(max_length=255, verbose_name="nom du fichier")),
                ("reader_version", models.CharField(max_length=20, verbose_name="version du lecteur")),
                ("at", models.DateTimeField(verbose_name="lue le")),
                (
                    "author",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="demandée par",
                    ),
                ),
                (
                    "deliberation",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pending_reading",
                        to="grants.deliberation",
                        verbose_name="délibération",
                    ),
                ),
            ],
            options={
                "verbose_name": "lecture en attente",
                "verbose_name_plural": "lectures en attente",
                "ordering": ["-pk"],
            },
        ),
    ]
