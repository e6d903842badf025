"""The staff’s pages, one module a family; `ingest.desk.addresses` says where each stands inside the admin."""
