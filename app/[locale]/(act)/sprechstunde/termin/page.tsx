import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { localized } from '@/lib/core/paths';
import { lookUpAppointmentAction } from './actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments.lookUp.title');
}

/** Number and code open one's own appointment. */
export default async function LookUpAppointmentPage({ params }: Props) {
  const { locale } = await params;
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <ActShell holdsText locale={locale} path={appointmentsPaths.lookUp()} current="counselling">
      <PageHeader
        title={t('lookUp.title')}
        lead={t('lookUp.lead')}
        back={{ href: localized(locale, appointmentsPaths.appointments()), label: t('book.back') }}
      />
      <Form locale={locale} action={lookUpAppointmentAction} submitLabel={t('lookUp.button')}>
        <TextField
          name="number"
          label={t('fact.number')}
          whoSees="nobody"
          inputMode="numeric"
          autoComplete="off"
          width="short"
          required
        />
        <TextField
          name="code"
          label={t('fact.code')}
          whoSees="nobody"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
          required
        />
      </Form>
    </ActShell>
  );
}
