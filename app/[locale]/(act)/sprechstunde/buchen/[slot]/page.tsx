import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { BookFields } from '@/components/appointments/book-fields';
import { SlotFacts } from '@/components/appointments/slot-facts';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { getSlot, listFreeSlots } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import type { FreeSlot } from '@/lib/appointments/types';
import { canFormBeDone } from '@/lib/core/answered-form';
import { localized } from '@/lib/core/paths';
import { bookAppointmentAction } from './actions';

type Props = { params: Promise<{ locale: string; slot: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    ...(await pageTitle((await params).locale, 'appointments.book.title')),
    robots: { index: false },
  };
}

/** One appointment, and who takes it. */
export default async function BookAppointmentPage({ params }: Props) {
  const { locale, slot: id } = await params;
  const free = (await listFreeSlots())?.find((each) => each.id === id);
  // A press whose answer was lost may have taken it: the same form once more finds its own, and no other page has its codes.
  const slot = free ?? (canFormBeDone() ? await getSlot(id) : null);
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <ActShell holdsText locale={locale} path={appointmentsPaths.book(id)} current="counselling">
      <PageHeader
        title={t('book.title')}
        back={{ href: localized(locale, appointmentsPaths.appointments()), label: t('book.back') }}
      />
      {slot ? (
        <BookForm locale={locale} slot={slot} />
      ) : (
        <Notice tone="warn">
          <p>{t('book.taken')}</p>
        </Notice>
      )}
    </ActShell>
  );
}

async function BookForm({ locale, slot }: { locale: string; slot: FreeSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <>
      <SlotFacts locale={locale} slot={slot} languages={slot.languages} stepFree={slot.stepFree} />
      <Form locale={locale} action={bookAppointmentAction} submitLabel={t('book.submitButton')}>
        <BookFields locale={locale} slot={slot} seen={t('book.seen')} />
        <p className="small">{t('privacy.text')}</p>
      </Form>
    </>
  );
}
