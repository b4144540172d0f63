import { dayColumn } from '@/lib/core/day.mjs';
import type { PrintBlock } from '@/lib/print/types';
import { euroText, hoursText, type Say, unnamedMinutes, whoWent } from './rules';
import type { MeetingLine, TrainingYear } from './types';

/**
 * A year of what the office went to, for whoever pays: each meeting and training, hours of training of each person, and
 * the sums. @param say of `meetings`
 */
export function yearBlocks(training: TrainingYear, say: Say, locale: string): PrintBlock[] {
  const { meetings, each, trainingMinutes, costCents } = training;
  const unnamed = unnamedMinutes(training);
  const hours = (minutes: number) => hoursText(minutes, locale);
  return [
    { kind: 'text', text: say('overview.lead') },
    meetings.length > 0
      ? tableOf(meetings, say, locale)
      : { kind: 'text', text: say('overview.none') },
    { kind: 'heading', text: say('overview.each') },
    ...(trainingMinutes === 0 ? [{ kind: 'text' as const, text: say('overview.eachNone') }] : []),
    ...(each.length === 0
      ? []
      : [
          {
            ...{ kind: 'facts' as const, caption: say('overview.each') },
            rows: each.map(({ name, minutes }) => ({ label: name, value: hours(minutes) })),
          },
        ]),
    ...(unnamed > 0
      ? [{ kind: 'text' as const, text: say('overview.unnamed', { hours: hours(unnamed) }) }]
      : []),
    { kind: 'heading', text: say('overview.sums') },
    {
      ...{ kind: 'facts', caption: say('overview.sums') },
      rows: [
        { label: say('overview.training'), value: hours(trainingMinutes) },
        { label: say('overview.costs'), value: euroText(costCents, locale) },
      ],
    },
  ];
}

function tableOf(meetings: readonly MeetingLine[], say: Say, locale: string): PrintBlock {
  return {
    ...{ kind: 'table', caption: say('overview.table') },
    columns: [
      { label: say('overview.day'), share: 3 },
      { label: say('list.what'), share: 8 },
      { label: say('overview.organizer'), share: 6 },
      { label: say('list.who'), share: 6 },
      { label: say('overview.certificate'), share: 5 },
      { label: say('list.hours'), share: 4, align: 'end' },
      { label: say('overview.cost'), share: 5, align: 'end' },
    ],
    rows: meetings.map((one) => {
      const { who, certificate } = whoWent(one, say);
      // messages: meetings.kind.*
      const kind = say(`kind.${one.kind}`);
      return [
        ...[dayOfYear(one.day, locale), one.title ? `${kind}: ${one.title}` : kind],
        ...[one.organizer, who, certificate, hoursText(one.minutes, locale)],
        one.costCents === null ? say('case.nothing') : euroText(one.costCents, locale),
      ];
    }),
  };
}

/** Without the year, which stands above: "24.09.". */
const dayOfYear = (day: string, locale: string): string =>
  new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'de-DE', {
    ...{ day: '2-digit', month: '2-digit', timeZone: 'UTC' },
  }).format(dayColumn(day));
