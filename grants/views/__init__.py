"""Public pages, one module a family of pages: each view chooses a queryset, a filter and a template."""
