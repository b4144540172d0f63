import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { PhoneLink } from '@/components/ui/phone-link';
import { localized } from '@/lib/core/paths';
import { FAULT_ID_PLACE, LEADS_TO_PLACE, TYPED_PLACE } from '@/lib/core/process-state.mjs';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; code: string }>;
}

const CODES = ['400', '403', '404', '409', '413', '429', '500', '503'];
/** Words of each page, by the end of its address. */
const WORDS = new Map([
  ...CODES.map((code) => [code, code] as const),
  ['druck', 'print'],
  ['weg', 'gone'],
  ['abgemeldet', 'signedOut'],
  ['veraltet', 'stale'],
  ['browser', 'browser'],
]);
/** Where there is a way on. */
const LEADING = ['abgemeldet', 'veraltet'];
/** What is in the log, under a number. */
const LOGGED = ['500', '503'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params;
  const words = WORDS.get(code);
  // messages: failure.*
  return words ? pageTitle(locale, `failure.${words}.title`) : {};
}

/** What the HTTP front shows when something went wrong: kept like every reading page, so it needs no database. */
export default async function FailurePage({ params }: Props) {
  const { locale, code } = await params;
  const words = WORDS.get(code);
  if (!words) notFound();
  const { phone } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'failure' });
  // messages: failure.*
  return (
    <PublicShell locale={locale} path={settingsPaths.failure(code)}>
      <PageHeader title={t(`${words}.title`)} lead={t(`${words}.what`)} />
      <Prose>
        <p>{t(`${words}.saved`)}</p>
        <p>{t(`${words}.next`)}</p>
        {/* Shown by the front when there is one. */}
        {LEADING.includes(code) ? (
          <p hidden>
            <a href={LEADS_TO_PLACE}>{t(`${words}.go`)}</a>
          </p>
        ) : null}
        {LOGGED.includes(code) ? <p hidden>{t(`${words}.id`, { id: FAULT_ID_PLACE })}</p> : null}
        <p>
          {t('call')} <PhoneLink number={phone} />
        </p>
        {/* Shown by the front to whoever sent a text that is not kept. */}
        <section hidden>
          <h2>{t('typed')}</h2>
          <p>{TYPED_PLACE}</p>
        </section>
      </Prose>
      <p>
        <ButtonLink href={localized(locale, settingsPaths.home())}>{t('home')}</ButtonLink>
      </p>
    </PublicShell>
  );
}
