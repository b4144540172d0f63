import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import type { StateTone } from '@/components/ui/state-label';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { localized } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import type { InboxLine } from '@/lib/proposals/review/types';
import { standingSentence } from './state-sentence';

type InboxProps = {
  locale: string;
  label: string;
  lines: InboxLine[];
  /** Said of an empty list; of a search the line above says it. */
  empty: string | null;
};

/** What waits for the office, the oldest promise first. */
export function Inbox({ locale, label, lines, empty }: InboxProps) {
  if (lines.length === 0) return empty === null ? null : <EmptyState title={empty} />;
  return (
    <TaskList label={label}>
      {lines.map((line) => (
        <InboxRow key={line.number} locale={locale} line={line} />
      ))}
    </TaskList>
  );
}

async function InboxRow({ locale, line }: { locale: string; line: InboxLine }) {
  const t = await getTranslations({ locale, namespace: 'proposals-office' });
  const publicT = await getTranslations({ locale, namespace: 'proposals' });
  const href = localized(locale, proposalsPaths.teamProposal(line.number));
  return (
    <TaskRow
      title={line.title}
      href={href}
      number={publicT('numberShort', { number: line.number })}
      why={await whyOf(locale, line)}
      since={t('inbox.since', {
        date: longDate(line.submittedAt, locale),
        channel: publicT(`channel.${line.intakeChannel}`),
        district: line.districtName,
      })}
      tone={toneOf(line)}
      action={
        <ButtonLink href={href} variant="secondary">
          {t('inbox.open', { number: line.number })}
        </ButtonLink>
      }
    />
  );
}

function toneOf({ isLate, isDueToday, standing }: InboxLine): StateTone {
  if (isLate || standing.isOverdue) return 'late';
  return isDueToday ? 'waiting' : 'neutral';
}

/** Why it is here: what was promised, or else how it stands. */
async function whyOf(locale: string, line: InboxLine): Promise<string> {
  if (!line.promisedFor) return standingSentence(locale, line.standing);
  const t = await getTranslations({ locale, namespace: 'proposals-office.inbox' });
  if (line.isDueToday) return t('dueToday');
  return t(line.isLate ? 'late' : 'due', { date: longDay(line.promisedFor, locale) });
}
