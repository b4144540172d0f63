import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '@/components/ui/button';
import type { StateTone } from '@/components/ui/state-label';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay, shortDate } from '@/lib/i18n/dates';
import type { RequestLine } from '@/lib/initiatives/handling/types';
import { initiativesPaths } from '@/lib/initiatives/paths';

type RequestRowsProps = {
  locale: string;
  lines: RequestLine[];
  /** Local date of today, `YYYY-MM-DD`. */
  today: string;
};

function toneOf({ promisedOn }: RequestLine, today: string): StateTone | undefined {
  if (promisedOn === null) return undefined;
  if (promisedOn < today) return 'late';
  return promisedOn === today ? 'waiting' : 'neutral';
}

/** The office's list: what was promised, who asked for what, one click from being answered. */
export async function RequestRows({ locale, lines, today }: RequestRowsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives-office' });
  const kinds = await getTranslations({ locale, namespace: 'initiatives' });
  const why = (line: RequestLine) => {
    if (line.promisedOn === null) return kinds(`state.${line.state}`);
    const date = longDay(dayColumn(line.promisedOn), locale);
    return line.promisedOn < today ? t('list.overdue', { date }) : t('list.promised', { date });
  };
  return (
    <TaskList label={t('list.title')}>
      {lines.map((line) => {
        const href = localized(locale, initiativesPaths.teamRequest(line.number));
        const title = line.title || t('list.emptied');
        const about = [
          line.who,
          line.districtName,
          line.kinds.map((kind) => kinds(`kind.${kind}`)).join(', '),
          t('list.since', { date: shortDate(line.requestedAt, locale) }),
          line.wasAnswered ? t('list.answered') : '',
        ];
        return (
          <TaskRow
            key={line.number}
            number={t('numbered', { number: line.number })}
            title={title}
            href={href}
            why={why(line)}
            since={about.filter((part) => part !== '').join(' · ')}
            tone={toneOf(line, today)}
            action={
              <ButtonLink href={href} variant="secondary">
                {t(line.promisedOn === null ? 'list.openAction' : 'list.answerAction')}
                <VisuallyHidden>: {title}</VisuallyHidden>
              </ButtonLink>
            }
          />
        );
      })}
    </TaskList>
  );
}
