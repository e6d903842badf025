"""ODS, the open format of spreadsheets (OpenDocument 1.3, ISO/IEC 26300): numbers as numbers, dates as dates, texts as
printed; first row fixed, filters ready.

Rows go to the compressed file as they come. A sheet of LibreOffice has a last row: beyond it the rows go on in another
sheet. The last sheet says where the data comes from.
"""

import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from itertools import chain, islice
from typing import Any, BinaryIO
from xml.sax.saxutils import escape, quoteattr

from grants.exports.columns import Column, cells
from grants.exports.tables import Origin, Table, told

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"
ROWS_A_SHEET = 1_048_575  # of data, under the header: LibreOffice's own limit
WIDTHS = {"texte": "6cm", "entier": "2.5cm", "nombre": "2.5cm", "montant": "3.5cm", "date": "2.5cm", "adresse": "9cm"}

_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "text": f"{_OASIS}text:1.0",
    "table": f"{_OASIS}table:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "config": f"{_OASIS}config:1.0",
    "manifest": f"{_OASIS}manifest:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ooo": "http://openoffice.org/2004/office",
}
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"(?:^|(?<= )) +", re.MULTILINE)  # all that a reader of XML would drop or make one of
_STYLES = (
    '<number:number-style style:name="euros"><number:number number:decimal-places="2" number:min-integer-digits="1" '
    'number:grouping="true"/></number:number-style>'
    '<number:date-style style:name="jour"><number:day number:style="long"/>'
    '<number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text>'
    '<number:year number:style="long"/></number:date-style>'
    '<style:style style:name="montant" style:family="table-cell" style:data-style-name="euros"/>'
    '<style:style style:name="date" style:family="table-cell" style:data-style-name="jour"/>'
    '<style:style style:name="titre" style:family="table-cell"><style:text-properties fo:font-weight="bold"/>'
    "</style:style>"
)
_EMPTY = "<table:table-cell/>"


def write_document(table: Table, origin: Origin, file: BinaryIO) -> None:
    """The whole document into this file, which must be open for writing bytes."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MEDIA_TYPE, zipfile.ZIP_STORED)  # first and bare: how the format is known
        with archive.open("content.xml", "w", force_zip64=True) as content:
            sheets = _content(table, origin, lambda piece: content.write(piece.encode()))
        archive.writestr("settings.xml", _settings(sheets))
        archive.writestr("meta.xml", _meta(table, origin))
        archive.writestr("META-INF/manifest.xml", _manifest())


def _content(table: Table, origin: Origin, write: Callable[[str], Any]) -> list[str]:
    """Writes the sheets; gives the names of those of data."""
    widths = "".join(
        f'<style:style style:name="{holds}-large" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{width}"/></style:style>'
        for holds, width in WIDTHS.items()
    )
    write(f"{_opened('office:document-content')}<office:automatic-styles>{_STYLES}{widths}</office:automatic-styles>")
    write("<office:body><office:spreadsheet>")
    values, ranges = table.values(), []
    first = next(values, None)
    while first is not None or not ranges:
        rows = chain([first], islice(values, ROWS_A_SHEET - 1)) if first is not None else iter(())
        name = f"Données ({len(ranges) + 1})" if ranges else "Données"
        ranges.append((name, _write_sheet(write, name, table.columns, rows, origin.site)))
        first = next(values, None)
    _write_origin(write, table, origin)
    filters = (_filtered(place, *one, len(table.columns)) for place, one in enumerate(ranges))
    write(f"<table:database-ranges>{''.join(filters)}")
    write("</table:database-ranges></office:spreadsheet></office:body></office:document-content>")
    return [name for name, _ in ranges]


def _write_sheet(
    write: Callable[[str], Any], name: str, columns: tuple[Column, ...], rows: Iterator[Any], site: str
) -> int:
    """Writes a sheet; gives the number of its rows of data."""
    write(f"<table:table table:name={quoteattr(name)}>")
    write("".join(f'<table:table-column table:style-name="{column.holds}-large"/>' for column in columns))
    head = "".join(_text(column.name, "titre") for column in columns)
    write(f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>")
    found = [(cell, _writer(column, site)) for column, cell in cells(columns)]
    count = 0
    for values in rows:
        count += 1
        made = (_EMPTY if (value := cell(values)) is None or value == "" else make(value) for cell, make in found)
        write(f"<table:table-row>{''.join(made)}</table:table-row>\n")
    write("</table:table>")
    return count


def _writer(column: Column, site: str) -> Callable[[Any], str]:
    """What makes a cell of this column from its value."""
    match column.holds:
        case "montant":
            return lambda cents: _number(f"{cents / 100:.2f}", ' table:style-name="montant"')
        case "date":
            return lambda day: (
                f'<table:table-cell table:style-name="date" office:value-type="date" office:date-value="{day}">'
                f"<text:p>{day:%d/%m/%Y}</text:p></table:table-cell>"
            )
        case "entier" | "nombre":
            return _number
        case "adresse":
            return lambda path: _text(site + path)
        case _:
            return _text


def _number(value: object, style: str = "") -> str:
    typed = f'{style} office:value-type="float" office:value="{value}"'
    return f"<table:table-cell{typed}><text:p>{value}</text:p></table:table-cell>"


def _text(text: str, style: str = "") -> str:
    """A cell of text, each of its lines a paragraph, every space of it kept."""
    kept = _SPACES.sub(lambda run: f'<text:s text:c="{len(run[0])}"/>', escape(_NOT_XML.sub("", text)))
    lines = "".join(f"<text:p>{line}</text:p>" for line in kept.splitlines()) or "<text:p/>"
    named = f' table:style-name="{style}"' if style else ""
    return f'<table:table-cell{named} office:value-type="string">{lines}</table:table-cell>'


def _write_origin(write: Callable[[str], Any], table: Table, origin: Origin) -> None:
    write('<table:table table:name="Source"><table:table-column table:style-name="texte-large"/>')
    write('<table:table-column table:style-name="adresse-large"/>')
    write("".join(_row(_text(label, "titre"), _text(text)) for label, text in told(table, origin)))
    write("</table:table>")


def _row(*made: str) -> str:
    return f"<table:table-row>{''.join(made)}</table:table-row>"


def _filtered(place: int, sheet: str, rows: int, columns: int) -> str:
    """The buttons of filters over a sheet, under the name by which LibreOffice knows those of its sheets from 0."""
    area = f"'{sheet}'.A1:'{sheet}'.{_letters(columns)}{rows + 1}"
    return (
        f'<table:database-range table:name="__Anonymous_Sheet_DB__{place}" '
        f'table:target-range-address={quoteattr(area)} table:display-filter-buttons="true"/>'
    )


def _letters(number: int) -> str:
    """The name of a column: 1 → A, 27 → AA."""
    number, letter = divmod(number - 1, 26)
    return (_letters(number) if number else "") + chr(ord("A") + letter)


def _settings(sheets: Iterable[str]) -> str:
    """What fixes the first row of each sheet of data."""
    fixed = "".join(
        f'<config:config-item config:name="{name}" config:type="{kind}">{value}</config:config-item>'
        for name, kind, value in (
            ("VerticalSplitMode", "short", 2),
            ("VerticalSplitPosition", "int", 1),
            ("PositionBottom", "int", 1),
            ("ActiveSplitRange", "short", 2),
        )
    )
    entries = "".join(
        f"<config:config-item-map-entry config:name={quoteattr(name)}>{fixed}</config:config-item-map-entry>"
        for name in sheets
    )
    return (
        f"{_opened('office:document-settings')}<office:settings>"
        '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views">'
        "<config:config-item-map-entry>"
        '<config:config-item config:name="ViewId" config:type="string">view1</config:config-item>'
        f'<config:config-item-map-named config:name="Tables">{entries}</config:config-item-map-named>'
        "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set></office:settings>"
        "</office:document-settings>"
    )


def _meta(table: Table, origin: Origin) -> str:
    said = f"<dc:title>{escape(table.title)}</dc:title><dc:publisher>{escape(origin.publisher)}</dc:publisher>"
    return f"{_opened('office:document-meta')}<office:meta>{said}</office:meta></office:document-meta>"


def _manifest() -> str:
    files = [("/", MEDIA_TYPE), *((f"{name}.xml", "text/xml") for name in ("content", "settings", "meta"))]
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>' for path, kind in files
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<manifest:manifest xmlns:manifest="{_NAMES["manifest"]}" manifest:version="1.3">{entries}</manifest:manifest>'
    )


def _opened(name: str) -> str:
    """The beginning of a file of XML, its first element open."""
    names = "".join(f' xmlns:{prefix}="{space}"' for prefix, space in _NAMES.items() if prefix != "manifest")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{name}{names} office:version="1.3">'
