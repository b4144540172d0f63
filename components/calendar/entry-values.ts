import type { KeptEntry } from '@/lib/calendar/entries/types';
import { instantOf } from '@/lib/core/clock';
import type { FormState } from '@/lib/core/form-state';

/** What the form shows at first when an entry is changed. */
export function entryValues(entry: KeptEntry): FormState['values'] {
  const { series, words } = entry;
  const isSecondHour =
    series.rrule === '' &&
    instantOf(series.localStart, series.timeZone).getTime() !== series.startsAt.getTime();
  return {
    title: entry.title,
    kind: entry.kind,
    districts: [...entry.districtSlugs],
    place: entry.place,
    accessible: entry.accessible,
    audience: entry.audience,
    description: entry.description,
    date: series.localStart.slice(0, 10),
    startTime: series.localStart.slice(11),
    endTime: series.localEnd.slice(11),
    hour: isSecondHour ? 'second' : '',
    repeat: words.repeat === 'other' ? '' : words.repeat,
    until: series.seriesEndsOn ?? '',
    organizer: entry.organizer,
    ...(entry.partnersOnly ? { partnersOnly: 'yes' } : {}),
  };
}
