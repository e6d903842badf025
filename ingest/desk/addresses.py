"""The addresses of the desk's pages: about one act, under that of the act in the admin; about many, beside
them; about the queue."""

from ingest.desk.views import (
    adding,
    columns,
    doubts,
    gestures,
    guide,
    leftovers,
    open_data,
    personal,
    printed_pages,
    publishing,
    queueing,
    reading,
    rectifying,
    rereading,
    rows,
    totals,
)

# Route under the act's own address, view (checks its permission itself), name after `grants_deliberation_`.
ACT_PAGES = [
    ("lecture/", reading.reading, "reading"),
    ("lecture/colonnes/", columns.columns, "columns"),
    ("lecture/colonnes/<int:position>/", columns.save_columns, "save_columns"),
    ("lecture/cases/", doubts.doubts, "doubts"),
    ("lecture/cases/verifier/", doubts.confirm_all, "confirm"),
    ("lecture/non-lues/", leftovers.leftovers, "leftovers"),
    ("lecture/non-lues/ecarter/", leftovers.set_aside, "set_aside"),
    ("lecture/non-lues/<int:leftover>/revoir/", leftovers.take_up, "take_up"),
    ("lecture/totaux/", totals.totals, "totals"),
    ("lecture/totaux/expliquer/", totals.explain, "explain"),
    ("lecture/totaux/<int:check>/retirer/", totals.take_back, "take_back"),
    ("lecture/lignes/", rows.rows, "rows"),
    ("lecture/page/<int:page>/", rows.sheet, "sheet"),
    ("lecture/ligne/<int:line>/", rows.row, "row"),
    ("lecture/ligne/<int:line>/enregistrer/", rows.save, "save"),
    ("lecture/ligne/<int:line>/verifier/", doubts.verify, "verify"),
    ("lecture/ligne/<int:line>/ecarter/", gestures.drop, "drop"),
    ("lecture/ligne/<int:line>/partager/", gestures.split, "split"),
    ("lecture/ligne/<int:line>/reunir/", gestures.join, "join"),
    ("lecture/ecartee/<int:gone>/retablir/", gestures.restore, "restore"),
    ("lecture/ajouter/", adding.add_missed_row, "add_row"),
    ("lecture/gestes/", gestures.gestures, "gestures"),
    ("lecture/gestes/<uuid:batch>/annuler/", gestures.undo_gesture, "undo"),
    ("lecture/extrait.webp", printed_pages.crop_image, "crop"),
    ("lecture/nouvelle/", rereading.difference, "difference"),
    ("lecture/nouvelle/remplacer/", rereading.accept, "accept_reading"),
    ("lecture/nouvelle/garder/", rereading.refuse, "refuse_reading"),
    ("lecture/annuler/", rereading.undo, "undo_reading"),
    ("lecture/page/<int:page>.webp", printed_pages.page_image, "page_image"),
    ("lecture/original.pdf", printed_pages.original, "original"),
    ("lecture/donnees-personnelles/", personal.personal, "personal"),
    ("lecture/donnees-personnelles/decider/", personal.personal_decide, "personal_decide"),
    ("lecture/donnees-personnelles/masquer/", personal.personal_add, "personal_add"),
    ("publier/", publishing.publish_act, "publish"),
    ("retirer/", publishing.withdraw_act, "withdraw"),
    ("retirer/annuler/", publishing.undo_withdrawal, "undo_withdrawal"),
    ("rectificatif/", rectifying.rectification, "rectification"),
    ("rectificatif/defaire/", rectifying.untie, "untie"),
    ("lire-de-nouveau/", queueing.read_again, "read_again"),
    ("open-data/", open_data.open_data_act, "open_data"),
]
# Route under the list of acts, view, name after `grants_deliberation_`.
DESK_PAGES = [
    ("open-data/", open_data.open_data, "open_data_list"),
    ("guide/", guide.guide_list, "guide"),
    ("guide/<slug:slug>/", guide.guide_chapter, "guide_chapter"),
    ("open-data/<str:code>/<int:year>/", open_data.open_data_year, "open_data_year"),
]

# The same under the address of the queue, names after `ingest_job_`.
JOB_PAGES = [
    ("", queueing.queue, "changelist"),
    ("etats/", queueing.states, "states"),
    ("<int:pk>/", queueing.job, "page"),
    ("<int:pk>/annuler/", queueing.cancel, "cancel"),
    ("<int:pk>/relancer/", queueing.retry, "retry"),
    ("<int:pk>/oublier/", queueing.forget, "forget"),
]
