import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { BookFields } from '@/components/appointments/book-fields';
import { SlotFacts } from '@/components/appointments/slot-facts';
import { Form } from '@/components/form/form';
import { RadioGroup } from '@/components/form/radio-group';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { getOwnSlot } from '@/lib/appointments/times/queries';
import type { DeskSlot } from '@/lib/appointments/types';
import { answerOfForm } from '@/lib/core/answered-form';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { bookForAction } from './actions';

type Props = { params: Promise<{ locale: string; slot: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.book.title');
}

/** Takes one of one's own appointments for somebody who called or stands there. */
export default async function BookForPage({ params }: Props) {
  const { locale, slot: id } = await params;
  const path = appointmentsPaths.deskBook(id);
  const found = await guarded(locale, path, async () =>
    getOwnSlot(await requireCounsellor(), await deskKey(), id),
  );
  if (found === null) redirect(localized(locale, appointmentsPaths.desk()));
  const { slot } = found;
  if (!slot) notFound();
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const isFree = slot.isOffered && !slot.booking && slot.startsAt > now();
  // What was typed stands there with what is said to it; the same form once more finds its own.
  const isOpen = isFree || answerOfForm() !== '';
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('book.title')}
        back={{ href: localized(locale, appointmentsPaths.desk()), label: t('case.back') }}
      />
      <SlotFacts locale={locale} slot={slot} languages={slot.languages} stepFree={slot.stepFree} />
      {isOpen ? (
        <BookForForm locale={locale} slot={slot} />
      ) : (
        <Notice tone="warn">
          <p>{t('book.taken')}</p>
        </Notice>
      )}
    </CounsellingShell>
  );
}

async function BookForForm({ locale, slot }: { locale: string; slot: DeskSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <Form locale={locale} action={bookForAction} submitLabel={t('book.title')}>
      <RadioGroup
        name="via"
        label={t('book.via')}
        inline
        options={[
          { value: 'PHONE', label: t('book.viaPHONE') },
          { value: 'COUNTER', label: t('book.viaCOUNTER') },
        ]}
        required
      />
      <BookFields isForOther locale={locale} slot={slot} seen={t('book.seen')} />
      <p className="small">{t('book.after')}</p>
    </Form>
  );
}
