import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextField } from '@/components/form/text-field';
import { ContactFields } from '@/components/forum/contact-fields';
import { OfficeTabs } from '@/components/forum/office-tabs';
import { PartyFields } from '@/components/forum/party-fields';
import { PersonPart } from '@/components/forum/person-part';
import { RegistrationTable } from '@/components/forum/registration-table';
import { SeatsText } from '@/components/forum/seats-text';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { PersonSaved } from '@/components/office/person-saved';
import { ButtonLink } from '@/components/ui/button';
import { CodeDisplay } from '@/components/ui/code-display';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { believed } from '@/lib/core/page-cache';
import { contentLang, localized, numberInPath } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { getSessionInOffice } from '@/lib/forum/planning/queries';
import { listRegistrations } from '@/lib/forum/registrations/queries';
import { OFFICE_CHANNELS, type RegistrationInOffice } from '@/lib/forum/registrations/types';
import { canCancelRegistration, signUpStatus } from '@/lib/forum/sessions/rules';
import { countSeats } from '@/lib/forum/waiting-list/queries';
import {
  cancelForSomebodyAction,
  correctPersonAction,
  enterRegistrationAction,
  erasePersonAction,
} from './actions';

type Props = {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<
    Partial<Record<'cancel' | 'entered' | 'left' | 'person' | 'saved', string | string[]>>
  >;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'forum-office.tab.registrations');
}

export default async function RegistrationsPage({ params, searchParams }: Props) {
  const { locale, number: segment } = await params;
  const { cancel, entered, left, person, saved } = await believed(searchParams);
  const number = numberInPath(segment);
  const path = forumPaths.teamForumRegistrations(number);
  const { session, registrations } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    return {
      session: await getSessionInOffice(actor, number),
      registrations: await listRegistrations(actor, number),
    };
  });
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const status = signUpStatus(session, now());
  const leaving = registrations.find(
    (one) => String(one.number) === cancel && one.state !== 'CANCELLED',
  );
  const made = registrations.find((one) => String(one.number) === entered);
  const gone = registrations.find(
    (one) => String(one.number) === left && one.state === 'CANCELLED',
  );
  const corrected = registrations.find((one) => String(one.number) === person);
  // One form at a time: what is typed into one would be lost with the answer to another.
  const isEntering = !corrected && !leaving && (status === 'open' || status === 'deadlinePassed');
  return (
    <TeamShell holdsText locale={locale} path={path} current="forum">
      {made ? <Entered locale={locale} one={made} /> : null}
      <PersonSaved locale={locale} words="forum-person" what={saved} />
      {gone ? <Left locale={locale} name={gone.name} /> : null}
      <PageHeader
        title={t('tab.registrations')}
        overline={session.title}
        overlineLang={contentLang(locale)}
        actions={isEntering ? <a href="#enter">{t('registrations.toForm')}</a> : null}
      />
      <OfficeTabs locale={locale} number={number} current="registrations" />
      {leaving ? <ConfirmLeaving locale={locale} number={number} one={leaving} /> : null}
      {corrected ? (
        <PersonPart
          {...{ locale, session: number, one: corrected }}
          correctAction={correctPersonAction}
          eraseAction={erasePersonAction}
        />
      ) : null}
      <SeatsText locale={locale} seats={await countSeats(session.id)} status={status} />
      <RegistrationTable
        locale={locale}
        session={number}
        registrations={registrations}
        canCancel={canCancelRegistration(session, now())}
      />
      {isEntering ? <EntryForm locale={locale} number={number} /> : null}
    </TeamShell>
  );
}

/** What to tell the person: the number, and whether there is a seat. */
async function Entered({ locale, one }: { locale: string; one: RegistrationInOffice }) {
  const t = await getTranslations({ locale, namespace: 'forum-office.entered' });
  const { number, name, state, contactKind } = one;
  const title =
    state === 'WAITLISTED'
      ? t('waiting', { name, position: one.position ?? 0 })
      : t('seat', { name });
  return (
    <Notice tone="good" role="status" title={title}>
      <CodeDisplay label={t('number')} code={String(number)} group={9} size="large" />
      <p>{t(contactKind === 'MAIL' ? 'byMail' : 'byPhone')}</p>
    </Notice>
  );
}

/** That it was done, and who hears of it. */
async function Left({ locale, name }: { locale: string; name: string }) {
  const t = await getTranslations({ locale, namespace: 'forum-office.left' });
  return (
    <Notice tone="good" role="status" title={t('title', { name })}>
      <p>{t('text')}</p>
    </Notice>
  );
}

async function EntryForm({ locale, number }: { locale: string; number: number }) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Section title={t('registrations.enterTitle')} id="enter">
      <Form
        locale={locale}
        action={enterRegistrationAction}
        values={{ persons: '1', channel: 'PHONE', contactKind: 'PHONE' }}
        submitLabel={t('registrations.enterButton')}
      >
        <HiddenFields values={{ session: String(number) }} />
        <TextField
          name="name"
          label={t('registrations.name')}
          hint={t('registrations.nameHint')}
          whoSees={{ audience: 'INTERNAL', text: t('registrations.nameSeen') }}
          autoComplete="off"
          maxLength={60}
          required
        />
        <PartyFields locale={locale} forSomebody />
        <ContactFields locale={locale} forSomebody />
        <RadioGroup
          name="channel"
          label={t('registrations.channel')}
          inline
          required
          options={OFFICE_CHANNELS.map((channel) => ({
            value: channel,
            label: t(`channel.${channel}`),
          }))}
        />
      </Form>
    </Section>
  );
}

type LeavingProps = { locale: string; number: number; one: RegistrationInOffice };

async function ConfirmLeaving({ locale, number, one }: LeavingProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <Notice tone="warn" title={t('registrations.leaveTitle', { name: one.name })}>
      <p>{t('registrations.leaveText', { persons: one.persons })}</p>
      <Form
        locale={locale}
        action={cancelForSomebodyAction}
        submitLabel={t('registrations.leaveButton')}
        submitVariant="danger"
        warnOnLeave={false}
        secondary={
          <ButtonLink
            href={localized(locale, forumPaths.teamForumRegistrations(number))}
            variant="quiet"
          >
            {t('registrations.stayAction')}
          </ButtonLink>
        }
      >
        <HiddenFields values={{ session: String(number), number: String(one.number) }} />
      </Form>
    </Notice>
  );
}
