from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("grants", "0002_page_sizes_and_lines_of_totals"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="grantline",
            index=models.Index(
                fields=[
                    "deliberation",
                    "department",
                    "year",
                    "territory",
                    "programme",
                    "subprogramme",
                    "operator",
                    "commune",
                    "row_key",
                    "places",
                    "amount_cents",
                ],
                name="line_figures",
            ),
        ),
    ]
