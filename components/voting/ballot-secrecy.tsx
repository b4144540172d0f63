import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/details';
import { OUTCOME_FROM, SMALLEST_GROUP } from '@/lib/elections/results/shown';
import type { BallotChannel } from '@/lib/elections/results/types';
import { isOpenToAddresses } from '@/lib/voting/rules';
import type { PollRule } from '@/lib/voting/types';
import { WhatIsPublished } from './what-is-published';

/** On paper there is none. */
const HAS_RECEIPT: readonly BallotChannel[] = ['WEB', 'KIOSK', 'PHONE'];

type SecrecyProps = { locale: string; rule: PollRule };

/** Why nobody can see what somebody chose, and what a receipt proves: promises with their limits. */
export async function BallotSecrecy({ locale, rule }: SecrecyProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Details summary={t('secrecy.title')} id="geheim">
      <ul>
        <li>{t('secrecy.apart')}</li>
        <li>{t('secrecy.mixed')}</li>
        <li>{t('secrecy.untilClose')}</li>
        <li>{t('secrecy.staff')}</li>
        {rule.channels.some((way) => HAS_RECEIPT.includes(way)) ? (
          <li>{t('secrecy.receipt')}</li>
        ) : null}
        {rule.channels.includes('PHONE') ? <li>{t('secrecy.phone')}</li> : null}
        <li>{t('secrecy.few', { from: SMALLEST_GROUP, outcome: OUTCOME_FROM })}</li>
        <li>
          <WhatIsPublished locale={locale} rule={rule} />
        </li>
        <li>{t('secrecy.limit')}</li>
        {isOpenToAddresses(rule) ? <li>{t('secrecy.addresses')}</li> : null}
      </ul>
    </Details>
  );
}
