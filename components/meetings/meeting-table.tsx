import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';
import { hoursText } from '@/lib/meetings/rules';
import type { MeetingLine, MeetingState } from '@/lib/meetings/types';

const TONES: Record<MeetingState, StateTone> = {
  PLANNED: 'neutral',
  REGISTERED: 'waiting',
  ATTENDED: 'good',
  EVALUATED: 'good',
  CANCELLED: 'neutral',
};

interface StateProps {
  locale: string;
  state: MeetingState;
  /** Over, and nobody has said whether somebody was there. */
  isOpen: boolean;
}

export async function MeetingStateLabel({ locale, state, isOpen }: StateProps) {
  // messages: meetings.state.*
  const t = await getTranslations({ locale, namespace: 'meetings.state' });
  if (isOpen) return <StateLabel tone="late">{t('OPEN')}</StateLabel>;
  return <StateLabel tone={TONES[state]}>{t(state)}</StateLabel>;
}

interface MeetingTableProps {
  locale: string;
  caption: string;
  meetings: readonly MeetingLine[];
  areOpen?: boolean | undefined;
  empty: string;
}

/** Meetings and trainings, who goes and how long they last. */
export async function MeetingTable(props: MeetingTableProps) {
  const { locale, caption, meetings, areOpen = false, empty } = props;
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'what', label: t('list.what'), rowHeader: true },
        { key: 'when', label: t('list.when') },
        { key: 'hours', label: t('list.hours'), align: 'end' },
        { key: 'who', label: t('list.who') },
        { key: 'state', label: t('list.state') },
      ]}
      rows={meetings.map(({ id, kind, title, day, minutes, people, count, state, released }) => ({
        id,
        cells: {
          what: (
            <>
              <a href={localized(locale, meetingsPaths.teamMeeting(id))}>
                {title || t(`kind.${kind}`)}
              </a>
              {title ? <span className="small text-ink-soft"> {t(`kind.${kind}`)}</span> : null}
            </>
          ),
          when: longDay(dayColumn(day), locale),
          hours: hoursText(minutes, locale),
          who:
            people.map(({ name }) => name).join(', ') ||
            (count > 0 ? t('case.count', { count }) : t('case.nothing')),
          state: (
            <>
              <MeetingStateLabel locale={locale} state={state} isOpen={areOpen} />
              {released ? <span className="small text-ink-soft"> {t('list.released')}</span> : null}
            </>
          ),
        },
      }))}
      empty={<p>{empty}</p>}
    />
  );
}
