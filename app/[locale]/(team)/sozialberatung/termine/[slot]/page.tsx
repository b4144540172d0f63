import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { SlotFacts } from '@/components/appointments/slot-facts';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { PhoneLink } from '@/components/ui/phone-link';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { needsInterpreter, stepsOf } from '@/lib/appointments/rules';
import { getOwnSlot } from '@/lib/appointments/times/queries';
import type { DeskBooking, DeskSlot } from '@/lib/appointments/types';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { settleBookingAction, withdrawSlotAction } from '../actions';

type Props = { params: Promise<{ locale: string; slot: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.case.title');
}

/** One appointment, who has it, and what became of it. */
export default async function DeskBookingPage({ params }: Props) {
  const { locale, slot: id } = await params;
  const path = appointmentsPaths.deskBooking(id);
  const found = await guarded(locale, path, async () =>
    getOwnSlot(await requireCounsellor(), await deskKey(), id),
  );
  if (found === null) redirect(localized(locale, appointmentsPaths.desk()));
  const { slot } = found;
  if (!slot) notFound();
  const { booking } = slot;
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  if (!booking) return <Nobody locale={locale} path={path} slot={slot} />;
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        title={booking.name || t('list.forgotten')}
        back={{ href: localized(locale, appointmentsPaths.desk()), label: t('case.back') }}
      />
      <SlotFacts locale={locale} slot={slot} language={booking.language} stepFree={slot.stepFree} />
      <BookingFacts locale={locale} booking={booking} />
      {needsInterpreter(slot.languages, booking) ? (
        <Notice tone="warn">
          <p>{t('case.unspoken')}</p>
        </Notice>
      ) : null}
      <Section title={t('case.acts')}>
        <Steps locale={locale} slot={slot} booking={booking} />
      </Section>
    </CounsellingShell>
  );
}

type NobodyProps = { locale: string; path: string; slot: DeskSlot };

/**
 * A time to take back or to give again. Or somebody gave it back or moved since the page was read: a press on it did
 * nothing, and its form is not here to say so.
 */
async function Nobody({ locale, path, slot }: NobodyProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <CounsellingShell locale={locale} path={path}>
      <PageHeader
        title={t('case.nobody')}
        back={{ href: localized(locale, appointmentsPaths.desk()), label: t('case.back') }}
      />
      <SlotFacts locale={locale} slot={slot} languages={slot.languages} stepFree={slot.stepFree} />
      <Withdraw locale={locale} slot={slot} />
      <p>{t('case.nobodyText')}</p>
    </CounsellingShell>
  );
}

async function Withdraw({ locale, slot }: { locale: string; slot: DeskSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.withdraw' });
  if (slot.startsAt <= now() || !(slot.isOffered || slot.isWithdrawn)) return null;
  return (
    <Section title={slot.isWithdrawn ? t('withdrawn') : t('title')}>
      <p>{slot.isWithdrawn ? t('againText') : t('text')}</p>
      <Form
        locale={locale}
        action={withdrawSlotAction}
        submitLabel={slot.isWithdrawn ? t('againButton') : t('button')}
        submitVariant="secondary"
      >
        <HiddenFields values={{ slot: slot.id, to: slot.isWithdrawn ? 'FREE' : 'WITHDRAWN' }} />
      </Form>
    </Section>
  );
}

type BookingProps = { locale: string; booking: DeskBooking };

async function BookingFacts({ locale, booking }: BookingProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const { state, via, phone, needsStepFree } = booking;
  return (
    <Facts
      items={[
        // messages: appointments-desk.state.* appointments-desk.via.*
        { label: t('case.state'), value: t(`state.${state}`) },
        { label: t('case.via'), value: t(`via.${via}`) },
        ...(phone ? [{ label: t('case.phone'), value: <PhoneLink number={phone} /> }] : []),
        ...(needsStepFree ? [{ label: t('case.needs'), value: t('case.stepFree') }] : []),
      ]}
    />
  );
}

const BUTTONS = {
  HELD: 'heldButton',
  NO_SHOW: 'noShowButton',
  CANCELLED_BY_VISITOR: 'visitorButton',
  CANCELLED_BY_OFFICE: 'officeButton',
  TOLD: 'toldButton',
} as const;
const TEXTS: Partial<Record<keyof typeof BUTTONS, 'visitorText' | 'officeText'>> = {
  CANCELLED_BY_VISITOR: 'visitorText',
  CANCELLED_BY_OFFICE: 'officeText',
};

async function Steps({ locale, slot, booking }: BookingProps & { slot: DeskSlot }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.case' });
  const steps = stepsOf(booking, slot.startsAt <= now());
  if (steps.length === 0) return <p>{t('nothing')}</p>;
  return steps.map((to) => (
    <div key={to} className="mt-8">
      {/* messages: appointments-desk.case.* */}
      {TEXTS[to] ? <p>{t(TEXTS[to])}</p> : null}
      <Form
        locale={locale}
        action={settleBookingAction}
        submitLabel={t(BUTTONS[to])}
        submitVariant={to === 'CANCELLED_BY_OFFICE' ? 'danger' : 'secondary'}
      >
        <HiddenFields values={{ id: booking.id, slot: slot.id, to }} />
      </Form>
    </div>
  ));
}
