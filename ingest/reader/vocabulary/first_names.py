"""First names borne in France, as plain data: our own list, made by hand for this project.

Folded (`portal.french.fold`), one word each: a compound is known by its parts. It need not be complete: a civility
tells a person too, and staff add whom it misses.
"""

from typing import Final

from ingest.reader.vocabulary.phrases import words

FIRST_NAMES: Final = words(
    """
    aaron abdel abdelaziz abdelkader abdellah abdou abel abraham achille adam adama adel adelaide adele adeline
    adolphe adrian adriana adrien adrienne agathe agnes ahmed aicha aime aimee aissatou akim alain alan alban
    alberic albert alberte albertine alex alexandra alexandre alexia alexis alfred ali alia alice alicia alim
    aline alison alix allan alois alphonse amadou amandine amaury ambre ambroise amelie amin amina amine amir
    anael anais anastasia anatole andre andrea andree andrew ange angela angele angelina angeline angelique
    anicet anick anita ann anna annabelle anne annette annick annie anouk anselme anthony antoine antoinette
    antonia antonin antonio apolline arlette armand armande armel armelle arnaud arsene arthur asma assia astrid
    aubin aude audrey auguste augustin augustine aure aurelie aurelien aurore axel axelle aymeric aziz aziza
    baptiste barbara barthelemy basile bastien beatrice benedicte benjamin benoit benoite berenice bernadette
    bernard berthe bertrand bilal blaise blanche blandine boris brahim brendan brice brigitte bruno bryan
    camille candice capucine carine carl carla carlos carole carolina caroline casimir catherine cathy cecile
    cecilia cedric celestin celestine celia celine cesar chantal charlene charles charley charlie charline
    charlotte cherif chloe chris christel christele christelle christian christiane christine christophe ciara
    cindy claire clara clarisse claude claudette claudia claudie claudine clelia clemence clement clementine
    clotilde clovis colette colin coline constance constant coralie corentin corinne cyprien cyriaque cyrielle
    cyril cyrille damien daniel daniela daniele danielle danny daphne dario david davy deborah delphin delphine
    denis denise desire desiree diane didier dieudonne dimitri djamel djamila dolores dominique donatien dora
    dorian doriane doris dorothee dylan eddy edgar edith edmond edmonde edouard edwige elea elena eleonore
    eliane elias elie eliot elisa elisabeth elise elisee elodie eloi eloise elsa elvire elyse emeline emeric
    emile emilie emilien emilienne emma emmanuel emmanuelle emmy enzo eric erica erick erika ernest ernestine
    erwan esteban estelle esther ethan etienne etiennette eugene eugenie eva evan evelyne evrard fabien fabienne
    fabiola fabrice fadila fanny farah farid farida fatiha fatima fatma fatou faustine felicie felicien felicite
    felix ferdinand fernand fernande fernando ferouz fiona flavie flavien fleur flora flore florence florent
    florentin florentine florian floriane florine fouad franceline francette francine francis francisco franck
    francky francois francoise frederic frederique fredy gabin gabriel gabriela gabriele gabrielle gael gaelle
    gaetan gaetane gaspard gaston gauthier gautier genevieve geoffrey geoffroy georges georgette georgina gerald
    geraldine gerard geraud germain germaine gervais ghislain ghislaine gilbert gilberte gilles gillian gina
    ginette giovanni gisele giselle gladys gloria gontran gonzague grace graziella gregoire gregory guenole
    guilhem guillaume gustave guy guylaine gwenael gwenaelle gwendoline habib hadrien hakim halima hamid hamza
    hanna hannah harmonie harold hassan hector hedi helena helene henri henriette henry herbert hermine herve
    hicham hilaire hippolyte honore honorine hortense houria hubert hugette hugo hugues huguette hyacinthe
    ibrahim ida idriss ignace igor ilan ilona imane ines ingrid irene irenee iris isaac isabel isabelle isidore
    ismael issa ivan jack jackie jacky jacob jacqueline jacques jade jalal jamal jamel jamila jan jane janine
    jason javier jean jeanine jeanne jeannette jeannine jeannot jeff jennifer jenny jeremie jeremy jerome
    jessica jessie jimmy joachim joan joanna joao joel joelle joey johan johann johanna john johnny jonas
    jonathan jordan jordane jorge jose josee joseph josephe josephine josette joshua josiane josselin josue joy
    joyce juan jude judicael judith jules julia julian juliana julie julien julienne juliette juline junior
    justin justine kader kamel karen karim karima karin karine karl katia katy kelly kenny kenza kevin khadija
    khaled kilian killian kim kurt laetitia laila lamia lara larissa laura laure laureline laurence laurene
    laurent laurette laurie laurine lazare lea leah leandre leila lena leo leon leonard leonce leone leonie
    leonor leonore leontine leopold leslie lila lilian liliane lilou lily lina linda line lionel lisa lise
    lisette livia loic lois lola loris lou louane louis louisa louise louisette louka loup luc luca lucas luce
    lucette lucia lucie lucien lucienne lucile lucille ludivine ludovic luis luna lydia lydie lylou lyna mabel
    madeleine madeline mael maelle maelys magali magalie magdalena maggy mahamadou mahaut maite malek malik
    malika malo mamadou manon manuel manuela marc marceau marcel marcelin marceline marcelle margaux margot
    marguerite maria mariam mariama mariane marianne marie mariela marielle mariette marilyn marilyne marin
    marina marine mario marion marise marius marjolaine marjorie mark marlene marthe martial martin martine mary
    maryline maryse maryvonne matheo mathias mathieu mathilde mathis mathurin matteo matthias matthieu matthis
    maud maude maurice mauricette max maxence maxime maximilien maximilienne maya mayeul mehdi melanie melina
    meline melissa melodie mercedes mervyn meryem mia michael michel michele micheline michelle mickael
    mickaelle miguel mikael milan mireille miriam modeste mohamed mohammed moise momo monica monique morgan
    morgane mouna mourad moussa muguette muriel mustapha mylene myriam nabil nabila nadege nadia nadine nadir
    naima nancy napoleon narcisse nassim nassima natacha natalia nathalie nathan nathanael nawel nelly nelson
    nestor nicolas nicole nina ninon nisrine noa noah noam noel noelie noeline noella noelle noemie nolan
    nolwenn nora norah norbert nordine noura noureddine oceane octave octavie odette odile olga olive olivia
    olivier olympe omar ophelie orane oriane oscar oswald othman ouria owen pablo paco pamela paolo pascal
    pascale pascaline patrice patricia patrick paul paula paule paulette paulin pauline pedro peggy penelope
    perle pernelle perrine peter petronille philibert philippe philippine philomene pierre pierrette pierrick
    placide prosper prudence prune quentin rachel rachid rachida rafael ralph ramon ramona raoul raphael
    raphaelle raquel rayan raymond raymonde rebecca redouane regine regis reine reinette remi remy renaud rene
    renee reynald reynaldo rita robert roberta roberto robin rodolphe rodrigue rodriguez roger rogerio roland
    rolande romain romane romaric romeo romuald ronald ronan rosa rosalie rosaline rose roseline rosemonde
    rosette rosine roxane ruben ruddy rudy ruth ryan sabah sabine sabrina sacha safia said saida salim salima
    sally salome salomon salvador salvatore sam samantha samia samir samira samuel samy sandie sandra sandrine
    sandy sara sarah saskia saul sebastien segolene selena selim selma serena serge sergio servane severin
    severine sharon sheila shirley sibylle sidonie sigrid silvere silvia simeon simon simone simonne sixtine
    smail sofia sofiane soizic solange solene soline sonia sophia sophie soraya souad soufiane stanislas stella
    stephan stephane stephanie steve steven suzanne suzette suzy sven swann sybille sylvain sylvaine sylvette
    sylvia sylviane sylvie tanguy tania tarek tatiana teddy terence teresa thais thea thelma theo theodore
    theophile therese thibaud thibault thibaut thierry thimothee thomas tifaine tiffany tilio timeo timothee
    titouan tom tony toussaint tracy tristan ugo ulrich ulysse urbain ursula vadim valentin valentine valere
    valerie valery vanessa vera veronique vianney vicky victoire victor victoria victorien victorine vincent
    vincente violaine violette virginie vivian viviane vivien vladimir wafa wahid walter wassim wendy werner
    wilfrid wilfried william willy wilma xavier xaviere yacine yael yamina yan yanis yann yannick yannis yasmina
    yasmine yassine ylan yoann yohan yohann yolande yollande youcef younes youri youssef ysabelle ysaline yse
    yseult yvan yves yvette yvon yvonne zacharie zahia zahra zakaria zelie zephyrin zita zoe zohra zora
    """
)

# First names that are also common words, places or surnames of celebrated houses: alone they tell no person.
ALSO_WORDS: Final = words(
    """
    aime ambre ange aube aure aurore avril blanche capucine celeste claire clement colombe constance constant
    desire desiree fleur flora flore florence florent france germaine gloria grace harmonie honore iris jade joy
    juste lou loup luna marin marine max melodie mercedes modeste narcisse noel oceane olive olympe olympie
    parfait perle pierre pierrette placide prosper prudence prune reine rose rosette salvador sam soline stella
    toussaint urbain victoire victoria vincente violette vivien
    """
)
