"""Addresses of what is made from the source files: page images, and the files themselves."""

from django.urls import path

from ingest import views

urlpatterns = [
    path("deliberations/<slug:slug>/page/<int:page>.webp", views.page_image, name="page_image"),
    path("deliberations/<slug:slug>/source.pdf", views.source_file, name="source_file"),
]
