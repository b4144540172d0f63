import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { EnterFields } from '@/components/appointments/enter-fields';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listFreeSlots } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';
import { enterAppointmentAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-office.enter.title');
}

/** One form for somebody who stands there or calls: a time, a name, and the slip comes after it. */
export default async function EnterAppointmentPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.enter();
  await guarded(locale, path, requireCoordinator);
  const free = await listFreeSlots();
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="appointments">
      <PageHeader
        title={t('enter.title')}
        lead={t('enter.lead')}
        back={{ href: localized(locale, appointmentsPaths.office()), label: t('back') }}
      />
      {free === null ? (
        <Notice tone="warn">
          <p>{t('off')}</p>
        </Notice>
      ) : null}
      {free?.length === 0 ? (
        <EmptyState title={t('enter.none')}>
          <p>{t('enter.noneText')}</p>
        </EmptyState>
      ) : null}
      {free && free.length > 0 ? (
        <Form locale={locale} action={enterAppointmentAction} submitLabel={t('enter.submitButton')}>
          <EnterFields locale={locale} slots={free} />
        </Form>
      ) : null}
    </TeamShell>
  );
}
