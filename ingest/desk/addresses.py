"""The addresses of the desk's pages about one act, under that of the act in the admin."""

from ingest.desk.views import printed_pages, publishing, reading

# Route under the act's own address, view (checks its permission itself), name after `grants_deliberation_`.
ACT_PAGES = [
    ("lecture/", reading.reading, "reading"),
    ("lecture/page/<int:page>/", printed_pages.sheet, "sheet"),
    ("lecture/extrait.webp", printed_pages.crop_image, "crop"),
    ("publier/", publishing.publish_act, "publish"),
    ("retirer/", publishing.withdraw_act, "withdraw"),
]
