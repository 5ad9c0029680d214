// Reads calendars as a client does, by ical.js: one request a line, { ics, since, until } in local dates,
// and one answer a line, [[start, status], …] in local time; { ics, zone, moments }, in UTC, asks for offsets.
import ICAL from "ical.js";
import { createInterface } from "node:readline";

function answer({ ics, since, until, zone, moments }) {
  const calendar = new ICAL.Component(ICAL.parse(ics));
  for (const zone of calendar.getAllSubcomponents("vtimezone")) {
    ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  }
  if (moments) return moments.map((moment) => offset(moment, ICAL.TimezoneService.get(zone)));
  const first = ICAL.Time.fromDateString(since);
  const last = ICAL.Time.fromDateString(until);
  const shown = [];
  for (const series of calendar.getAllSubcomponents("vevent")) {
    if (series.hasProperty("recurrence-id")) continue;
    for (const once of times(new ICAL.Event(series), last)) {
      const day = ICAL.Time.fromDateString(once.start.toString().slice(0, 10));
      if (day.compare(first) >= 0 && day.compare(last) < 0) {
        shown.push([once.start.toString(), once.item.component.getFirstPropertyValue("status")]);
      }
    }
  }
  return shown;
}

// Seconds from UTC in the zone at a moment of UTC.
function offset(moment, zone) {
  return ICAL.Time.fromDateTimeString(moment).convertToZone(zone).utcOffset();
}

function* times(event, last) {
  if (!event.isRecurring()) {
    yield { start: event.startDate, item: event };
    return;
  }
  const steps = event.iterator();
  const margin = last.clone();
  margin.adjust(31, 0, 0, 0);
  for (let next = steps.next(); next && next.compare(margin) < 0; next = steps.next()) {
    const details = event.getOccurrenceDetails(next);
    yield { start: details.startDate, item: details.item };
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  ICAL.TimezoneService.reset();
  console.log(JSON.stringify(answer(JSON.parse(line))));
}
