"""Minutes as a town's clerk makes them: one meeting, in the files of several programs and habits.

The words are those of the public minutes of Malakoff's bureau of 25 November 2021, of which the site has its
own (`minutes/2021-11-25-bureau.md`). Its agents' names are invented here: the town's are nobody's business.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any, NamedTuple

ELECTED, AGENT, OTHER_AGENT = "Anne Modèle", "Claire Exemple", "Paul Fictif"


class Line(NamedTuple):
    """A line of the meeting: what it is, and its words; `**` stands around what is bold."""

    sort: str
    words: str


MEETING = tuple(
    Line(*line.split(" | ", 1))
    for line in f"""
titre | Compte-rendu bureau du CLVA du 25 novembre 2021
rubrique | Associations présent.e.s : Au coin de l’impasse, Cercle de Systema, Scarabé-e, la Coopérative alimentaire auto-gérée de Malakoff, Malakfé
rubrique | Associations excusé.e.s : Agir pour la solidarité internationale à Malakoff-Asiam, Arts&Bien-être et l’Association des amis de la Maison des arts-AAMAM
rubrique | Ville de Malakoff : {ELECTED}, 1^ère^ adjointe en charge de la démocratie locale et de la vie associative, {AGENT}, chargée de mission.
texte | Après un rapide tour de tables de présentation des associations, les échanges ont commencé.
texte | L’ordre du jour avait été proposé par la ville pour cette première rencontre mais ils seront élaborés collectivement dès la seconde réunion. Mme Modèle est présente mais elle ne reviendra que lors de moments choisis, le bureau ayant vocation à fonctionner de manière autonome.
rubrique | Ordre du jour :
puce | Présentation des outils à disposition pour le bureau du CLVA et les associations
puce | Projets à développer
puce | Informations diverses
partie | Présentation des outils
point | La plateforme nous.malakoff.fr
texte | {OTHER_AGENT}, chargé de mission à la démocratie locale au sein de la direction de la citoyenneté, de la vie associative et de l’évènementiel, a fait une présentation de la plateforme de démocratie nous.malakoff.fr mise en place en 2021.
texte | Elle permet d’accueillir un groupe dédié aux associations pour qu’elles puissent communiquer entre elles. Ses fonctionnalités donnent la possibilité de :
puce | mettre en lignes des propositions et les soumettre au vote,
puce | de mettre en place un forum d’échanges,
puce | d’indiquer des évènements,
puce | de publier des informations.
texte | La plateforme a été utilisée lors de l’élection du bureau du CLVA en septembre dernier.
texte | Une formation pour les membres du bureau qui souhaitent être administrateurs sera organisée d’ici fin janvier. Des formations pour les associations seront possibles dans le courant de l’année.
point | Salle ressources à la Maison de la vie associative
texte | Une salle sera bientôt ouverte en libre accès au 1^er^ étage de la Maison de la vie associative.
texte | Elle aura pour fonction d’être un espace ressource avec de la documentation administrative et financière, sur la vie associative, sur le bénévolat et toutes les questions qui pourraient intéresser les associations. Un accès informatique sera également installé en libre accès.
texte | Cette salle accueillera également des tableaux pour que les associations affichent leurs informations ou évènements. Le mobilier sera modulable pour permettre des usages variés. De petites réunions de travail, des rencontres ou des formations pourront s’y dérouler par exemple.
texte | A terme, cette salle sera installée au rez-de-chaussée de la Maison de la vie associative et sera ouverte aussi aux collectifs d’habitants dans le cadre de l’évolution vers une Maison de la citoyenneté.
partie | Projets à développer
point | Une newsletter pour les associations ?
texte | Le service travaille sur un projet de newsletter pour essayer d’améliorer la diffusion de l’information aux associations. Elle sera élaborée avec le bureau mais les destinataires (grand public ? associations ?) restent à définir. Une recherche de newsletter d’autres villes sera faite.
texte | Les premiers besoins identifiés sont de **renforcer le tissu associatif, de renforcer l’entraide et le partage de ressources ou de projets, d’avoir un calendrier des évènements associatifs.**
texte | La ville souhaite de son côté communiquer sur les lancements d’appels à projets, sur les dates des formations et/ou rencontres associatives.
partie | Informations diverses
texte | Une formation sur la création de vidéo avec un smartphone est organisée le 27 novembre et la campagne de subvention en fonctionnement vient d’être lancée.
texte | Un appel à candidature pour 2 membres du bureau du CLVA est lancé pour participer à la commission d’attribution des subventions de fonctionnement. Elle se tiendra mi-février 2022.
partie | Synthèse et suivi
ligne | Projet / Quoi ? / Par qui ?
ligne | Plateforme nous.malakoff.fr / Organisation d’une présentation détaillée et d’une formation d’administration de la plateforme fin janvier 2022 pour les associations administratrices de la plateforme / Claire, le chargé de mission à la démocratie locale et le prestataire de la plateforme
ligne | Questionnaire sur le Forum de rentrée / Lancement d’un questionnaire de bilan sur le Forum de rentrée sur la plateforme nous.malakoff.fr / Bureau du CLVA
ligne | Newsletter / Recherche sur les newsletters aux associatives réalisées par d’autres villes / Claire
partie | Prochain bureau du CLVA
texte | Début février 2022
""".strip().splitlines()
)  # fmt: skip


def _grouped() -> Iterator[list[Line]]:
    """The lines, those of the table together."""
    held: list[Line] = []
    for line in MEETING:
        if held and (held[0].sort, line.sort) != ("ligne", "ligne"):
            yield held
            held = []
        held.append(line)
    yield held


def _parts(words: str) -> Iterator[tuple[str, str]]:
    """The words of a line with their look: bold, raised, or none."""
    for index, part in enumerate(words.split("**")):
        for number, piece in enumerate(part.split("^")):
            if piece:
                yield piece, "bold" if index % 2 else "raised" if number % 2 else ""


def _say(paragraph: Any, words: str, **looks: bool) -> None:
    for piece, look in _parts(words):
        run = paragraph.add_run(piece)
        run.font.superscript = look == "raised" or None
        run.bold = look == "bold" or looks.get("bold") or None
        run.underline = looks.get("underline")


def word(*, styled: bool) -> bytes:
    """A Word file: its titles by styles, or by their look as most people make them."""
    import docx

    document = docx.Document()
    for group in _grouped():
        first = group[0]
        if first.sort == "ligne":
            rows = [line.words.split(" / ") for line in group]
            table = document.add_table(rows=len(rows), cols=3, style="Table Grid")
            for row, cells in zip(table.rows, rows, strict=True):
                for cell, words in zip(row.cells, cells, strict=True):
                    cell.text = words
            continue
        if styled and first.sort in ("titre", "partie", "point"):
            level = {"titre": 0, "partie": 1, "point": 2}[first.sort]
            document.add_heading(first.words, level)
        elif first.sort == "puce" or (first.sort == "point" and not styled):
            _say(document.add_paragraph(style="List Bullet"), first.words, bold=first.sort == "point")
        elif first.sort == "rubrique":
            label, colon, rest = first.words.partition(":")
            paragraph = document.add_paragraph()
            _say(paragraph, f"{label}{colon}", bold=True)
            _say(paragraph, rest)
        else:
            _say(document.add_paragraph(), first.words, bold=first.sort != "texte",
                 underline=first.sort == "partie")  # fmt: skip
    return _saved(document)


def _saved(document: Any) -> bytes:
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def text() -> str:
    """The same typed by hand: dashes before items, tabs in the table."""
    lines = []
    for group in _grouped():
        for line in group:
            words = line.words.replace("^", "").replace("**", "")
            lines.append({"puce": f"- {words}", "point": f"- **{words}**"}.get(line.sort, words))
            if line.sort == "ligne":
                lines[-1] = words.replace(" / ", "\t")
        if group[0].sort != "puce":
            lines.append("")
    return (
        "\n".join(lines).replace("Ordre du jour :\n\n", "Ordre du jour :\n").replace("de :\n\n-", "de :\n-")
    )


def page() -> str:
    """The same as Word's « page web », with what it puts there."""
    import html
    import re

    parts = []
    for group in _grouped():
        if group[0].sort == "ligne":
            rows = ("".join(f"<td><p class=MsoNormal>{html.escape(cell)}<o:p></o:p></p></td>"
                            for cell in line.words.split(" / ")) for line in group)  # fmt: skip
            parts.append(f"<table class=MsoTableGrid>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
            continue
        for line in group:
            words = re.sub(r"\^(\w+)\^", r"<sup>\1</sup>", html.escape(line.words))
            words = re.sub(r"\*\*(.+?)\*\*", r"<b>\1</b>", words)
            parts.append({
                "titre": f"<h1>{words}</h1>",
                "partie": f"<p class=MsoNormal><b><u>{words}</u></b></p>",
                "point": f"<h3>{words}</h3>",
                "puce": "<p class=MsoListParagraph><span style='font-family:Symbol'>·<span>&nbsp;&nbsp;&nbsp; "
                        f"</span></span>{words}</p>",
            }.get(line.sort, f"<p class=MsoNormal>{words}</p>"))  # fmt: skip
    style = "<style>p.MsoNormal {margin:0cm}</style><!--[if gte mso 9]><xml></xml><![endif]-->"
    return (
        f"<html><head><meta charset=utf-8><title>CR</title>{style}</head><body>{''.join(parts)}</body></html>"
    )


def odt() -> bytes:
    """A file of LibreOffice: its titles by styles, its lists and its table its own."""
    from odfdo import Document, Element, Header, List, ListItem, Paragraph, Style, Table

    document = Document("text")
    document.body.clear()
    document.insert_style(Style("text", name="gras", area="text", bold=True), automatic=True)
    held: Element | None = None
    for group in _grouped():
        first = group[0]
        words = first.words.replace("^", "")
        if first.sort != "puce":
            held = None
        if first.sort == "ligne":
            rows = [line.words.split(" / ") for line in group]
            table = Table("Suivi", width=3, height=len(rows))
            table.set_values(rows)
            document.body.append(table)
        elif first.sort in ("titre", "partie", "point"):
            document.body.append(Header({"titre": 1, "partie": 1, "point": 2}[first.sort], words))
        elif first.sort == "puce":
            if held is None:
                held = List()
                document.body.append(held)
            held.append(ListItem(words))
        else:
            before, bold, after = (*words.split("**"), "", "")[:3]
            paragraph = Paragraph(before)
            if bold:
                paragraph.append(Element.from_tag(f'<text:span text:style-name="gras">{bold}</text:span>'))
                paragraph.append_plain_text(after)
            document.body.append(paragraph)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
