import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { OwnList } from '@/components/accounts/own-list';
import { Columns } from '@/components/layout/columns';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { isStaff, mayActAsPartner } from '@/lib/accounts/policy';
import { getProfile } from '@/lib/accounts/profile/queries';
import { localized, routes } from '@/lib/core/routes';
import { listOwnRegistrations } from '@/lib/forum/registrations/queries';
import { longDateTime } from '@/lib/i18n/dates';
import { listOwnProposals } from '@/lib/proposals/own/queries';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.title');
}

export default async function AccountPage({ params }: Props) {
  const { locale } = await params;
  const { actor, profile, proposals, registrations } = await guarded(
    locale,
    routes.account(),
    async () => {
      const person = await requireActor();
      return {
        actor: person,
        profile: await getProfile(person),
        proposals: await listOwnProposals(person),
        registrations: await listOwnRegistrations(person),
      };
    },
  );
  const { districts } = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'profile' });
  const link = (path: string) => localized(locale, path);
  const change = (about: string) => ({
    href: link(routes.accountProfile()),
    label: t('change'),
    about,
  });
  return (
    <ActShell locale={locale} path={routes.account()}>
      <PageHeader
        title={t('title')}
        lead={t('lead')}
        actions={
          <>
            {isStaff(actor) ? (
              <ButtonLink href={link(routes.team())}>{t('toTeam')}</ButtonLink>
            ) : null}
            {mayActAsPartner(actor) ? (
              <ButtonLink href={link(routes.partner())}>{t('toPartner')}</ButtonLink>
            ) : null}
          </>
        }
      />
      <Columns layout="aside">
        <div className="stack">
          <OwnList
            title={t('proposals.title')}
            empty={t('proposals.empty')}
            items={proposals.map((proposal) => ({
              id: proposal.key,
              href: link(routes.proposalReceipt(proposal.key)),
              label: proposal.title,
              note: t('proposals.note', { number: proposal.number }),
            }))}
          />
          <OwnList
            title={t('registrations.title')}
            empty={t('registrations.empty')}
            items={registrations.map(({ number, state, session }) => ({
              id: String(number),
              href: link(routes.forumSession(session.number)),
              label: session.title,
              note: t('registrations.note', {
                at: longDateTime(session.startsAt, locale),
                state: t(`registrations.state.${state}`),
              }),
            }))}
          />
        </div>
        <div className="stack">
          <Section title={t('about.title')}>
            <SummaryList
              rows={[
                {
                  label: t('about.signIn'),
                  value: profile.email ?? t(profile.hasCard ? 'about.card' : 'about.other'),
                },
                {
                  label: t('about.name'),
                  value: profile.displayName ?? t('about.noName'),
                  change: change(t('about.name')),
                },
                {
                  label: t('about.district'),
                  value:
                    districts.find(({ id }) => id === profile.districtId)?.name ??
                    t('about.noDistrict'),
                  change: change(t('about.district')),
                },
              ]}
            />
          </Section>
          <Section title={t('more.title')}>
            <ul>
              <li>
                <a href={link(routes.accountSessions())}>{t('devices.title')}</a>
              </li>
              <li>
                <a href={link(routes.accountData())}>{t('data.title')}</a>
              </li>
              <li>
                <a href={link(routes.accountDelete())}>{t('delete.title')}</a>
              </li>
            </ul>
          </Section>
        </div>
      </Columns>
    </ActShell>
  );
}
