"""The database's side of free text: one condition, `search_text__holds`, and the index that answers it.

Enters what must be found, as `free_text` writes it; leaves SQL. SQLite answers from an FTS5 table that triggers
keep (so every write path is followed, `bulk_create` and raw updates included), PostgreSQL from a GIN index on the very
words of the column: neither is asked to fold, to stem or to part anything.
"""
# ruff: noqa: S608 (names of tables are this project's own; what readers write is a parameter)

from django.apps import apps as registry
from django.db import connections, models
from django.db.models.lookups import Lookup

# Each has a `search_text`, a `grants.search.free_text.search_document`.
SEARCHED = ("GrantLine", "SearchEntry", "Decision")
_VECTOR = "array_to_tsvector(array_remove(string_to_array({column}, ' '), ''))"


@models.TextField.register_lookup
class Holds(Lookup):
    """Of a tuple of tuples of words: one word of each. `emploi*` stands for any word that it begins."""

    lookup_name = "holds"
    prepare_rhs = False

    def as_sqlite(self, compiler, connection, **context):
        quote = connection.ops.quote_name
        meta = self.lhs.target.model._meta
        index = quote(f"{meta.db_table}_words")
        row = f"{quote(self.lhs.alias)}.{quote(meta.pk.column)}"
        asked = " AND ".join(f"({' OR '.join(map(_fts, spellings))})" for spellings in self.rhs)
        # With the `+`, the index is asked once; without it, SQLite may ask it again for each row (80 times as long).
        return f"+{row} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)", [asked]

    def as_postgresql(self, compiler, connection, **context):
        column, params = self.process_lhs(compiler, connection)
        asked = " & ".join(f"({' | '.join(map(_tsquery, spellings))})" for spellings in self.rhs)
        return f"{_VECTOR.format(column=column)} @@ %s::tsquery", [*params, asked]


def _fts(word: str) -> str:
    return f'"{word[:-1]}" *' if word.endswith("*") else f'"{word}"'


def _tsquery(word: str) -> str:
    return f"'{word[:-1]}':*" if word.endswith("*") else f"'{word}'"


def install(using: str = "default", **signal) -> None:
    """Make what is missing of the indexes; can be run again.

    Called after each `migrate`: one that changes a column makes SQLite copy the table, which drops its triggers.
    """
    connection = connections[using]
    for name in SEARCHED:
        table = registry.get_model("grants", name)._meta.db_table
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                _install_fts(cursor, table)
            else:
                _install_gin(cursor, table)


def _install_gin(cursor, table: str) -> None:
    index = f"{table}_words"
    cursor.execute("SELECT 1 FROM pg_indexes WHERE indexname = %s", [index])
    if not cursor.fetchone():
        cursor.execute(f"CREATE INDEX {index} ON {table} USING gin ({_VECTOR.format(column='search_text')})")


def _install_fts(cursor, table: str) -> None:
    index = f"{table}_words"
    kept = f"INSERT INTO {index} (rowid, search_text) VALUES (new.id, new.search_text);"
    dropped = f"INSERT INTO {index} ({index}, rowid, search_text) VALUES ('delete', old.id, old.search_text);"
    triggers = {
        f"{index}_insert": f"AFTER INSERT ON {table} BEGIN {kept} END",
        f"{index}_delete": f"AFTER DELETE ON {table} BEGIN {dropped} END",
        f"{index}_update": f"AFTER UPDATE OF id, search_text ON {table} "
        f"WHEN old.id <> new.id OR old.search_text <> new.search_text BEGIN {dropped} {kept} END",
    }
    cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [table])
    if {name for (name,) in cursor.fetchall()} >= triggers.keys():
        return
    # detail=none: which rows hold a word, not where; exact words are looked for in the rows found
    cursor.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {index} USING fts5(search_text, content='{table}', content_rowid='id', "
        "detail=none, tokenize=\"ascii tokenchars '~'\")"
    )
    for name, body in triggers.items():
        cursor.execute(f"CREATE TRIGGER IF NOT EXISTS {name} {body}")
    cursor.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
