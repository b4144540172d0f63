import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { MoveForm } from '@/components/appointments/move-form';
import { SlotFacts } from '@/components/appointments/slot-facts';
import { SwitchedOff } from '@/components/appointments/switched-off';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { CodeDisplay } from '@/components/ui/code-display';
import { Details } from '@/components/ui/details';
import { Notice } from '@/components/ui/notice';
import { Receipt } from '@/components/ui/receipt';
import { guarded } from '@/lib/accounts/page-guard';
import { getOwnBooking, listFreeSlots } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { canMove, readKey } from '@/lib/appointments/rules';
import type { OwnBooking } from '@/lib/appointments/types';
import { answerOfForm, sentInForm } from '@/lib/core/answered-form';
import { saysItself } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import { giveBackAction, moveAppointmentAction } from './actions';

type Props = { params: Promise<{ locale: string; key: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    ...(await pageTitle((await params).locale, 'appointments.own.title')),
    robots: { index: false },
  };
}

/** One's own appointment: when, how to change it, how to give it back. */
export default async function OwnAppointmentPage({ params }: Props) {
  const { locale, key } = await params;
  const path = appointmentsPaths.own(key);
  const booking = await guarded(locale, path, () => getOwnBooking(key));
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <ActShell holdsText locale={locale} path={path} current="counselling">
      {typeof booking === 'object' ? (
        <>
          {saysItself('appointments.said.moved') ? <Moved {...{ locale, booking }} /> : null}
          <Own locale={locale} booking={booking} typed={key} />
        </>
      ) : (
        <>
          <PageHeader title={t('own.title')} />
          <SwitchedOff
            locale={locale}
            phone={(await getOffice({ locale })).phone}
            isClosed={booking === 'CLOSED'}
          />
        </>
      )}
    </ActShell>
  );
}

/** Says what became of it: nothing else on the page tells the new time from the one before. */
async function Moved({ locale, booking }: { locale: string; booking: OwnBooking }) {
  if (!booking.isOpen || answerOfForm() !== '') return null;
  const t = await getTranslations({ locale, namespace: 'appointments.said' });
  return (
    <Notice tone="good" role="status">
      <p>{t('moved', { when: longDateTime(booking.startsAt, locale, booking.timeZone) })}</p>
    </Notice>
  );
}

type OwnProps = { locale: string; booking: OwnBooking; typed: string };

async function Own({ locale, booking, typed }: OwnProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <>
      <State locale={locale} booking={booking} number={typed} />
      {booking.state === 'CANCELLED_BY_VISITOR' ? null : (
        <Section title={t('own.details')}>
          <SlotFacts
            locale={locale}
            slot={booking}
            name={booking.name}
            language={booking.language}
            stepFree={booking.stepFree}
          />
          {booking.isOpen && booking.kind === 'PHONE' ? <p>{t('own.weRing')}</p> : null}
          {booking.isOpen && !booking.isSpoken ? <p>{t('own.unspoken')}</p> : null}
        </Section>
      )}
      {booking.isOpen ? (
        <OwnForms locale={locale} booking={booking} typed={typed} />
      ) : (
        <>
          <Instead locale={locale} booking={booking} typed={typed} />
          <ButtonLink
            href={localized(locale, appointmentsPaths.appointments())}
            variant="secondary"
          >
            {t('own.again')}
          </ButtonLink>
        </>
      )}
    </>
  );
}

/** Nobody has to say all of it again for another time than the one we called off. */
async function Instead({ locale, booking, typed }: OwnProps) {
  if (!canMove(booking)) return null;
  const t = await getTranslations({ locale, namespace: 'appointments.own' });
  const { number = 0, code = '' } = readKey(typed) ?? {};
  return (
    <Section title={t('instead')} intro={<p>{t('insteadText')}</p>}>
      <MoveForm
        locale={locale}
        booking={booking}
        known={{ number: String(number), code, seen: booking.slotId }}
        action={moveAppointmentAction}
        slots={(await listFreeSlots()) ?? []}
        isSent={sentInForm('slot') !== ''}
      />
    </Section>
  );
}

type StateProps = { locale: string; booking: OwnBooking; number: string };

async function State({ locale, booking, number: typed }: StateProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { number = 0, code = '' } = readKey(typed) ?? {};
  const { state, isOpen, isRunning } = booking;
  if (isRunning) return <PageHeader title={t('own.running')} />;
  if (isOpen) {
    return (
      <Receipt title={t('own.state.BOOKED')} numberLabel={t('own.number')} number={String(number)}>
        <CodeDisplay label={t('own.code')} code={code} group={4} />
        <p className="small">{t('own.keep')}</p>
      </Receipt>
    );
  }
  const text = {
    CANCELLED_BY_OFFICE: t('own.offText'),
    CANCELLED_BY_VISITOR: t('own.cancelledText'),
  };
  return (
    <PageHeader
      // messages: appointments.own.state.*
      title={state === 'BOOKED' ? t('own.over') : t(`own.state.${state}`)}
      lead={state in text ? text[state as keyof typeof text] : undefined}
    />
  );
}

async function OwnForms({ locale, booking, typed }: OwnProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { number = 0, code = '' } = readKey(typed) ?? {};
  const known = { number: String(number), code, seen: booking.slotId };
  // What a form was answered with is in it, not behind a fold.
  const isAnswered = answerOfForm() !== '';
  return (
    <div className="stack no-print mt-8">
      <ButtonLink href={`${appointmentsPaths.slip(typed)}?locale=${locale}`} variant="secondary">
        {t('own.slipAction')}
      </ButtonLink>
      <Details summary={t('own.change')} open={isAnswered}>
        <p>{t('own.changeText')}</p>
        <MoveForm
          locale={locale}
          booking={booking}
          known={known}
          action={moveAppointmentAction}
          slots={(await listFreeSlots()) ?? []}
          isSent={sentInForm('slot') !== ''}
        />
      </Details>
      <Details summary={t('own.cancel')} open={isAnswered}>
        <p>{t('own.cancelHint')}</p>
        <Form
          locale={locale}
          action={giveBackAction}
          submitLabel={t('own.cancelButton')}
          submitVariant="danger"
        >
          <HiddenFields values={known} />
        </Form>
      </Details>
    </div>
  );
}
