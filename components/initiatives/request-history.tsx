import { getTranslations } from 'next-intl/server';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { longDate } from '@/lib/i18n/dates';
import type { OfficeRequestStep, RequestStep, SupportKind } from '@/lib/initiatives/types';
import { undone } from '@/lib/initiatives/undoing/rules';
import { TypedText } from './typed-text';

const TAKERS = ['asker', 'office'];
const LIT = ['OFFERED', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED'];

type RequestHistoryProps = {
  locale: string;
  kinds: readonly SupportKind[];
  /** In the office each note says who else reads it. */
  history: (RequestStep | OfficeRequestStep)[];
  /** How the asker is called here: "Sie", or the name. */
  asker: string;
};

/** After which session, what was said, and in the office who reads it. */
async function StepText({
  locale,
  step,
}: {
  locale: string;
  step: RequestStep | OfficeRequestStep;
}) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const { session, agendaItemId, note, audience } = step;
  // messages: initiatives.recommendedBy initiatives.afterSession
  const after = agendaItemId ? 'recommendedBy' : 'afterSession';
  return (
    <>
      {session ? <p>{t(after, { number: session.number })}</p> : null}
      {note ? <TypedText text={note} /> : null}
      {note && audience ? <p className="small soft">{t(`audience.${audience}`)}</p> : null}
    </>
  );
}

/** Everything that happened, the newest first. */
export async function RequestHistory({ locale, kinds, history, asker }: RequestHistoryProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const who = (by: string) => {
    if (by === 'asker') return asker;
    return TAKERS.includes(by) ? t(`taker.${by}`) : <span lang="de">{by}</span>;
  };
  const { backs } = undone(history, kinds);
  return (
    <Timeline
      label={t('history')}
      items={history.toReversed().map((step, index) => ({
        id: `${step.at.toISOString()}-${index}`,
        date: <DateTime value={step.at.toISOString()}>{longDate(step.at, locale)}</DateTime>,
        who: who(step.by),
        title: backs.has(step) ? t('takenBack') : t(`state.${step.to}`),
        text: step.note || step.session ? <StepText locale={locale} step={step} /> : undefined,
        lit: !backs.has(step) && LIT.includes(step.to),
      }))}
    />
  );
}
