import { getTranslations } from 'next-intl/server';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { longDate } from '@/lib/i18n/dates';
import type { OfficeRequestStep, RequestStep } from '@/lib/initiatives/types';
import { TypedText } from './typed-text';

const TAKERS = ['asker', 'office', 'forum'];
const LIT = ['OFFERED', 'CONFIRMED', 'IN_PROGRESS', 'COMPLETED'];

type RequestHistoryProps = {
  locale: string;
  /** In the office each note says who else reads it. */
  history: (RequestStep | OfficeRequestStep)[];
  /** How the asker is called here: "Sie", or the name. */
  asker: string;
};

/** Everything that happened, the newest first. */
export async function RequestHistory({ locale, history, asker }: RequestHistoryProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const who = (by: string) => {
    if (by === 'asker') return asker;
    return TAKERS.includes(by) ? t(`taker.${by}`) : <span lang="de">{by}</span>;
  };
  return (
    <Timeline
      label={t('history')}
      items={history.toReversed().map((step, index) => ({
        id: `${step.at.toISOString()}-${index}`,
        date: <DateTime value={step.at.toISOString()}>{longDate(step.at, locale)}</DateTime>,
        who: who(step.by),
        title: t(`state.${step.to}`),
        text: step.note ? (
          <>
            <TypedText text={step.note} />
            {step.audience ? <p className="small soft">{t(`audience.${step.audience}`)}</p> : null}
          </>
        ) : undefined,
        lit: LIT.includes(step.to),
      }))}
    />
  );
}
