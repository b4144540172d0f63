import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Form } from '@/components/form/form';
import { Select } from '@/components/form/select';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { EmptyState } from '@/components/ui/empty-state';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { listCounsellors } from '@/lib/appointments/office/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { answerOfForm } from '@/lib/core/answered-form';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { callOffDaysAction } from './actions';

const SEEN = 'call-off-seen';
const whoSees = { above: SEEN };

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-office.callOff.title');
}

/** Somebody who counsels is ill and cannot say so themselves: the office has their days called off, without seeing whose. */
export default async function CallOffPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.callOff();
  const counsellors = await guarded(locale, path, async () =>
    listCounsellors(await requireCoordinator()),
  );
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="appointments">
      <PageHeader
        title={t('callOff.title')}
        lead={t('callOff.lead')}
        back={{ href: localized(locale, appointmentsPaths.office()), label: t('back') }}
      />
      {counsellors.length > 0 || answerOfForm() !== '' ? (
        <CallOffForm locale={locale} counsellors={counsellors} />
      ) : (
        <EmptyState title={t('callOff.nobody')}>
          <p>{t('callOff.nobodyText')}</p>
        </EmptyState>
      )}
      <Section title={t('callOff.stays')}>
        <p>{t('callOff.staysText')}</p>
      </Section>
    </TeamShell>
  );
}

type CallOffFormProps = { locale: string; counsellors: readonly { id: string; name: string }[] };

async function CallOffForm({ locale, counsellors }: CallOffFormProps) {
  const t = await getTranslations({ locale, namespace: 'appointments-office' });
  return (
    <Form
      locale={locale}
      action={callOffDaysAction}
      submitLabel={t('callOff.submitButton')}
      submitVariant="danger"
    >
      <SeenBy id={SEEN} seen={{ audience: 'INTERNAL', text: t('callOff.seen') }} />
      <Select
        name="counsellor"
        label={t('callOff.counsellor')}
        whoSees={whoSees}
        placeholder={t('callOff.choose')}
        options={counsellors.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <FieldRow>
        <DateField
          name="fromDay"
          label={t('callOff.fromDay')}
          whoSees={whoSees}
          defaultValue={officeToday()}
          required
        />
        <DateField name="untilDay" label={t('callOff.untilDay')} whoSees={whoSees} />
      </FieldRow>
      <Checkbox name="whole" label={t('callOff.whole')} whoSees={whoSees} />
      <Checkbox name="certain" label={t('callOff.certain')} whoSees={whoSees} required />
    </Form>
  );
}
