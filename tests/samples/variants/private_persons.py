"""A made-up act that prints what must not be published as it is: persons helped, accounts, addresses, a signature.

The account is the example of the French banks' own notices, the numbers are those that the regulator keeps for fiction.
"""

from io import BytesIO

from PIL import Image as Picture
from PIL import ImageDraw
from reportlab.platypus import Flowable, Image

from tests.samples.grids import grid, head, line, total
from tests.samples.typesetting import gap, prose, turn
from tests.samples.variants.invented import Variant, in_rows, summed, whole

IBAN = "FR76 3000 6000 0112 3456 7890 189"
RIB = ("30006", "00001", "12345678901", "89")
MAILBOX, OFFICE = "jeanne.dupre@example.org", "contact@example.org"
PHONE, MOBILE = "03 53 01 02 03", "06.39.98.12.34"
PERSONS = ("Madame Jeanne DUPRÉ", "MORVAN Paul", "M. et Mme Luc et Odile CARLIER")
BODIES = (
    "Association Jeanne d’Arc",
    "EARL Martin",
    "Lycée Jules Ferry",
    "Commune de Saint-Martin",
    "Anne Frank",
    "Le Petit Pierre Théâtre",
)


def private_persons() -> Variant:
    """Persons and bodies named after persons in one table; then an agreement with an account and addresses."""
    names = [name for pair in zip(BODIES, (*PERSONS, "", "", ""), strict=True) for name in pair if name]
    lines = [
        {"operator": name, "action": f"Aide n° {number}", "amount": f"{300 + 50 * number}.00"}
        for number, name in enumerate(names, 1)
    ]

    def story() -> list[Flowable]:
        rows = [line(one["operator"], one["action"], whole(one["amount"])) for one in lines]
        return [
            grid(
                [
                    head("Bénéficiaire", "Objet", "Subvention"),
                    *rows,
                    total("Total", "", whole(summed(lines))),
                ],
                [230, 120, 90],
                right=(2,),
            ),
            *turn("portrait"),
            prose("La convention est passée avec Jeanne DUPRÉ, qui représente les bénéficiaires."),
            prose("Les versements seront effectués au compte suivant :"),
            prose(f"IBAN : {IBAN}"),
            grid([head("Code banque", "Code guichet", "Compte", "Clé"), line(*RIB)], [90, 90, 120, 50]),
            gap(),
            prose(f"Pour toute question : {OFFICE}, {MAILBOX}, tél. {PHONE} ou {MOBILE}."),
            prose("Numéro SIRET : 130 000 000 00000. Dossier 2023/0612345678. Convention du 01.02.2023."),
            gap(20),
            prose("Fait à Villelune, le 9 octobre 2023. Le Président,"),
            gap(),
            Image(_signature(), 110, 45, hAlign="LEFT"),
        ]

    return Variant(
        "de la Creuse", "2023/CP/77", "9 octobre 2023", story, lines, in_rows("2023", summed(lines)), table="tableau-1"
    )


def _signature() -> BytesIO:
    """A scrawl that is nobody's."""
    picture = Picture.new("L", (330, 135), 255)
    points = [(10 + 15 * n, 70 + (45 if n % 2 else -40) * (1 - n / 26)) for n in range(21)]
    ImageDraw.Draw(picture).line(points, fill=0, width=5, joint="curve")
    content = BytesIO()
    picture.save(content, "PNG")
    content.seek(0)
    return content
