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
import { getSlot, listFreeSlots } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { FreeSlot } from '@/lib/appointments/types';
import { answerOfForm, canFormBeDone, sentInForm } from '@/lib/core/answered-form';
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
  const slots = [...(free ?? []), ...(await sentSlot(free ?? []))];
  // What the form was answered with stands in it, also where there is nothing left to choose.
  const isAnswered = answerOfForm() !== '';
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="appointments">
      <PageHeader
        title={t('enter.title')}
        lead={t('enter.lead')}
        back={{ href: localized(locale, appointmentsPaths.office()), label: t('back') }}
      />
      {free === null && !isAnswered ? (
        <Notice tone="warn">
          <p>{t('off')}</p>
        </Notice>
      ) : null}
      {free !== null && slots.length === 0 ? (
        <EmptyState title={t('enter.none')}>
          <p>{t('enter.noneText')}</p>
        </EmptyState>
      ) : null}
      {slots.length > 0 || isAnswered ? (
        <Form locale={locale} action={enterAppointmentAction} submitLabel={t('enter.submitButton')}>
          <EnterFields locale={locale} slots={slots} />
        </Form>
      ) : null}
    </TeamShell>
  );
}

/**
 * As on the page for everybody: a press that failed may have taken it. The same form once more finds its own, and no other
 * page has its codes. One that somebody else took is none to choose.
 */
async function sentSlot(free: readonly FreeSlot[]): Promise<FreeSlot[]> {
  const id = sentInForm('slot');
  if (!canFormBeDone() || free.some((slot) => slot.id === id)) return [];
  const slot = await getSlot(id);
  return slot ? [slot] : [];
}
