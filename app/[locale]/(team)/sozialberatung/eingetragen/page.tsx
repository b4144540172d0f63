import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { Entered } from '@/components/appointments/entered';
import { ButtonLink } from '@/components/ui/button';
import { requireCounsellor } from '@/lib/accounts/actor';
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

/** What its counsellor just took for somebody. */
export default async function DeskEnteredPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.deskEntered();
  const entered = await guarded(locale, path, async () =>
    findEntered(await requireCounsellor(), await keptEntered()),
  );
  if (entered === null)
    redirect(signSaid(localized(locale, appointmentsPaths.deskSaved('nothing'))));
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <Entered locale={locale} entered={entered} />
      <ButtonLink href={localized(locale, appointmentsPaths.desk())} variant="secondary">
        {t('case.back')}
      </ButtonLink>
    </CounsellingShell>
  );
}
