import { getTranslations } from 'next-intl/server';
import { Corrections } from '@/components/audit/corrections';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { longDate } from '@/lib/i18n/dates';
import { withoutMistakes } from '@/lib/proposals/polling/rules';
import { isOnlyEntered } from '@/lib/proposals/rules';
import type { HistoryStep, OfficeHistoryStep } from '@/lib/proposals/types';

const TAKERS = ['author', 'office', 'forum', 'poll'];
const LIT = ['PUBLISHED', 'ADOPTED', 'STATEMENT_RECEIVED', 'IN_PROGRESS', 'DONE'];

/** A question that goes out, a reminder or a body that passes it on leaves the state as it is. */
const STAYS: Record<string, 'mailed' | 'sent' | 'reminded' | 'passedOn'> = {
  ...{ mail: 'mailed', send: 'sent', remind: 'reminded', passOn: 'passedOn' },
};

/** Where a way leads back to says nothing of the way. */
const BACK: Record<string, 'separated' | 'takenBack'> = {
  ...{ separate: 'separated', takeBack: 'takenBack' },
};

type HistoryProps = {
  locale: string;
  /** In the office each note says who else reads it. */
  history: (HistoryStep | OfficeHistoryStep)[];
  /** Name of the author as it may be shown here. */
  author: string;
};

/** Where it went, what was said, and in the office who reads it. */
async function StepText({
  locale,
  step,
}: {
  locale: string;
  step: HistoryStep | OfficeHistoryStep;
}) {
  const t = await getTranslations({ locale, namespace: 'proposals.history' });
  const { bodyName, session, note, audience, corrections = [] } = step;
  return (
    <>
      {session ? <p>{t('session', { number: session.number })}</p> : null}
      {bodyName ? <p lang="de">{bodyName}</p> : null}
      {note ? <p lang="de">{note}</p> : null}
      <Corrections locale={locale} corrections={corrections} />
      {note && audience ? <p className="small soft">{t(`audience.${audience}`)}</p> : null}
    </>
  );
}

/** Everything that happened, the newest first. */
export async function History({ locale, history, author }: HistoryProps) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const who = (by: string) => {
    if (by === 'author') return author;
    return TAKERS.includes(by) ? t(`taker.${by}`) : by;
  };
  const titles = history.map(({ to, step, by }, index) => {
    const stays = to === history[index - 1]?.to ? (STAYS[step] ?? 'unchanged') : null;
    const said = BACK[step] ?? stays;
    if (said) return t(`history.${said}`);
    // messages: proposals.entered.*
    return isOnlyEntered(to, [{ to, by }]) ? t(`entered.${to}`) : t(`state.${to}`);
  });
  const standing = new Set(withoutMistakes(history));
  return (
    <Timeline
      label={t('history.label')}
      items={history.toReversed().map((step, index) => ({
        id: `${step.at.toISOString()}-${index}`,
        date: <DateTime value={step.at.toISOString()}>{longDate(step.at, locale)}</DateTime>,
        who: who(step.by),
        title: titles[history.length - 1 - index],
        text:
          step.bodyName || step.session || step.note ? (
            // A session that is named by mistake need not have been held.
            <StepText
              locale={locale}
              step={standing.has(step) ? step : { ...step, session: null }}
            />
          ) : undefined,
        lit: LIT.includes(step.to),
      }))}
    />
  );
}
