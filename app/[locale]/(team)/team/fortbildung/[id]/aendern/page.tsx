import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { MeetingFields } from '@/components/meetings/meeting-fields';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { AppError } from '@/lib/core/errors';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getMeeting, listStaff } from '@/lib/meetings/queries';
import { changeMeetingAction } from '../../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.change.title');
}

export default async function TeamMeetingChangePage({ params }: Props) {
  const { locale, id } = await params;
  const path = meetingsPaths.teamMeetingChange(id);
  const { meeting, staff } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await getMeeting(actor, id);
    if (!found.canChange) throw new AppError('NOT_FOUND');
    return { meeting: found, staff: await listStaff(actor) };
  });
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="meetings">
      <PageHeader
        back={{
          href: localized(locale, meetingsPaths.teamMeeting(id)),
          label: meeting.title || t(`kind.${meeting.kind}`),
        }}
        title={t('change.title')}
      />
      <Form locale={locale} action={changeMeetingAction} submitLabel={t('change.submit')}>
        <HiddenFields values={{ id, version: String(meeting.version) }} />
        <MeetingFields {...{ locale, staff }} start={meeting} />
      </Form>
    </TeamShell>
  );
}
