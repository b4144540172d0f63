import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { localized, routes } from '@/lib/core/routes';
import { longDateTime } from '@/lib/i18n/dates';
import type { BallotPageView } from '@/lib/voting/types';

type Shown = Exclude<BallotPageView, { kind: 'ballot' | 'district-unknown' }>;

/** Why there is no ballot for this person now, and what to do. */
export async function NoBallot({ locale, page }: { locale: string; page: Shown }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { poll } = page;
  return (
    <>
      <PageHeader
        title={poll.rule.question}
        overline={t('ballot.title', { number: poll.number })}
        back={{ href: localized(locale, routes.poll(poll.number)), label: t('ballot.toPoll') }}
      />
      <Reason locale={locale} page={page} />
    </>
  );
}

async function Reason({ locale, page }: { locale: string; page: Shown }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { rule, phase, opensAt, closesAt } = page.poll;
  if (page.kind === 'voted') {
    return (
      <Notice tone="good" title={t('voted.title')}>
        <p>{t('voted.text')}</p>
        <p>
          <a href={localized(locale, routes.receiptLookup())}>{t('receipt.lookupLink')}</a>
        </p>
      </Notice>
    );
  }
  if (page.kind === 'other-district') {
    const params = { district: rule.districtName, own: page.ownDistrict };
    return (
      <Notice tone="warn" title={t('otherDistrict.title')}>
        <p>{t('otherDistrict.text', params)}</p>
        <p>{t('otherDistrict.wrong')}</p>
      </Notice>
    );
  }
  if (page.kind === 'may-not') return <Notice tone="info">{t('mayNot')}</Notice>;
  return (
    <Notice tone="info">
      {phase === 'coming'
        ? t('notOpen.coming', { when: longDateTime(opensAt, locale) })
        : t('notOpen.over', { when: longDateTime(closesAt, locale) })}
    </Notice>
  );
}
