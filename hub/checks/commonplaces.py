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
    jean de, louis blanc, raymond david, marguerite duras
    """.split(",")
)
"""Names of the dead that places bear, folded."""
