import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { votingPaths } from '@/lib/voting/paths';
import type { BallotPageView, PollView } from '@/lib/voting/types';

type Shown = Exclude<BallotPageView, { kind: 'ballot' | 'district-unknown' }>;

type NoBallotProps = { locale: string; page: Shown; phone: string };

/** Why there is no ballot for this person now, and what to do. */
export async function NoBallot({ locale, page, phone }: NoBallotProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  const { poll } = page;
  return (
    <>
      <PageHeader
        title={poll.rule.question}
        titleLang={contentLang(locale)}
        overline={t('ballot.title', { number: poll.number })}
        back={{ href: localized(locale, votingPaths.poll(poll.number)), label: t('ballot.toPoll') }}
      />
      <NoBallotReason locale={locale} page={page} phone={phone} />
    </>
  );
}

/** The reason alone, where the page around it is another one. */
export async function NoBallotReason({ locale, page, phone }: NoBallotProps) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  switch (page.kind) {
    case 'voted':
      return (
        <Notice tone="good" title={t('voted.title')}>
          <p>{t('voted.text')}</p>
          <p>
            <a href={localized(locale, votingPaths.receiptLookup())}>{t('receipt.lookupLink')}</a>
          </p>
        </Notice>
      );
    case 'other-district':
      return (
        <Notice tone="warn" title={t('otherDistrict.title')}>
          <p>
            {t('otherDistrict.text', {
              district: page.poll.rule.districtName,
              own: page.ownDistrict,
            })}
          </p>
          <p>{t('otherDistrict.wrong')}</p>
        </Notice>
      );
    case 'may-not':
      return <Notice tone="info">{t('mayNot')}</Notice>;
    case 'not-open':
      return <NotOpen locale={locale} poll={page.poll} />;
    case 'not-on-web':
      return <OtherWay locale={locale} poll={page.poll} phone={phone} />;
    default:
      return <NotThisRight locale={locale} kind={page.kind} />;
  }
}

async function NotOpen({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting' });
  return (
    <Notice tone="info">
      {poll.phase === 'coming'
        ? t('notOpen.coming', { when: longDateTime(poll.opensAt, locale) })
        : t('notOpen.over', { when: longDateTime(poll.closesAt, locale) })}
    </Notice>
  );
}

type OtherWayProps = { locale: string; poll: PollView; phone: string };

async function OtherWay({ locale, poll, phone }: OtherWayProps) {
  const t = await getTranslations({ locale, namespace: 'voting-ballot' });
  const ways = poll.rule.channels.filter((channel) => channel !== 'WEB');
  return (
    <Notice tone="info" title={t('notOnWeb.title')}>
      {/* messages: voting-ballot.notOnWeb.way.* */}
      {ways.map((way) => t(`notOnWeb.way.${way}`)).join(' ')}{' '}
      {phone ? t('notOnWeb.call', { phone }) : null}
    </Notice>
  );
}

const RIGHT_KEY = {
  'on-paper': 'onPaper',
  'no-forum-right': 'noForumRight',
  'other-cards': 'otherCards',
} as const;

async function NotThisRight({ locale, kind }: { locale: string; kind: keyof typeof RIGHT_KEY }) {
  const t = await getTranslations({ locale, namespace: 'voting-ballot' });
  const key = RIGHT_KEY[kind];
  return (
    // messages: voting-ballot.onPaper.* voting-ballot.noForumRight.* voting-ballot.otherCards.*
    <Notice tone="warn" title={t(`${key}.title`)}>
      {t(`${key}.text`)}
    </Notice>
  );
}
