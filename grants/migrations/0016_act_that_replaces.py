import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grants", "0015_edits_may_confirm_a_line"),
    ]

    operations = [
        migrations.AddField(
            model_name="deliberation",
            name="replaced_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="replaces",
                to="grants.deliberation",
                verbose_name="acte qui le remplace",
            ),
        ),
        migrations.AlterField(
            model_name="change",
            name="kind",
            field=models.CharField(
                choices=[
                    ("published", "délibération mise en ligne"),
                    ("withdrawn", "délibération retirée"),
                    ("added", "ligne ajoutée"),
                    ("corrected", "ligne corrigée"),
                    ("gone", "ligne disparue"),
                    ("replaced", "délibération remplacée"),
                    ("restored", "délibération comptée de nouveau"),
                ],
                max_length=10,
                verbose_name="nature",
            ),
        ),
        migrations.AddConstraint(
            model_name="deliberation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("rectification", ""), ("rectifies", None)),
                    models.Q(models.Q(("rectifies__isnull", False)), models.Q(("rectification", ""), _negated=True)),
                    _connector="OR",
                ),
                name="rectification_says_how",
            ),
        ),
    ]
