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
import { FAULT_ID_PLACE } from '@/lib/core/process-state.mjs';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; code: string }>;
}

const CODES = ['400', '403', '404', '409', '413', '429', '500', '503'];
/** What is in the log, under a number. */
const LOGGED = ['500', '503'];

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, code } = await params;
  return CODES.includes(code) ? pageTitle(locale, `failure.${code}.title`) : {};
}

/** What the HTTP front shows when something went wrong: kept like every reading page, so it needs no database. */
export default async function FailurePage({ params }: Props) {
  const { locale, code } = await params;
  if (!CODES.includes(code)) notFound();
  const { phone } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'failure' });
  // messages: failure.*
  return (
    <PublicShell locale={locale} path={settingsPaths.failure(Number(code))}>
      <PageHeader title={t(`${code}.title`)} lead={t(`${code}.what`)} />
      <Prose>
        <p>{t(`${code}.saved`)}</p>
        <p>{t(`${code}.next`)}</p>
        {LOGGED.includes(code) ? <p>{t(`${code}.id`, { id: FAULT_ID_PLACE })}</p> : null}
        <p>
          {t('call')} <PhoneLink number={phone} />
        </p>
      </Prose>
      <p>
        <ButtonLink href={localized(locale, settingsPaths.home())}>{t('home')}</ButtonLink>
      </p>
    </PublicShell>
  );
}
