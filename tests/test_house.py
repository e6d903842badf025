"""The house style that no linter holds: who may import what, templates without queries, migrations with names."""

import ast
import csv
import re
import subprocess
import tomllib
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from itertools import chain
from pathlib import Path

import pytest
from django.core.management import call_command

ROOT = Path(__file__).resolve().parent.parent
APPS = ("portal", "grants", "ingest")
SOURCES = sorted(path for app in APPS for path in (ROOT / app).rglob("*.py"))
READER = ROOT / "ingest" / "reader"
WIDE_PACKAGES = sorted({path.parent for path in READER.rglob("*.py") if len(list(path.parent.glob("*.py"))) > 4})
TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
PDF_LIBRARIES = {"pdfplumber", "pdfminer", "pypdfium2", "pikepdf", "pytesseract", "cv2"}
# The only modules that know a PDF library.
PDF_MODULES = (
    "ingest/reader/engines/",
    "ingest/reader/images/",
    "ingest/reader/letters/",
    "ingest/reader/scanning/",
    "ingest/pages/page_images.py",
    "ingest/pages/cutting.py",
    "ingest/pages/public_copies.py",
)
# Besides grants/: the one writer of what was read, the desk, the page images' views, the operator's commands.
DATABASE_MODULES = (
    "grants/",
    "ingest/store/",
    "ingest/desk/",
    "ingest/templatetags/",
    "ingest/models/",
    "ingest/places/communes.py",
    "ingest/views.py",
    "ingest/admin.py",
    "ingest/management/commands/",
)
QUERY_LAYER = {"models", "querysets", "search", "figures", "facets", "exports"}
WEB_LAYER = ("grants.views", "grants.questions.filters", "grants.urls")
COMMENT = re.compile(r"\{#.*?#\}|\{% comment %\}.*?\{% endcomment %\}", re.DOTALL)
VAGUE_NAMES = {"utils", "helpers", "common", "misc", "manager", "managers"}


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}: relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def starts(imported: str, *packages: str) -> bool:
    return any(imported == package or imported.startswith(f"{package}.") for package in packages)


def test_imports_keep_to_the_rules():
    every = [(path, imported) for path in SOURCES for imported in imports(path)]
    assert len(every) > 1000
    assert [f"{name(path)} imports {imported}" for path, imported in every if is_forbidden(path, imported)] == []


def is_forbidden(path: Path, imported: str) -> bool:
    """Whether this module may not import that: the rules of ARCHITECTURE.md."""
    here = name(path)
    is_query = here.startswith("grants/") and QUERY_LAYER & {path.stem, path.parent.name}
    return (
        starts(imported, "portal.settings")
        or (here.startswith("ingest/reader/") and starts(imported, "django", "grants"))
        or (here.startswith("grants/") and starts(imported, "ingest"))
        or (here.startswith("ingest/store/") and starts(imported, "ingest.desk", "ingest.management"))
        or (starts(imported, *PDF_LIBRARIES) and not here.startswith(PDF_MODULES))
        or (starts(imported, "grants.models") and not here.startswith(DATABASE_MODULES))
        or bool(is_query and starts(imported, *WEB_LAYER, "django.http"))
    )


def test_an_import_against_the_rules_is_seen():
    reader, store, views = (
        ROOT / one for one in ("ingest/reader/rows.py", "ingest/store/acts.py", "grants/views/home.py")
    )
    assert is_forbidden(reader, "django.db")
    assert is_forbidden(reader, "pypdfium2")
    assert is_forbidden(store, "ingest.desk.review.rows")
    assert is_forbidden(views, "ingest.reader")
    assert is_forbidden(ROOT / "grants/figures/stats.py", "grants.views.home")
    assert not is_forbidden(views, "grants.figures.stats")


def import_graph(area: str) -> dict[str, set[str]]:
    """Each module of an area, with those that it imports, as dotted names."""
    modules = {name(path.parent if path.stem == "__init__" else path.with_suffix("")): path for path in SOURCES}
    modules = {told.replace("/", "."): path for told, path in modules.items() if told.startswith(area)}
    # What is imported is a module, or a name in one.
    return {
        module: {one if one in modules else one.rpartition(".")[0] for one in imports(path)} - {module}
        for module, path in modules.items()
    }


@pytest.mark.parametrize("area", ["grants", "ingest"])
def test_no_module_imports_itself_by_a_detour(area):
    tuple(TopologicalSorter(import_graph(area)).static_order())  # raises CycleError, which tells the circle


def test_packages_of_the_reader_import_one_another_in_one_direction():
    """So that each can be read once those under it are known; a module at the top of the reader stands for itself."""
    graph = packages_of_the_reader()
    tuple(TopologicalSorter(graph).static_order())
    shown = (ROOT / "ARCHITECTURE.md").read_text().partition("| folder |")[2]
    told = [f"ingest.reader.{one}" for one in re.findall(r"(?m)^\| `(\w+)/` \|", shown)]
    folders = {f"ingest.reader.{path.parent.name}" for path in READER.glob("*/__init__.py")}
    assert set(told) | {"ingest.reader.records"} == folders, "the folders of the reader, in ARCHITECTURE.md"
    for place, folder in enumerate(told):
        assert not graph[folder] & set(told[place:]), f"{folder} imports a folder that ARCHITECTURE.md shows below it"


def packages_of_the_reader(depth: int = 3) -> dict[str, set[str]]:
    graph: dict[str, set[str]] = {}
    for module, imported in import_graph("ingest/reader").items():
        own = ".".join(module.split(".")[:depth])
        graph.setdefault(own, set()).update({".".join(one.split(".")[:depth]) for one in imported} - {own})
    return graph


PARTED = sorted({path.parent.parent for path in READER.glob("*/*/__init__.py")})


@pytest.mark.parametrize("package", PARTED, ids=name)
def test_folders_in_a_package_of_the_reader_import_one_another_in_the_order_told(package):
    told = re.findall(r"(?m)^- `(\w+)/`", ast.get_docstring(ast.parse((package / "__init__.py").read_text())))
    assert sorted(told) == sorted(path.parent.name for path in package.glob("*/__init__.py"))
    graph = packages_of_the_reader(depth=4)
    tuple(TopologicalSorter(graph).static_order())
    dotted = [f"ingest.reader.{package.name}.{one}" for one in told]
    for place, folder in enumerate(dotted):
        assert not graph[folder] & set(dotted[place:]), f"{folder} imports a folder that {name(package)} shows below it"


def test_modules_are_named_after_a_concept():
    assert [name(path) for path in SOURCES if path.stem in VAGUE_NAMES] == []


@pytest.mark.parametrize("package", WIDE_PACKAGES, ids=name)
def test_a_wide_package_of_the_reader_lists_its_modules_in_order(package):
    """Beyond three modules, names alone do not say where to begin: the package's docstring names each, once."""
    told = ast.get_docstring(ast.parse((package / "__init__.py").read_text())) + "\n"
    listed = re.findall(r"`(\w+)`(?=[,\n]| \()", told)
    modules = sorted(path.stem for path in package.glob("*.py") if path.stem != "__init__")
    assert sorted(listed) == modules, f"say in {name(package)}/__init__.py where each module stands"


def test_a_figure_of_the_reader_has_its_unit_or_reason_beside_it():
    assert list(bare_figures("A_SHARE = 0.5\n\n# Points.\nA, B = 1, 2\n")) == [(1, "A_SHARE = 0.5")]
    bare = ((path, *one) for path in sorted(READER.rglob("*.py")) for one in bare_figures(path.read_text()))
    assert [f"{name(path)}:{number}: {line}" for path, number, line in bare] == []


def bare_figures(text: str) -> Iterator[tuple[int, str]]:
    """The figures of a module, with their lines, that nothing is said of."""
    lines = text.splitlines()
    named = [node for node in ast.parse(text).body if isinstance(node, ast.Assign | ast.AnnAssign)]
    covered = {number for node in named for number in range(node.lineno, (node.end_lineno or 0) + 1)}
    for number in [node.lineno for node in named if is_figure(node.value)]:
        first = number
        while first - 1 in covered:  # what is said over several holds for all
            first -= 1
        if "#" not in lines[number - 1] and not lines[first - 2].startswith("#"):
            yield number, lines[number - 1]


def is_figure(value: ast.expr | None) -> bool:
    """A number, or several, or what some make."""
    try:
        found = ast.literal_eval(value) if value else None
    except ValueError:
        return isinstance(value, ast.BinOp) and is_figure(value.left) and is_figure(value.right)
    found = found if isinstance(found, tuple) else (found,)
    return bool(found) and all(isinstance(one, int | float) and not isinstance(one, bool) for one in found)


def test_a_test_named_after_a_module_of_the_reader_stands_where_it_does():
    tests = ROOT / "tests" / "ingest" / "reader"
    modules = {path.relative_to(READER) for path in READER.rglob("*.py")}
    stems = {path.stem for path in modules}
    named = {
        path: path.relative_to(tests).with_stem(path.stem.removeprefix("test_")) for path in tests.rglob("test_*.py")
    }
    stray = [path for path, module in named.items() if module.stem in stems and module not in modules]
    assert list(map(name, stray)) == []


def test_templates_only_show():
    assert list(faults_of("_x.html", '<p style="a">{{ a.objects }}<script>')) != []
    found = [f"{name(path)}: {fault}" for path in TEMPLATES for fault in faults_of(path.name, path.read_text())]
    assert found == []


def faults_of(file: str, text: str) -> Iterator[str]:
    """What a template does besides showing."""
    if re.search(r"\bstyle=", text):
        yield "inline style: the security policy refuses it"
    if re.search(r"<script(?![^>]*\bsrc=)", text):
        yield "inline script: the security policy refuses it"
    if re.search(r"\.(all|filter|exclude|objects)\b(?!:)", re.sub(COMMENT, "", text)):
        yield "a template that queries"
    if file.startswith("_") and not text.lstrip().startswith(("{#", "{% comment %}")):
        yield "a partial opens by naming its inputs"


def test_every_template_is_used():
    everything = "\n".join(path.read_text() for path in [*SOURCES, *TEMPLATES])
    unused = [name(path) for path in TEMPLATES if path.name not in everything and "admin" not in path.parts]
    unused = [path for path in unused if Path(path).name not in ("404.html", "500.html", "403.html", "400.html")]
    assert unused == []


def test_migrations_are_complete_and_say_what_they_change(db):
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)
    for path in ROOT.glob("*/migrations/0*.py"):
        assert "auto" not in path.stem


def test_environment_variables_are_documented():
    settings = (ROOT / "portal" / "settings.py").read_text()
    read = set(re.findall(r'env\.\w+\(\s*"([A-Z_]+)"', settings))
    documented = set(re.findall(r"^#? ?([A-Z_]+)=", (ROOT / ".env.example").read_text(), re.MULTILINE))
    assert read
    assert read == documented


@pytest.mark.parametrize("document", ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md"])
def test_documents_name_files_that_are_there(document):
    there = [f"/{path.relative_to(ROOT)}" for path in (*SOURCES, *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.py"))]
    named = re.findall(r"`([\w./]+\.py)`", (ROOT / document).read_text())
    assert [one for one in named if not any(path.endswith(f"/{one}") for path in there)] == []


def test_the_architecture_names_functions_where_they_are():
    asked = (ROOT / "ARCHITECTURE.md").read_text().partition("| question |")[2].partition("\n\n")[0]
    named = re.findall(r"`([\w/]+\.py)` `(\w+)`", asked)
    assert named
    gone = [
        (path, one)
        for path, one in named
        if not re.search(rf"^(?:def|class) {one}\b", (READER / path).read_text(), re.M)
    ]
    assert gone == []


def test_the_row_that_the_architecture_follows_is_read_as_it_says():
    told = (ROOT / "ARCHITECTURE.md").read_text().partition("Follow one row")[2].partition("| stage |")[0]
    with (ROOT / "tests/data/samples/pdc-2025-237.lines.csv").open(newline="") as lines:
        read = next(csv.DictReader(lines))
    shown = ("territory", "operator", "amount", "year", "places", "programme", "subprogramme")
    assert [read[name] for name in shown if read[name] not in told] == []


def test_every_module_at_the_top_of_an_app_has_its_place_in_the_architecture():
    told = (ROOT / "ARCHITECTURE.md").read_text()
    named = set(re.findall(r"`(?:[\w./]*/)?(\w+\.py)`", told))
    folders = (*APPS, "ingest/pages", "ingest/places", "ingest/processes")
    modules = {path.name for one in folders for path in (ROOT / one).glob("*.py")}
    modules -= {"__init__.py", "apps.py", "wsgi.py"}
    assert sorted(modules - named) == []


def test_every_dependency_says_what_it_is_for():
    text = (ROOT / "pyproject.toml").read_text()
    project = tomllib.loads(text)["project"]
    lines = text.splitlines()
    for dependency in [*project["dependencies"], *chain(*project["optional-dependencies"].values())]:
        where = next(number for number, line in enumerate(lines) if f'"{dependency}"' in line)
        assert lines[where - 1].strip().startswith("#"), f"{dependency} has no comment above it"


def test_nothing_tracked_is_private_or_foreign():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    assert not [path for path in tracked if path.startswith((".env", "var/", ".venv/")) and path != ".env.example"]
    assert not [path for path in tracked if path.endswith((".min.js", ".woff", ".woff2", ".ttf"))]


def test_the_style_sheet_stays_small():
    sheet = ROOT / "static" / "css" / "site.css"
    assert sheet.stat().st_size < 23_000
