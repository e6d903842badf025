"""Profiles of columns: kept when staff tell what a table's columns are, given to the reader as plain data."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from django.contrib.auth.models import User
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.formats import date_format

from grants.models import Deliberation
from ingest.models import ColumnProfile, PrintedTable
from ingest.reader.records import ProfileRecord
from ingest.reader.roles.column_profiles import signature_of
from portal.prints import print_of

_ALL = "Colonnes lues selon le profil enregistré le {day}{author}"
_ALONE = "Colonnes de ce tableau précisées le {day}{author}"


def key_of(signature: Sequence[str]) -> str:
    """The print of a signature: what a database compares and indexes."""
    return sha256(json.dumps(list(signature)).encode()).hexdigest()


def profiles_for_reader(act: Deliberation | None = None) -> tuple[ProfileRecord, ...]:
    """All the profiles of all councils, and those of single tables of `act`, where it is read again."""
    wanted = Q(deliberation=None)
    if act:
        wanted |= Q(deliberation=act)
    return tuple(map(_record, ColumnProfile.objects.filter(wanted).select_related("author")))


def profiles_for_file(path: Path) -> tuple[ProfileRecord, ...]:
    """As `profiles_for_reader`, for the act that holds this file already, where there is one."""
    try:
        act = Deliberation.objects.of_file(print_of(path)).first()
    except OSError:
        act = None
    return profiles_for_reader(act)


def keep_profile(
    table: PrintedTable,
    kinds: Sequence[str],
    years: Sequence[str],
    *,
    listing: bool | None,
    author: User,
    alone: bool,
) -> ColumnProfile:
    """Keep what a person said of the columns of `table`, in place of what was said before of the same header.

    `kinds`, `years`, `listing`: as `ProfileRecord`. `alone`: for this table only, the profile of the council stays; a
    profile for all takes the place of the one that was made for this table.
    """
    act = table.deliberation
    mine = ColumnProfile.objects.filter(deliberation=act, position=table.position, key=table.key)
    if not alone:
        mine.delete()
    told = {
        "signature": list(signature_of(table.header)),
        "headers": [" – ".join(levels) for levels in table.header],
        "kinds": list(kinds),
        "years": list(years),
        "listing": listing,
        "author": author,
        "at": timezone.now(),
    }
    place = {"deliberation": act, "position": table.position} if alone else {"deliberation": None, "position": 0}
    profile, _ = ColumnProfile.objects.update_or_create(
        department=act.department, key=table.key, **place, defaults=told
    )
    return profile


def profiles_of_tables(act: Deliberation, tables: Iterable[PrintedTable]) -> dict[int, ColumnProfile]:
    """Table (by key) → what was last said of its columns: for it alone, else for all of its council."""
    tables = list(tables)
    found = ColumnProfile.objects.filter(Q(deliberation=None) | Q(deliberation=act), department=act.department_id)
    by_place = {
        (one.key, one.position): one
        for one in found.filter(key__in={table.key for table in tables}).select_related("author")
    }
    pairs = ((table, by_place.get((table.key, table.position)) or by_place.get((table.key, 0))) for table in tables)
    return {table.pk: profile for table, profile in pairs if profile}


def acts_read_with(profiles: Iterable[ColumnProfile]) -> dict[int, int]:
    """Profile (by key) → how many acts of its council hold a table whose columns a person gave, of this header."""
    profiles = list(profiles)
    tables = PrintedTable.objects.filter(key__in={one.key for one in profiles}).exclude(profile="")
    counts = tables.order_by().values_list("key", "deliberation__department")
    used = {
        (key, department): acts for key, department, acts in counts.annotate(acts=Count("deliberation", distinct=True))
    }
    return {one.pk: used.get((one.key, one.department_id), 0) for one in profiles}


def _record(profile: ColumnProfile) -> ProfileRecord:
    day = date_format(timezone.localtime(profile.at), "j F Y")
    author = f" par {profile.author.get_full_name() or profile.author}" if profile.author else ""
    return ProfileRecord(
        department=profile.department_id,
        signature=tuple(profile.signature),
        kinds=tuple(profile.kinds),
        years=tuple(profile.years),
        listing=profile.listing,
        position=profile.position,
        told=(_ALONE if profile.position else _ALL).format(day=day, author=author),
    )
