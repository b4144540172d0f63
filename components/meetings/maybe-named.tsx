import { getTranslations } from 'next-intl/server';
import { Notice } from '@/components/ui/notice';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';

interface MaybeNamedProps {
  locale: string;
  meetings: readonly { id: string; day: string }[];
}

/** What stands for everybody and may name somebody, to be put right. */
export async function MaybeNamed({ locale, meetings }: MaybeNamedProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.list' });
  if (meetings.length === 0) return null;
  return (
    <Notice tone="problem" title={t('named')}>
      <p>{t('namedText')}</p>
      <ul>
        {meetings.map(({ id, day }) => (
          <li key={id}>
            <a href={localized(locale, meetingsPaths.teamMeeting(id))}>
              {longDay(dayColumn(day), locale)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
