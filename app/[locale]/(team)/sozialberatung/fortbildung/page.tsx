import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { CounsellingShell } from '@/app/[locale]/shell';
import { DateField } from '@/components/form/date-fields';
import { FieldRow } from '@/components/form/fieldset';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { OwnMeetings } from '@/components/meetings/own-meetings';
import { ButtonLink } from '@/components/ui/button';
import { FilterLinks } from '@/components/ui/filter-links';
import { Notice } from '@/components/ui/notice';
import { requireCounsellor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { meetingsPaths } from '@/lib/meetings/paths';
import { getOwnYear } from '@/lib/meetings/queries';
import { canChange, hoursText, readYear } from '@/lib/meetings/rules';
import type { OwnMeeting } from '@/lib/meetings/types';
import { addPeersAction, changePeersAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.own.title');
}

/** Meetings and trainings of whoever counsels, their hours, and peer consultations. */
export default async function OwnMeetingsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const asked = await believed(searchParams);
  const path = meetingsPaths.ownMeetings();
  const own = await guarded(locale, path, async () =>
    getOwnYear(await requireCounsellor(), readYear(String(asked.year ?? ''))),
  );
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const hours = (minutes: number) => hoursText(minutes, locale);
  const wrong = own.peers.find(({ id, state }) => id === asked.change && canChange(state));
  return (
    <CounsellingShell holdsText locale={locale} path={path}>
      <PageHeader
        back={{ href: localized(locale, accountsPaths.counsellingDesk()), label: t('own.back') }}
        title={t('own.title')}
        lead={t('own.lead')}
      />
      {asked.saved === undefined ? null : (
        <Notice tone="good" role="status">
          <p>{t(asked.saved === 'changed' ? 'own.changed' : 'own.saved')}</p>
        </Notice>
      )}
      <FilterLinks
        label={t('overview.years')}
        items={own.years.map((year) => ({
          href: localized(locale, meetingsPaths.ownMeetingsNext(year)),
          ...{ label: String(year), current: year === own.year },
        }))}
      />
      <Section title={t('own.meetings', { year: own.year })}>
        <p>{t('own.training', { hours: hours(own.trainingMinutes) })}</p>
        <OwnMeetings locale={locale} meetings={own.meetings} caption={t('own.title')} />
      </Section>
      <Section title={t('own.peers', { year: own.year })} intro={<p>{t('own.peersText')}</p>}>
        <p>{t('own.peersHours', { hours: hours(own.peerMinutes) })}</p>
        <OwnMeetings
          {...{ locale, meetings: own.peers, caption: t('kind.PEER_CONSULTATION') }}
          changePath={({ id }) => meetingsPaths.ownPeersChange(id, own.year)}
        />
      </Section>
      <Section title={t(wrong ? 'own.change' : 'own.enter')}>
        {wrong ? (
          <Change locale={locale} peers={wrong} year={own.year} />
        ) : (
          <Form locale={locale} action={addPeersAction} submitLabel={t('own.button')}>
            <PeersFields locale={locale} />
          </Form>
        )}
      </Section>
    </CounsellingShell>
  );
}

interface ChangeProps {
  locale: string;
  peers: OwnMeeting;
  year: number;
}

/** One that is put right, instead of the form for another one. */
async function Change({ locale, peers, year }: ChangeProps) {
  const t = await getTranslations({ locale, namespace: 'meetings.own' });
  const { id, version, day, minutes } = peers;
  return (
    <Form
      locale={locale}
      action={changePeersAction}
      submitLabel={t('changeButton')}
      secondary={
        <ButtonLink
          href={localized(locale, meetingsPaths.ownMeetingsNext(year))}
          variant="secondary"
        >
          {t('changeNot')}
        </ButtonLink>
      }
    >
      <HiddenFields values={{ id, version: String(version) }} />
      <PeersFields locale={locale} day={day} hours={hoursText(minutes, 'de')} />
    </Form>
  );
}

interface PeersProps {
  locale: string;
  day?: string;
  hours?: string;
}

/** Day and hours: there is no field for anything else. */
async function PeersFields({ locale, day, hours }: PeersProps) {
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const seen = { audience: 'INTERNAL', text: t('own.seen') } as const;
  return (
    <FieldRow>
      <DateField name="day" label={t('field.day')} whoSees={seen} required defaultValue={day} />
      <TextField
        name="hours"
        label={t('field.hours')}
        hint={t('field.hoursHint')}
        whoSees={seen}
        required
        width="short"
        defaultValue={hours}
      />
    </FieldRow>
  );
}
