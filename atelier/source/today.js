// What is new is dated of today, unless the clerk says otherwise: without `publie_le` nobody is told of it.

/** The day here, 2026-11-21. */
export const day = (now) =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');

/** The forms, where a new thing is published on the day that it is written. */
export function withToday(cms, now = new Date()) {
  const dated = (fields) =>
    fields.map((field) => (field.default === '{{today}}' ? { ...field, default: day(now) } : nested(field)));
  const nested = (field) => (field.fields ? { ...field, fields: dated(field.fields) } : field);
  const parts = (list) => list.map((part) => ({ ...part, fields: dated(part.fields) }));
  return { ...cms, collections: parts(cms.collections), singletons: parts(cms.singletons) };
}
