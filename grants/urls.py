"""Addresses of the public pages, in French."""

urlpatterns: list = []
