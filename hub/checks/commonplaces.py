"""Words by which personal data is recognised: lists of our own, which need not be whole."""

from __future__ import annotations

PRIVATE_DOMAINS = frozenset(
    """
    aliceadsl.fr aol.com bbox.fr cegetel.net club-internet.fr free.fr gmail.com gmx.com gmx.fr
    googlemail.com hotmail.com hotmail.fr icloud.com laposte.net libertysurf.fr live.com live.fr mac.com
    mail.com mailo.com me.com msn.com netcourrier.com neuf.fr noos.fr numericable.fr orange.fr outlook.com
    outlook.fr proton.me protonmail.com sfr.fr tuta.com tutanota.com voila.fr wanadoo.fr yahoo.com
    yahoo.fr ymail.com
    """.split()
)
"""Domains where private persons have their mailbox; associations too, who then say that they agree."""

FUNCTIONS = frozenset(
    """
    administrateur administratrice adjoint adjointe adjoints adjointes agent agente ambassadeur
    ambassadrice animateur animatrice archiviste bibliothecaire chancelier chanceliere charge chargee
    chef cheffe commissaire conseiller conseillere conseillers conseilleres coordinateur coordinatrice
    coordonnateur coordonnatrice cure delegue deleguee depute deputee directeur directrice doyen doyenne
    elu elue elus elues gardien gardienne gouverneur gouverneure greffier greffiere inspecteur
    inspectrice instituteur institutrice juge maire maires maitre maitresse marraine mediateur
    mediatrice ministre notaire officier officiere parrain pasteur policier policiere porteparole prefet
    prefete premier premiere presidence president presidente presidents presidentes principal principale
    procureur procureure professeur professeure proviseur proviseure rapporteur rapporteure recteur
    rectrice redacteur redactrice referent referente representant representante responsable secretaire
    senateur senatrice suppleant suppleante technicien technicienne titulaire tresorier tresoriere vice
    vicepresident vicepresidente
    """.split()
)
"""What « Mme » and « M. » may stand before that is no name, folded."""

OF_FUNCTIONS = frozenset(
    """
    adjoint adjointe administratif administrative culturel culturelle delegue deleguee departemental
    departementale executif executive general generale honoraire municipal municipale national nationale
    president presidente regional regionale sortant sortante technique territorial territoriale
    """.split()
)
"""What may follow a function and is no name either."""

PLACES = frozenset(
    """
    allee allees amphi amphitheatre arret atelier auditorium avenue batiment bibliotheque boulevard
    carrefour caserne centre chapelle chateau chemin cimetiere cinema cite clinique club college
    complexe conservatoire cosec cour cours creche dojo dispensaire domaine ecole eglise ehpad
    elementaire entree escalier espace esplanade etage faubourg ferme fort foyer galerie gare gymnase
    hall halle hopital hotel immeuble impasse jardin kiosque lieudit lycee ludotheque mail mairie maison
    marche maternelle mda mediatheque metro mjc montee moulin musee palais parc parking parvis passage
    passerelle pavillon piscine place placette plateau pole pont port porte prairie preau primaire
    promenade quai quartier residence rondpoint route rpa rue ruelle salle sente sentier square stade
    station statue studio temple terrain terrasse theatre tour traverse universite venelle villa voie
    association amis cercle chorale collectif compagnie coupe ensemble fanfare fondation groupe
    orchestre prix challenge trophee saint sainte st ste
    """.split()
)
"""Words before a name that is a street's, a place's or a group's, folded."""

STREETS = frozenset(
    """
    allee allees avenue boulevard carrefour chemin cite cours esplanade faubourg impasse mail passage
    place placette promenade quai rondpoint route rue ruelle sente sentier square traverse venelle villa
    voie
    """.split()
)
"""Those of them before which even « Madame » is of the street: rue Madame de Sévigné."""

ABBREVIATED_PLACES = frozenset(
    """
    all asso av ave bat bd biblio bld blvd boul boulv bvd carr cc ch che chem cie cres crs ctre ens esc
    esp espl etg faub fbg fg gal gpe gr gs gym imm imp lot med pass pav pl pr prom psg q qu r res rd
    rdpt rle rte s sent sq sta std th theat trav univ vc ven vla
    """.split()
)
"""Places with a full stop, or after a number (12 av Pierre Larousse)."""

BETWEEN_PLACE_AND_NAME = frozenset(
    """
    de du des d la le les l et a au aux anc ancien ancienne communal communale culturel culturelle
    elementaire intercommunal maternelle municipal municipale nouveau nouvelle omnisports polyvalent
    polyvalente primaire prive privee public publique scolaire social sociale sportif sportive vieille
    vieux
    """.split()
)

PARTS_OF_LAWS = frozenset("annexe article chapitre code decret partie titre".split())
"""What may follow the letter of an article of law."""

THINGS_TOO = frozenset(
    "ambre aurore charlotte france iris jade lila marguerite olive robin rose violette".split()
)
"""First names that are words besides: « Rose de Noël » is no person."""

NO_SURNAMES = frozenset(
    """
    au aux de des du d en et la le les l sur sous par pour avec chez dans ou est sont sera a association
    conseil bureau ville mairie commune republique france paris lundi mardi mercredi jeudi vendredi
    samedi dimanche
    """.split()
)
"""What follows a first name in capitals and is no surname."""

FIRST_NAMES = frozenset(
    """
    adam adele adrien agathe agnes aicha alain alban albert alexandra alexandre alexia alexis ali alice
    alicia aline alix amandine ambre amelie amina amine anais andre andrea angelique anissa anna anne
    annick annie anthony antoine antonin apolline ariane armelle arnaud arthur assia astrid aude audrey
    aurelie aurelien aurore axel aya baptiste barbara basile bastien beatrice benedicte benjamin benoit
    bernadette bernard bertrand blandine boris brigitte bruno camille carine carla carole caroline
    catherine cecile cedric celeste celia celine chantal charles charlotte chloe christel christelle
    christian christiane christine christophe claire clara claude claudine clemence clement clementine
    clotilde colette coline constance coralie corinne cyril damien daniel daniele danielle david deborah
    delphine denis denise diane didier dominique dorothee edith edouard elena eliane elias elisabeth elise
    elodie elsa emilie emma emmanuel emmanuelle enzo eric erwan estelle esther ethan etienne eva eve
    evelyne fabien fabienne fabrice fanny fatima fatou fatoumata felix fernand flora florence florent
    florian franck francois francoise frederic frederique gabin gabriel gabrielle gael gaelle gaston
    genevieve georges gerald gerard germaine ghislaine gilbert gilles ginette gisele gregoire gregory
    guillaume gustave guy gwenaelle hakim hamza hanna hassan helene henri henriette herve hubert hugo
    ibrahim ines irene iris isabelle ismael jacqueline jacques jade jean jeanne jeannine jennifer jeremie
    jeremy jerome jessica joel joelle johan jonathan jordan joseph josette josiane judith jules julia
    julie julien juliette justin justine karim karima karine kevin khadija laetitia laila lara laura laure
    laurence laurent lea leila lena leo leon leonie lila lilia lina lionel lisa lise loic lola lou louis
    louise luc lucas lucie lucien lucile ludivine ludovic lydia lydie mael magali maite malika manon marc
    marcel marguerite maria marianne marie marina marine marion marius martin martine maryse mathias
    mathieu mathilde mathis matthieu maud maurice maxence maxime megane mehdi melanie melissa michel
    michele micheline michelle mickael mireille mohamed monique morgane mounir muriel myriam nadege nadia
    nadine naima nathalie nathan nicolas nicole nina noa noe noelle noemie nora norbert oceane odette
    odile olivia olivier oscar pascal pascale patrice patricia patrick paul paulette pauline perrine
    philippe pierre pierrette quentin rachel rachid raoul raphael raphaelle raymond raymonde regine regis
    remi remy renaud rene renee richard robert robin roger roland rolande romain romane rosalie rose
    roxane sabine sabrina sacha said salim salome samia samira samuel sandra sandrine sarah sebastien
    serge severine simon simone sofia solange solene sonia sophie stephane stephanie suzanne sylvain
    sylvette sylviane sylvie tanguy tatiana theo theodore therese thibault thierry thomas tiphaine tom
    tristan ugo valentin valentine valerie vanessa vera veronique victor victoria vincent violaine
    violette virginie viviane xavier yacine yann yannick yasmina yasmine yohan yolande youssef yves yvette
    yvonne zoe
    """.split()
)
"""The commonest first names in France, without accents or capitals."""

EPONYMS = frozenset(
    " ".join(name.split())
    for name in """
    louise michel, jean jaures, victor hugo, paul bert, jules ferry, jean moulin, pierre curie, marie
    curie, marcel cerdan, jean vilar, louis aragon, claude debussy, martin luther, anatole france, emile
    zola, henri barbusse, gabriel peri, guy moquet, maurice thorez, pierre brossolette, simone veil,
    rosa parks, georges brassens, jacques prevert, paul vaillant, pablo picasso, albert camus, jacques
    brel, marie laurencin, jean mermoz, louis pasteur, denis diderot, claude monet, maurice ravel,
    simone de, olympe de, josephine baker, lucie aubrac, germaine tillion, suzanne buisson, pierre de,
    jean de, louis blanc, raymond david, marguerite duras, charles de, antoine de, honore de, leon blum,
    victor schoelcher, robert desnos, boris vian, andre malraux, francois mitterrand, georges pompidou,
    pierre mendes, ambroise croizat, nelson mandela, edith piaf, camille claudel, george sand, marcel
    pagnol, jean renoir, gerard philipe, romain rolland, anne frank, jean genet, aime cesaire, frida
    kahlo, marcel paul, eugene varlin, jean zay, ada lovelace, francois rabelais, hector berlioz
    """.split(",")
)
"""Names of the dead that places bear, folded."""
