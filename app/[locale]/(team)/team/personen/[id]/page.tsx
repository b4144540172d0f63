import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { RightsFields } from '@/components/accounts/rights-fields';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { Facts } from '@/components/ui/facts';
import { Notice } from '@/components/ui/notice';
import { requireRecentAdmin } from '@/lib/accounts/actor';
import { ROLE_NAMES } from '@/lib/accounts/invitations/schema';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { getPerson, listPartnerChoices } from '@/lib/accounts/people/queries';
import { rightsSeen, secondFactorOf } from '@/lib/accounts/people/rules';
import type { PartnerChoice, PersonDetail } from '@/lib/accounts/people/types';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { resetSecondFactorAction, setRolesAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'people.person.title');
}

export default async function PersonPage({ params }: Props) {
  const { locale, id } = await params;
  const path = accountsPaths.teamPerson(id);
  const { actor, person, partners } = await guarded(locale, path, async () => {
    const admin = await requireRecentAdmin();
    return {
      actor: admin,
      person: await getPerson(admin, id),
      partners: await listPartnerChoices(admin),
    };
  });
  const t = await getTranslations({ locale, namespace: 'people' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="people">
      <PageHeader
        title={person.email ?? person.displayName ?? t('list.nameless')}
        back={{ href: localized(locale, accountsPaths.teamPeople()), label: t('back') }}
      />
      <Facts
        items={[
          { label: t('person.since'), value: longDate(person.createdAt, locale) },
          { label: t('list.seen'), value: longDate(person.lastSeenAt, locale) },
          { label: t('person.sessions'), value: String(person.sessions) },
          {
            label: t('list.secondFactor'),
            value: t(`list.factor.${secondFactorOf(person)}`),
          },
        ]}
      />
      {person.id === actor.id ? (
        <Notice tone="info" title={t('person.selfTitle')}>
          {t('person.selfText')}
        </Notice>
      ) : (
        <Changes locale={locale} person={person} partners={partners} />
      )}
    </TeamShell>
  );
}

interface ChangesProps {
  locale: string;
  person: PersonDetail;
  partners: PartnerChoice[];
}

async function Changes({ locale, person, partners }: ChangesProps) {
  const t = await getTranslations({ locale, namespace: 'people' });
  const counselling = await getTranslations({ locale, namespace: 'appointments-office' });
  // What happens to others when this one is taken away.
  const leaves = (role: string) =>
    role === 'COUNSELLOR' && person.roles.includes(role) ? counselling('leaves') : null;
  return (
    <>
      <Section title={t('person.rightsTitle')} intro={t('person.rightsIntro')}>
        <Form locale={locale} action={setRolesAction} submitLabel={t('person.rightsSubmit')}>
          <HiddenFields
            values={{ person: person.id, seen: rightsSeen(person.roles, person.partnerId) }}
          />
          <RightsFields
            labels={{
              roles: t('rights.roles'),
              rolesHint: t('rights.rolesHint'),
              partner: t('rights.partner'),
              partnerHint: t('rights.partnerHint'),
              noPartner: t('rights.noPartner'),
            }}
            roles={ROLE_NAMES.map((role) => ({
              value: role,
              label: t(`role.${role}.name`),
              hint: leaves(role) ?? t(`role.${role}.may`),
            }))}
            partners={partners}
            held={person.roles}
            partnerId={person.partnerId}
          />
        </Form>
      </Section>
      <Section title={t('person.factorTitle')} intro={t('person.factorIntro')}>
        <Form
          locale={locale}
          action={resetSecondFactorAction}
          submitLabel={t('person.factorSubmit')}
          submitVariant="danger"
          warnOnLeave={false}
        >
          <HiddenFields values={{ person: person.id }} />
        </Form>
      </Section>
    </>
  );
}
