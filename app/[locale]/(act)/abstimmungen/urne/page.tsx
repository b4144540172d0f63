import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { KioskFrame } from '@/components/voting/kiosk-frame';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import { votingPaths } from '@/lib/voting/paths';
import { getPoll } from '@/lib/voting/queries';
import type { PollView } from '@/lib/voting/types';
import { readKiosk } from '@/lib/voting/vote/kiosk/cookie';
import { KIOSK_HOURS } from '@/lib/voting/vote/kiosk/rules';
import { kioskCardAction } from './actions';

type Props = {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ reason?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // messages: voting-desk.kiosk.pageTitle
  return pageTitle((await params).locale, 'voting-desk.kiosk.pageTitle');
}

/** Where every voter begins: nothing is known but the poll. */
export default async function KioskPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { reason } = await believed(searchParams);
  const kiosk = await readKiosk();
  if (!kiosk) return <NoKiosk locale={locale} />;
  const poll = await getPoll(kiosk.poll);
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  const { officeName } = await getOffice({ locale });
  return (
    <KioskFrame locale={locale} officeName={officeName}>
      <PageHeader
        overline={t('kiosk.overline', { number: poll.number })}
        title={poll.rule.question}
        titleLang={contentLang(locale)}
      />
      {reason === 'over' ? (
        <Notice tone="warn" role="status">
          {t('kiosk.over')}
        </Notice>
      ) : null}
      <Begin locale={locale} poll={poll} />
      <p className="small mt-12">
        <a href={localized(locale, votingPaths.kioskEnd())}>{t('kiosk.endLink')}</a>
      </p>
    </KioskFrame>
  );
}

async function Begin({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  if (poll.phase !== 'open') {
    return (
      <Notice tone="info">
        {poll.phase === 'coming'
          ? t('kiosk.coming', { when: longDateTime(poll.opensAt, locale) })
          : t('kiosk.closed')}
      </Notice>
    );
  }
  return (
    <Form
      locale={locale}
      action={kioskCardAction}
      submitLabel={t('kiosk.begin')}
      warnOnLeave={false}
    >
      <TextField
        name="code"
        whoSees="nobody"
        label={t('kiosk.code')}
        hint={t('kiosk.codeHint')}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        width="medium"
        required
      />
    </Form>
  );
}

async function NoKiosk({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'voting-desk' });
  return (
    <ActShell locale={locale} path={votingPaths.kiosk()} current="polls">
      <PageHeader title={t('kiosk.noneTitle')} lead={t('kiosk.noneText', { hours: KIOSK_HOURS })} />
      <p>
        <a href={localized(locale, votingPaths.polls())}>{t('kiosk.toPolls')}</a>
      </p>
    </ActShell>
  );
}
