import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { Checkbox } from '@/components/form/checkbox';
import { DateField } from '@/components/form/date-fields';
import { FieldRow } from '@/components/form/fieldset';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { deskKey } from '@/lib/appointments/cookie';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { getOwnTimes } from '@/lib/appointments/times/queries';
import { officeToday } from '@/lib/core/office-time';
import { localized } from '@/lib/core/paths';
import { takeOffAction } from '../actions';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments-desk.off.title');
}

/** Days on which one does not counsel. */
export default async function DaysOffPage({ params }: Props) {
  const { locale } = await params;
  const path = appointmentsPaths.daysOffNew();
  const times = await guarded(locale, path, async () =>
    getOwnTimes(await requireCounsellor(), await deskKey()),
  );
  if (times === null) redirect(localized(locale, appointmentsPaths.desk()));
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  const whoSees = { audience: 'INTERNAL', text: t('hours.ownSeen') } as const;
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        title={t('off.title')}
        lead={t('off.lead')}
        back={{ href: localized(locale, appointmentsPaths.hours()), label: t('hours.back') }}
      />
      <Form locale={locale} action={takeOffAction} submitLabel={t('off.button')}>
        <FieldRow>
          <DateField
            name="fromDay"
            label={t('off.fromDay')}
            whoSees={whoSees}
            defaultValue={officeToday()}
            required
          />
          <DateField name="untilDay" label={t('off.untilDay')} whoSees={whoSees} />
        </FieldRow>
        <Checkbox name="whole" label={t('off.whole')} hint={t('off.wholeHint')} whoSees={whoSees} />
      </Form>
    </CounsellingShell>
  );
}
