import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { PageHeader } from '@/components/layout/page-header';
import { MeetingFields } from '@/components/meetings/meeting-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { listStaff } from '@/lib/meetings/queries';
import { addMeetingAction } from '../actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.new.title');
}

export default async function TeamMeetingNewPage({ params }: Props) {
  const { locale } = await params;
  const path = meetingsPaths.teamMeetingNew();
  const staff = await guarded(locale, path, async () => listStaff(await requireCoordinator()));
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="meetings">
      <PageHeader
        back={{ href: localized(locale, meetingsPaths.teamMeetings()), label: t('case.back') }}
        title={t('new.title')}
      />
      <Form locale={locale} action={addMeetingAction} submitLabel={t('new.submit')}>
        <MeetingFields {...{ locale, staff }} />
      </Form>
    </TeamShell>
  );
}
