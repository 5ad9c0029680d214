"""What one does in the associations: every activity, with whom it is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from hub.model.activity import Activity
from hub.model.association import ASSOCIATION, NAMED, Association, AssociationStatus
from hub.model.fields import AssociationName
from hub.model.kind import DataSet, Kind, Search, Section
from hub.model.reminder import SERVICE, Look, Reminder, Urgency, later

A_YEAR = 366


class Offer(Activity):
    """An activity, and the id of the association on whose card it stands.

    `publics` are those of the association where the activity says neither publics nor ages.
    """

    association: AssociationName


def offers_of(association: Association) -> Iterator[Offer]:
    """The activities of an association, in the order of its card."""
    for rank, one in enumerate(association.activites):
        values = {name: getattr(one, name) for name in Activity.model_fields}
        if not one.ages and not one.publics:
            values["publics"] = association.publics
        offer = Offer.model_construct(one.model_fields_set, **values, association=association.id)
        offer._origin = association.origin.inside("activites", rank)
        yield offer


def season_to_write(those: tuple[Offer, ...], look: Look) -> Iterator[Reminder]:
    """Associations alive whose every activity is over want those of the next season; one reminder for all,
    for a year: some stop.
    """
    alive = {one.id: one for one in look.of(ASSOCIATION) if one.statut is not AssociationStatus.dissoute}
    ends: dict[str, tuple[dt.date, Offer]] = {}
    for one in those:
        last, _ = ends.get(one.association, (one.ends, one))
        if one.association in alive and one.ends >= last:
            ends[one.association] = one.ends, one
    late = (pair for pair in ends.values() if pair[0] < look.today and not look.has_been(pair[0], A_YEAR))
    over = sorted(late, key=lambda pair: pair[0])
    if not over:
        return
    names = ", ".join(alive[one.association].nom for _, one in over[:NAMED])
    more = len(over) - NAMED
    rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
    words = "1 association n’a" if len(over) == 1 else f"{len(over)} associations n’ont"
    todo = "Demandez-leur leurs activités de la saison qui vient, et écrivez-les dans « activites »."
    yield Reminder(
        Urgency.UPKEEP,
        later(over[0][0], 1),
        SERVICE,
        f"{words} plus d’activité en cours : {names}{rest}.",
        todo,
        over[0][1].origin.at("nom"),
    )


ACTIVITY = Kind(
    attribute="activities",
    model=Offer,
    one="activité",
    feminine=True,
    many="activités",
    optional=True,
    also=((ASSOCIATION, offers_of),),
    reminders=(season_to_write,),
    section=Section(
        "/activites/",
        "Activités",
        "Ce que l’on fait dans les associations : par jour, par âge, gratuit, avec des places.",
        rank=57,
        under="/associations/",
        words="cours ateliers stages loisirs sport inscription créneaux horaires mercredi enfant",
        task="Trouver une activité",
        drawing="sport",
    ),
    shell="activite",  # of no page: it stands for its lists where results are grouped
    search=Search("Associations", "activité cours atelier horaires", 12),
    frames={"activites": 2, "activites-suite": 3},  # those of a day or of an age, the pages that follow
    data=(DataSet("activites", "Les activités des associations, une par ligne.", "debut"),),
)
