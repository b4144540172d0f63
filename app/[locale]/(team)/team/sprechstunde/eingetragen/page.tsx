import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Entered } from '@/components/appointments/entered';
import { ButtonLink } from '@/components/ui/button';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { findEntered } from '@/lib/appointments/booking/queries';
import { keptEntered } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';
import { signSaid } from '@/lib/core/said';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-office.entered.title');
}

/** What was just taken for somebody; after ten minutes, or in another browser, there is nothing here. */
export default async function EnteredPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.entered();
  const entered = await guarded(locale, path, async () =>
    findEntered(await requireCoordinator(), await keptEntered()),
  );
  if (entered === null) redirect(signSaid(localized(locale, appointmentsPaths.officeNothing())));
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <TeamShell locale={locale} path={path} current="appointments">
      <Entered locale={locale} entered={entered} />
      <ButtonLink href={localized(locale, appointmentsPaths.enter())} variant="secondary">
        {t('entered.nextAction')}
      </ButtonLink>
    </TeamShell>
  );
}
