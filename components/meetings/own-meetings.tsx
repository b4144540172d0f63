import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { hoursText } from '@/lib/meetings/rules';
import type { OwnMeeting } from '@/lib/meetings/types';

interface OwnMeetingsProps {
  locale: string;
  meetings: readonly OwnMeeting[];
  caption: string;
}

/** What one goes to: when, what, how long, and whether it has been. */
export async function OwnMeetings({ locale, meetings, caption }: OwnMeetingsProps) {
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'when', label: t('list.when'), rowHeader: true },
        { key: 'what', label: t('list.what') },
        { key: 'hours', label: t('list.hours'), align: 'end' },
        { key: 'state', label: t('list.state') },
      ]}
      rows={meetings.map(({ id, kind, title, organizer, day, minutes, state }) => ({
        id,
        cells: {
          when: longDay(dayColumn(day), locale),
          // messages: meetings.kind.* meetings.state.*
          what: [t(`kind.${kind}`), title, organizer].filter(Boolean).join(' · '),
          hours: hoursText(minutes, locale),
          state: t(`state.${state}`),
        },
      }))}
      empty={t('own.none')}
    />
  );
}
