import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { canChange, hoursText } from '@/lib/meetings/rules';
import type { OwnMeeting } from '@/lib/meetings/types';

interface OwnMeetingsProps {
  locale: string;
  meetings: readonly OwnMeeting[];
  caption: string;
  /** Where one of them is put right; left out: nowhere. */
  changePath?: ((meeting: OwnMeeting) => string) | undefined;
}

/** What one goes to: when, what, how long, and whether it has been. */
export async function OwnMeetings({ locale, meetings, caption, changePath }: OwnMeetingsProps) {
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
        ...(changePath ? [{ key: 'change', label: t('own.act') }] : []),
      ]}
      rows={meetings.map((meeting) => {
        const { id, kind, title, organizer, day, minutes, state } = meeting;
        return {
          id,
          cells: {
            when: longDay(dayColumn(day), locale),
            // messages: meetings.kind.* meetings.state.*
            what: [t(`kind.${kind}`), title, organizer].filter(Boolean).join(' · '),
            hours: hoursText(minutes, locale),
            state: t(`state.${state}`),
            change:
              changePath && canChange(state) ? (
                <a href={localized(locale, changePath(meeting))}>{t('own.changeOf')}</a>
              ) : (
                '–'
              ),
          },
        };
      })}
      empty={t('own.none')}
    />
  );
}
