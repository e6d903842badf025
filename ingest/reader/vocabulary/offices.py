"""Words that tell an office from a person, as plain data; folded (`portal.french.fold`), one word each."""

from typing import Final

from ingest.reader.vocabulary.phrases import words

# Words of a mailbox that no person owns.
SERVICE_MAILBOXES: Final = words(
    """
    accueil adm administratif administration agence archives asso association associations bibliotheque bureau
    bureaux cab cabinet candidature candidatures ccas cdad centre cg59 cg62 cnil collectivite com commande
    commandes communication compta comptabilite conseil contact contactez contacts courriel courrier cpd culture
    delegue demande demandes departement developpement dg dgs dir direction donnees dpd dpo drh ecole economie
    education emploi enfance etat facturation factures finance finances fondation formation gestion greffe
    greffeta habitat hello info information informations infos insertion jeunesse juridique logement mairie
    maison marches mediatheque mission mjc musee ne nepasrepondre no noreply office pas personnel personnelles
    pole police prefecture prefet presidence president presse prevention privacy protection reception
    recrutement rectorat reponse rgpd rh rssi sante secretariat securite service services siege social
    solidarite solidarites sport sports standard subvention subventions support ta technique territoire tourisme
    tresorerie tribunal univ urbanisme ville web webmaster
    """
)

# Before a telephone number: it is answered by whoever is at the desk.
DESKS: Final = ("standard", "accueil", "secretariat", "numero vert", "permanence", "service")

# Any of these words in a name, and it is that of an organisation, a place, an event or a thing.
NOT_PERSONS: Final = words(
    """
    email mail mel tel telephone courriel portable fax nom prenom contact adresse
    aap abbaye academie accompagnement accueil aci action actions adapei adil adpep aero afeji age agence
    agglomeration agri agricole agriculture aide aides aines air amicale amicales amis amitie amities anciens
    animation animations annexe antenne apei appartement apprentis archers archives arrondissement art artisan
    artisanat artisans arts asbl asl assemblee asso assoc associatif association associations associative
    atelier ateliers athletic athletisme attente auberge autisme auto autonomie avenir bailleur ballet banque
    bar base basket bateau batiment bbc bibliotheque bio bleu blues boucherie boulangerie boule boules boutique
    brasserie btp bureau caf cafe caisse campus canoe canton cap capso caritatif carnaval carrefour cc ccas cci
    ceas cegep centre centres cercle cfdt cftc cgt chaine chambre chambres chant chantier chantiers chapelle
    chateau chemin choeur chorale chrs cias cidff cie cine cinema cirque cite citoyen citoyenne citoyens club
    clubs cma coeur collectif collectivite college colleges comite comites commerce commerces commission
    communal communale communaute communautes commune communes compagnie compagnons comptoir concert
    confederation conference confrerie conseil conservatoire consortium consultants consulting coop cooperative
    coordination corps cos couture creation creche croix cultivons culture culturel culturelle cuma cyclisme
    cycliste cyclo danse defense defi delegation demain demenagement departement departemental departementale
    departementales design developpement diocese direction distribution district diversite domaine domicile
    donneurs dragons droit droits durable earl eau echange eco ecole ecoles ecologie ecomusee economie ecoute
    ecurie edition editions education egalite eglise ehpad ei elan election electricite elevage eleve eleves elf
    emission emmaus emploi energie energies enfance enfant enfants engagement enseignement ensemble entente
    entraide entreprise entreprises environnement epci epdsae epf ephad epic epicerie epide epsm equipe
    equitation ergo ergotherapie esat escrime espace espaces espoir essor etablissement etablissements etat
    etoile ets etude etudes etudiant etudiante etudiants eurl europe europeen evenement evenements excellence
    exploitation exposition expression fabrique faculte familial familiale familiales famille familles fanfare
    fcpe federation feminin femme femmes ferme fermes festival festivals fete fetes fiduciaire filature filiere
    finances fjep fjt flandre flandres fleurs foire fondation fonds foot football foret forge formation
    formations forum foyer foyers francais francaise francas france fraternel fraternelle ftth futsal gaec
    galerie garage garderie gare gendarmerie generation gestion gie gip gites golf gpt groupe groupement
    groupements gym gymnastique habitants habitat halte hand handball handicap handicapes haras harmonie
    harmonies haut hauts helico histoire historique hopital hospice hospitalier hotel humain humanitaire ideal
    ime immobilier immobiliere inclusion independant industrie info informatique infos ingenierie initiative
    initiatives insertion inspection institut institution intercommunal intercommunale interim international
    internationale isbl itep jardin jardins jazz jeu jeune jeunes jeunesse jeux judo jumelage justice karate
    kayak laboratoire laique laiques laverie lecture les lez lfr liaison librairie libre littoral livre local
    locale locales logement logements loisir loisirs ludotheque lutte lycee lycees lys mairie maison maisons
    maitrise maladie mam maraichage mecanique mediatheque mediation medical medico memoire menuiserie messagerie
    metier metiers metropole meubles micro mission missions mixte mjc mobilite monde moto moulin mouvement mur
    musee musees musicale musicaux musique mutualite mutuelle nageurs natation national nationale nature naturel
    nautique nettoyage nord notre-dame numerique oeuvre oeuvres office ogec omnisports ong opale opera operation
    orchestral orchestre organisation organisme orphelinat ouvriere pacte palais papillons parc parcours parents
    paroisse parrains partage partenaire partenaires partenariat passerelle passion patrimoine patronage pays
    peche pecheurs pedagogique peep pelote pension pep perception petanque petr peuple pharmacie philharmonie
    photo pic pied pieds pimms piscine plaine plaisir planete planning plateau plateforme plie plongee poesie
    point pole police pompier pompiers populaire porte porteurs pour prefecture presse prevention prevoyance
    printemps production productions produits professionnel professionnelle programme projet projets promotion
    prospective protection provence province public publics publique quartier quartiers radio rail randonnee
    randonneurs recherche recherches reconnaissance recup recuperation recyclage recyclerie regie region
    regional regionale rehabilitation reinsertion relais renaissance rencontre rencontres renovation repas repit
    reseau reseaux residence residences resource resources respect ressource ressourcerie ressources restaurant
    restaurants resto restos reunion reussite robotique rotary route rpi rsa rue rugby rural rurale ruraux
    rythme saint sainte saintes saints salle salon sante sapeurs sarl sas sasu sauvegarde sauvetage savoir scea
    sci scic science sciences scolaire scop scout scouts sdis seance secours secteur section securite sejour sem
    semaine senior seniors sensibilisation serre serres service services sessad siege sivom sivu ski snc social
    sociale sociales sociaux societe societes socio socioculturel socioculturelle soin soins solidaire
    solidaires solidarite solidarites solidaritoit sortie soutien spectacle spl sport sportif sportifs sportive
    sports st stade stage station ste structure studio subvention suite support sur syndical syndicat synergie
    tabac talent talents technique technologie tele tennis terrain terre territoire territorial theatral theatre
    tir toit total tourisme touristique tous traditions traiteur transport transports travail travaux tremplin
    tri triathlon troupe tutelle tuteurs udaf ufolep union unis unite univers universite urbain urbaine urban
    usep usine vacances vaincre vallee valley velo vent vers vert verte vie village villages ville villes virade
    visiteurs vivre voile voix volley volontaires voyage yacht yoga zone zones
    """
)

# Persons whose names schools, halls and associations bear, surname last.
CELEBRATED: Final = words(
    """
    albert-calmette albert-camus albert-schweitzer alexandre-dumas alexandre-ribot alfred-nobel ambroise-croizat
    anatole-france anne-frank antoine-saint-exupery aristide-briand arthur-rimbaud auguste-comte auguste-renoir
    benoit-frachon bernard-lavilliers bertolt-brecht camille-claudel camille-desmoulins charles-baudelaire
    charles-gaulle charles-peguy christian-dior claude-bernard claude-debussy claude-monet coco-chanel coluche
    danielle-mitterrand danton denis-diderot edith-piaf edouard-branly edouard-vaillant elsa-triolet
    emile-durkheim emile-zola eugene-delacroix eugenie-cotton evariste-galois fernand-leger flora-tristan
    francois-mitterrand francois-rabelais franklin-roosevelt frederic-chopin frida-kahlo gabriel-faure
    gaston-berger george-sand georges-brassens georges-clemenceau georges-pompidou gerard-philipe
    germaine-tillion guillaume-apollinaire gustave-eiffel gustave-flaubert guy-mollet guy-moquet hector-berlioz
    henri-barbusse henri-dunant henri-matisse henri-wallon honore-balzac irene-joliot jacques-brel
    jacques-cartier jacques-prevert jacques-yves-cousteau jean-bart jean-ferrat jean-giono jean-jaures jean-mace
    jean-mermoz jean-monnet jean-moulin jean-rostand jean-vilar jean-zay jeanne-arc joliot-curie joseph-jacquard
    joseph-kessel josephine-baker jules-ferry jules-guesde jules-michelet jules-valles jules-verne leo-lagrange
    leon-blum leon-gambetta leonard-vinci louis-aragon louis-armand louis-bleriot louis-braille louis-pasteur
    louise-michel lucie-aubrac ludwig-beethoven marc-sangnier marcel-pagnol marcel-proust marcel-sembat
    marguerite-duras marguerite-yourcenar marie-curie martha-desrumaux martin-luther-king maurice-ravel
    maurice-schumann maurice-thorez maximilien-robespierre mere-teresa michel-colucci missak-manouchian mozart
    nelson-mandela nicolas-copernic olympe-gouges pablo-neruda pablo-picasso paul-bert paul-cezanne paul-eluard
    paul-hazard paul-langevin paul-valery paul-verlaine philippe-lebon pierre-brossolette pierre-coubertin
    pierre-curie pierre-mauroy pierre-mendes-france pierre-ronsard raymond-devos raymond-queneau rene-cassin
    rene-descartes robert-badinter robert-debre robert-desnos robert-schuman roger-martin-gard roger-salengro
    romain-rolland rosa-luxemburg rosa-parks saint-exupery salvador-allende samuel-paty simone-beauvoir
    simone-signoret simone-veil simone-weil sophie-germain stephane-hessel sully-prudhomme suzanne-lenglen
    thomas-edison toulouse-lautrec vaclav-havel victor-hugo victor-schoelcher vincent-gogh voltaire
    wolfgang-mozart youri-gagarine
    """
)
