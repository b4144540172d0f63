import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { DataTable } from '@/components/ui/data-table';
import { requireAdmin } from '@/lib/accounts/actor';
import { listInvitations } from '@/lib/accounts/invitations/queries';
import type { InvitationView } from '@/lib/accounts/invitations/types';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { listPeopleWithRoles } from '@/lib/accounts/people/queries';
import { secondFactorOf } from '@/lib/accounts/people/rules';
import type { PersonView } from '@/lib/accounts/people/types';
import type { Role } from '@/lib/accounts/types';
import { localized } from '@/lib/core/paths';
import { longDate, longDateTime } from '@/lib/i18n/dates';
import { findPersonAction, revokeInvitationAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'people.title');
}

export default async function PeoplePage({ params }: Props) {
  const { locale } = await params;
  const path = accountsPaths.teamPeople();
  const { people, invitations } = await guarded(locale, path, async () => {
    const actor = await requireAdmin();
    return {
      people: await listPeopleWithRoles(actor),
      invitations: await listInvitations(actor),
    };
  });
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="people">
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={localized(locale, accountsPaths.teamInvite())}>
            {t('invite.title')}
          </ButtonLink>
        }
      />
      <PeopleTable locale={locale} people={people} />
      <Section title={t('find.title')} intro={t('find.intro')}>
        <Form locale={locale} action={findPersonAction} submitLabel={t('find.submit')}>
          <TextField
            name="email"
            whoSees="nobody"
            type="email"
            label={t('find.email')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
        </Form>
      </Section>
      <Invitations locale={locale} invitations={invitations} />
    </TeamShell>
  );
}

/** Rights as words: „Verwaltung, Stadtteilkoordination“, a partner with its name. */
async function rightsIn(locale: string) {
  const t = await getTranslations({ locale, namespace: 'people' });
  return (roles: Role[], partner: string | null) =>
    [...roles.map((role) => t(`role.${role}.name`)), partner ?? ''].filter(Boolean).join(', ');
}

async function PeopleTable({ locale, people }: { locale: string; people: PersonView[] }) {
  const t = await getTranslations({ locale, namespace: 'people' });
  const rights = await rightsIn(locale);
  return (
    <DataTable
      caption={t('list.title')}
      columns={[
        { key: 'email', label: t('list.email'), rowHeader: true },
        { key: 'rights', label: t('list.rights') },
        { key: 'factor', label: t('list.secondFactor') },
        { key: 'seen', label: t('list.seen') },
      ]}
      rows={people.map((person) => ({
        id: person.id,
        cells: {
          email: (
            <a href={localized(locale, accountsPaths.teamPerson(person.id))}>
              {person.email ?? person.displayName ?? t('list.nameless')}
            </a>
          ),
          rights: rights(person.roles, person.partner),
          factor: t(`list.factor.${secondFactorOf(person)}`),
          seen: longDate(person.lastSeenAt, locale),
        },
      }))}
      empty={t('list.empty')}
    />
  );
}

interface InvitationsProps {
  locale: string;
  invitations: InvitationView[];
}

async function Invitations({ locale, invitations }: InvitationsProps) {
  const t = await getTranslations({ locale, namespace: 'people' });
  const rights = await rightsIn(locale);
  return (
    <Section title={t('invitations.title')} intro={t('invitations.intro')}>
      {invitations.length === 0 ? <p>{t('invitations.empty')}</p> : null}
      <ul className="stack list-none p-0">
        {invitations.map((invitation) => (
          <li key={invitation.id} className="wrap-anywhere">
            <p>
              <strong>{invitation.email}</strong>
              <br />
              {rights(invitation.roles, invitation.partner)}
              <br />
              {t('invitations.until', { at: longDateTime(invitation.expiresAt, locale) })}
            </p>
            <Form
              locale={locale}
              action={revokeInvitationAction}
              submitLabel={t('invitations.revoke', { email: invitation.email })}
              submitVariant="secondary"
              warnOnLeave={false}
            >
              <HiddenFields values={{ invitation: invitation.id }} />
            </Form>
          </li>
        ))}
      </ul>
    </Section>
  );
}
