"""The staff's pages about the registers, one module a family; `grants.admin` gives them addresses inside the admin."""
