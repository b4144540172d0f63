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
import { answerOfForm, canFormBeDone } from '@/lib/core/answered-form';
import { localized } from '@/lib/core/paths';
import { bookAppointmentAction } from './actions';

/** As many other times as somebody can look through. */
const OTHERS = 12;

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
  const offered = (await listFreeSlots()) ?? [];
  const free = offered.find((each) => each.id === id);
  // A press whose answer was lost may have taken it: the same form once more finds its own, and no other page has its
  // codes. Whoever was too slow keeps what they typed, and chooses another time in the same form.
  const slot = free ?? (answerOfForm() === '' ? null : await getSlot(id));
  const isGone = slot !== null && !free && !canFormBeDone();
  const others = isGone ? offered.filter(({ kind }) => kind === slot.kind).slice(0, OTHERS) : [];
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <ActShell holdsText locale={locale} path={appointmentsPaths.book(id)} current="counselling">
      <PageHeader
        title={t('book.title')}
        back={{ href: localized(locale, appointmentsPaths.appointments()), label: t('book.back') }}
      />
      {slot ? (
        <BookForm locale={locale} slot={slot} others={others} isGone={isGone} />
      ) : (
        <Notice tone="warn">
          <p>{t('book.taken')}</p>
        </Notice>
      )}
    </ActShell>
  );
}

interface BookFormProps {
  locale: string;
  slot: FreeSlot;
  others: readonly FreeSlot[];
  isGone: boolean;
}

async function BookForm({ locale, slot, others, isGone }: BookFormProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { languages, stepFree } = slot;
  return (
    <>
      {isGone && others.length === 0 ? <p>{t('own.changeNone')}</p> : null}
      {isGone ? null : <SlotFacts {...{ locale, slot, languages, stepFree }} />}
      <Form locale={locale} action={bookAppointmentAction} submitLabel={t('book.submitButton')}>
        <BookFields {...{ locale, slot, others }} seen={t('book.seen')} />
        <p className="small">{t('privacy.text')}</p>
      </Form>
    </>
  );
}
