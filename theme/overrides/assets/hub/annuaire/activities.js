// What one does in associations: what is asked for, against the codes that hub/pages/activity_rows.py writes,
// « 24:6-9:gp »: days (1 for Monday), ages, free, with places.

const DAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];
const FIELDS = ["jour", "age", "gratuit", "places"];

// What is asked of an activity, and what is asked of the rest: [{ jour, age … }, { theme, public … }].
export const parted = (wanted) => [true, false].map((own) => Object.fromEntries(
  Object.entries(wanted).filter(([name]) => FIELDS.includes(name) === own)));

const suits = (code, { jour, age, gratuit, places }) => {
  const [days, ages, flags] = code.split(":");
  const [first, last] = ages.split("-").map(Number);
  return (!jour || days.includes(DAYS.indexOf(jour) + 1))
    && (!age || (ages !== "" && first <= age && age <= last))
    && (!gratuit || flags.includes("g"))
    && (!places || flags.includes("p"));
};

// Whether one of the activities of these codes is all that is asked for; where nothing is, any is, or none.
export const offers = (codes, asked) =>
  Object.keys(asked).length === 0 || codes.split(" ").some((code) => code && suits(code, asked));
