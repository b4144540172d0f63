import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { SlotFacts } from '@/components/appointments/slot-facts';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { CodeDisplay } from '@/components/ui/code-display';
import { Details } from '@/components/ui/details';
import { Receipt } from '@/components/ui/receipt';
import { guarded } from '@/lib/accounts/page-guard';
import { getOwnBooking, listFreeSlots } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { readKey } from '@/lib/appointments/rules';
import type { OwnBooking } from '@/lib/appointments/types';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import { giveBackAction, moveAppointmentAction } from './actions';

type Props = { params: Promise<{ locale: string; key: string }> };

const TIMES_SHOWN = 12;

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
      <State locale={locale} booking={booking} number={key} />
      {booking.state === 'CANCELLED_BY_VISITOR' ? null : (
        <Section title={t('own.details')}>
          <SlotFacts
            locale={locale}
            slot={booking}
            name={booking.name}
            language={booking.language}
          />
        </Section>
      )}
      {booking.isOpen ? (
        <OwnForms locale={locale} typed={key} />
      ) : (
        <ButtonLink href={localized(locale, appointmentsPaths.appointments())} variant="secondary">
          {t('own.again')}
        </ButtonLink>
      )}
    </ActShell>
  );
}

type StateProps = { locale: string; booking: OwnBooking; number: string };

async function State({ locale, booking, number: typed }: StateProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { number = 0, code = '' } = readKey(typed) ?? {};
  const { state, isOpen } = booking;
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

type OwnFormsProps = { locale: string; typed: string };

async function OwnForms({ locale, typed }: OwnFormsProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const { number = 0, code = '' } = readKey(typed) ?? {};
  const known = { number: String(number), code };
  const others = ((await listFreeSlots()) ?? []).slice(0, TIMES_SHOWN);
  return (
    <div className="stack no-print mt-8">
      <ButtonLink href={`${appointmentsPaths.slip(typed)}?locale=${locale}`} variant="secondary">
        {t('own.slipAction')}
      </ButtonLink>
      <Details summary={t('own.change')}>
        {others.length > 0 ? (
          <Form locale={locale} action={moveAppointmentAction} submitLabel={t('own.changeButton')}>
            <HiddenFields values={known} />
            <RadioGroup
              name="slot"
              label={t('own.changeField')}
              options={others.map(({ id, startsAt, timeZone, kind, place }) => ({
                value: id,
                label: longDateTime(startsAt, locale, timeZone),
                // messages: appointments.kind.*
                hint: kind === 'PERSONAL' ? place : t(`kind.${kind}`),
              }))}
              required
            />
          </Form>
        ) : (
          <p>{t('own.changeNone')}</p>
        )}
      </Details>
      <Details summary={t('own.cancel')}>
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
