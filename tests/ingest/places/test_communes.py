"""From printed seats and operators' names to communes: what is found, how, and what is left unknown."""

import pytest
from django.core.management import CommandError, call_command

from grants.models import Commune, CommuneName, Department, TerritoryPart
from ingest.places.communes import Communes, Found, Place
from ingest.places.departments import departments, find_department
from ingest.places.official_lists import BUNDLED, Facts, ListError, read_list
from tests.builders import a_commune, a_department

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def communes() -> Communes:
    """The bundled lists."""
    bundled = sum(map(read_list, BUNDLED), Facts())
    facts, olds = bundled.communes, bundled.old_names
    today = {fact.code: fact for fact in facts}
    places = [
        Place(fact.code, fact.name, fact.department, False, frozenset(fact.postcodes.split()), fact.epci_code)
        for fact in facts
    ]
    places += [
        Place(old.commune, old.name, today[old.commune].department, True, epci=today[old.commune].epci_code)
        for old in olds
    ]
    return Communes(places)


LILLE, DUNKERQUE, MAUBEUGE = "59350", "59183", "59392"


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("MAUBEUGE", MAUBEUGE),
        ("Jeumont Cedex", "59324"),
        ("Lille Cedex 9", LILLE),
        ("LILLE CEDEX", LILLE),
        ("59000 LILLE", LILLE),
        ("59 000 Lille", LILLE),
        ("59777 LILLE CEDEX", LILLE),
        ("12 rue Nationale, 59800 Lille", LILLE),
        ("Lille (Fives)", LILLE),
        ("ST ANDRE LEZ LILLE", "59527"),
        ("ST SAULVE", "59544"),
        ("VILLENEUVE D ASCQ", "59009"),
        ("Villeneuve d’Ascq", "59009"),
        ("MARCQ EN BAROEUL", "59378"),
        ("Neuville s/ Escaut", "59429"),
        ("TETEGHEM-COUDEKERQUE-VILLAGE", "59588"),
        ("Noeux les mines", "62617"),
        ("Bruay la buissière", "62178"),
        ("Hénin Beaumont", "62427"),
        ("Ste Catherine", "62744"),
        ("Arras", "62041"),
    ],
)
def test_seat_is_found_as_printed(communes, printed, code):
    assert communes.of_seat(printed, "59") == Found(code, "printed")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("ST POL SUR MER", DUNKERQUE),
        ("FORT MARDYCK", DUNKERQUE),
        ("HELLEMMES LILLE", LILLE),
        ("Hellemmes", LILLE),
        ("LOMME", LILLE),
        ("Lomme Lille", LILLE),
        ("Hesdin", "62447"),
        ("Le Touquet", "62826"),
    ],
)
def test_seat_in_an_old_or_usual_name_is_found_and_said(communes, printed, code):
    assert communes.of_seat(printed, "59") == Found(code, "old name")


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("SAINT NICOLAS LES ARRAS", "62764"),
        ("Sainte-Catherine-lez-Arras", "62744"),
        ("Annay sous Lens", "62033"),
    ],
)
def test_neighbour_added_to_a_name_is_understood_within_one_intercommunality(communes, printed, code):
    assert communes.of_seat(printed, "62") == Found(code, "printed")


@pytest.mark.parametrize(
    "printed",
    [
        "",
        "-",
        "Tombouctou",
        "PERONNE",  # Péronne-en-Mélantois, or Péronne in the Somme
        "ARMENIERES",  # misspelt
        "Lille / Roubaix",
        "62000 Lille",  # the postcode says otherwise
        "Paris 11",
        "Saint",
        "Arras lez Maubeuge",
    ],
)
def test_unknown_or_doubtful_seat_is_none(communes, printed):
    assert communes.of_seat(printed, "59") is None


def test_name_of_two_departments_is_the_one_of_the_act(communes):
    assert communes.of_seat("St Aubin", "59").code == "59529"
    assert communes.of_seat("St Aubin", "62").code == "62742"
    assert communes.of_seat("St Aubin", "80") is None


def test_postcode_tells_two_towns_of_one_name_apart(communes):
    assert communes.of_seat("62170 Saint-Aubin", "80").code == "62742"


def test_name_of_today_goes_before_an_old_one():
    places = [Place("01001", "Bourg", "01"), Place("01002", "Bourg", "01", old=True)]

    assert Communes(places).of_seat("BOURG", "01") == Found("01001", "printed")


def test_old_name_of_two_communes_is_none():
    places = [Place("01001", "Bourg", "01", old=True), Place("01002", "Bourg", "01", old=True)]

    assert Communes(places).of_seat("Bourg", "01") is None


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("CCAS de Maubeuge", MAUBEUGE),
        ("CCAS MAUBEUGE", MAUBEUGE),
        ("C.C.A.S. de Maubeuge", MAUBEUGE),
        ("CCAS d'Annay-sous-Lens", "62033"),
        ("CCAS de La Madeleine", "59368"),
        ("CCAS de la Madeleine", "59368"),
        ("Mairie du Quesnoy", "59481"),
        ("CCAS du Touquet", "62826"),
        ("CCAS de Lomme", LILLE),
        ("Commune d'Auchy-les-Mines", "62051"),
        ("Commune d’Hesdin la forêt", "62447"),
        ("Ville de Lille", LILLE),
        ("Mairie de Sin le Noble", "59569"),
        ("Centre communal d'action sociale de Roubaix", "59512"),
        ("CCAS de la Ville de Lille", LILLE),
    ],
)
def test_town_is_found_in_the_name_of_a_municipal_body(communes, name, code):
    assert communes.of_operator(name, "62") == Found(code, "operator name")


@pytest.mark.parametrize(
    "name",
    [
        "CIAS du Pays de Lumbres",
        "CIAS de Desvres-Samer",
        "CIAS du Ternois",
        "Communauté de communes de Maubeuge",
        "Mission locale de Lens",
        "Centre social de Maubeuge",
        "Lille",
        "Ville",
        "CCAS",
        "Villeneuve Avenir",
        "Villette",
        "CCAS de Guenain",
        "",
    ],
)
def test_other_organisations_tell_no_town(communes, name):
    assert communes.of_operator(name, "59") is None


# ---- départements ------------------------------------------------------------------------------------------------


def test_list_of_departments_is_whole():
    codes = set(departments())

    assert len(codes) == 101
    assert {"2A", "2B", "69", "971", "976"} <= codes
    assert "20" not in codes
    assert len(set(departments().values())) == 101


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Nord", "59"),
        ("DÉPARTEMENT DU NORD", "59"),
        ("Conseil départemental de l'Ain", "01"),
        ("Département des Côtes d’Armor", "22"),
        ("PAS DE CALAIS", "62"),
        ("La Réunion", "974"),
        ("Landes", "40"),
        ("2a", "2A"),
    ],
)
def test_department_is_found_as_printed(printed, code):
    assert find_department(printed) == (code, departments()[code])


@pytest.mark.parametrize("printed", ["", "Flandre", "20", "Nord et Pas-de-Calais", "Département"])
def test_other_text_is_no_department(printed):
    assert find_department(printed) is None


# ---- load_communes -----------------------------------------------------------------------------------------------

OFFICIAL = """TYPECOM,COM,REG,DEP,CTCD,ARR,TNCC,NCC,NCCENR,LIBELLE,CAN,COMPARENT
COM,33063,75,33,33D,332,0,BORDEAUX,Bordeaux,Bordeaux,3399,
COM,33281,75,33,33D,332,0,MERIGNAC,Mérignac,Mérignac,3399,
COM,24322,75,24,24D,243,0,PERIGUEUX,Périgueux,Périgueux,2499,
COMD,33018,,,,,0,VAL DE VIRVEE,Aubie-et-Espessas,Aubie-et-Espessas,,33063
COMA,24999,,,,,0,X,Ancienne,Ancienne,,24322
ARM,75101,11,75,75C,751,0,PARIS 1ER,Paris 1er,Paris 1er Arrondissement,,75056
COM,98735,,987,,,0,PAPEETE,Papeete,Papeete,,
"""


@pytest.fixture
def official(tmp_path):
    path = tmp_path / "v_commune_2025.csv"
    path.write_text(OFFICIAL)
    return path


def load(*args, **options):
    call_command("load_communes", *args, verbosity=0, **options)


def test_bundled_lists_are_loaded_and_again_without_change():
    load()
    first = list(Commune.objects.order_by("code").values()), list(CommuneName.objects.order_by("pk").values())

    load()

    assert (Department.objects.count(), Commune.objects.count(), CommuneName.objects.count()) == (101, 1534, 25)
    assert first == (list(Commune.objects.order_by("code").values()), list(CommuneName.objects.order_by("pk").values()))
    lens = Commune.objects.get(code="62498")
    assert (lens.name, lens.department.name, lens.postcodes, lens.folded) == ("Lens", "Pas-de-Calais", "62300", "lens")
    assert lens.population > 30_000
    assert lens.epci_name == "CA de Lens - Liévin"
    assert CommuneName.objects.get(name="Lomme").kind == "commune associée"


def test_official_list_gives_the_communes_of_one_department(official):
    load(department="Gironde", file=official)

    assert set(Commune.objects.values_list("code", "name")) == {("33063", "Bordeaux"), ("33281", "Mérignac")}
    name = CommuneName.objects.get()
    assert (name.name, name.kind, name.commune_id) == ("Aubie-et-Espessas", "commune déléguée", "33063")


def test_official_list_gives_every_department_when_none_is_asked(official):
    load(file=official)

    assert set(Commune.objects.values_list("code", flat=True)) == {"33063", "33281", "24322"}
    assert CommuneName.objects.count() == 2


def test_loading_again_updates_names_and_keeps_what_the_file_does_not_say(official):
    a_commune("Bordeaus", code="33063", department=a_department("Gironde", code="33"), postcodes="33000 33100")

    load(department="33", file=official)

    bordeaux = Commune.objects.get(code="33063")
    assert (bordeaux.name, bordeaux.folded, bordeaux.postcodes) == ("Bordeaux", "bordeaux", "33000 33100")


def test_file_of_the_project_format_is_loaded(tmp_path):
    path = tmp_path / "gironde.csv"
    path.write_text("code;nom;departement;codes_postaux;population\n33281;Mérignac;33;33700;\n")

    load(file=path)

    merignac = Commune.objects.get()
    assert (merignac.postcodes, merignac.population) == ("33700", None)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("", "le fichier est vide"),
        ("a,b\n1,2\n", "il manque les colonnes TYPECOM, COM, DEP, LIBELLE, COMPARENT"),
        ("code,nom\n33281,Mérignac\n", "il manque les colonnes departement"),
        ("TYPECOM,COM,DEP,LIBELLE\nCOM,1,2,3\n", "il manque les colonnes COMPARENT"),
        ("code,nom,departement\n591,Avesnes,59\n", "n’est pas un code INSEE de commune"),
        ("code,nom,departement\n33281,Mérignac,59\n", "n’est pas du département"),
        (b"\xff\xfe\x00", "n’est pas un texte UTF-8"),
        ('code,nom,departement\n"33281,Mérignac,33\n', "n’est pas un CSV lisible"),
    ],
)
def test_wrong_file_is_one_sentence(tmp_path, content, sentence):
    path = tmp_path / "liste.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())

    with pytest.raises(CommandError) as caught:
        load(file=path)

    assert str(caught.value).startswith("liste.csv\u202f: ")
    assert sentence in str(caught.value)


def test_missing_file_is_one_sentence(tmp_path):
    with pytest.raises(ListError, match="n’existe pas"):
        read_list(tmp_path / "rien.csv")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"department": "Flandre"}, "ni le code ni le nom d’un département"),
        ({"department": "33"}, "aucune commune du département 33"),
    ],
)
def test_department_that_cannot_be_loaded_is_one_sentence(options, sentence):
    with pytest.raises(CommandError, match=sentence):
        load(**options)


def test_the_bundled_lists_say_what_territories_cover_and_how_far_it_is_known():
    load()
    load()

    parts = TerritoryPart.objects.filter(department="62", folded="arrageois")
    assert {part.certainty for part in parts} == {"attesté", "probable"}
    assert parts.get(code="200033579").unit == "epci"
    shared = TerritoryPart.objects.filter(department="59", code="595")
    assert {part.certainty for part in shared} == {"partage inconnu"}
    lille = Commune.objects.get(pk=LILLE)
    assert (lille.listed_year, lille.arrondissement_code, lille.arrondissement_name) == (2026, "595", "Lille")
