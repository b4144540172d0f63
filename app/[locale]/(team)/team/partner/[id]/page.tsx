import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { ContactFields, ContactNotes } from '@/components/network/contact-notes';
import { StepTaskLink, ThingTasks } from '@/components/tasks/thing-tasks';
import { ButtonLink } from '@/components/ui/button';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import { networkPaths } from '@/lib/network/paths';
import { getPartnerCase } from '@/lib/network/queries';
import { statesFrom } from '@/lib/network/rules';
import type { PartnerCase } from '@/lib/network/types';
import { listTasksOf } from '@/lib/tasks/queries';
import { lastStepOf } from '@/lib/tasks/rules';
import { movePartnerAction, noteContactAction } from '../actions';

type Props = {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<{ move?: string | string[] }>;
};
type PartProps = { locale: string; partner: PartnerCase };

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(
    locale,
    async () => (await getPartnerCase(await requireCoordinator(), id)).name,
    'network.list.title',
  );
}

/** One organisation: what is public, whom we talk to, what was agreed. */
export default async function TeamPartnerPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = networkPaths.teamPartner(id);
  const { partner, tasks } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await getPartnerCase(actor, id);
    return { partner: found, tasks: await listTasksOf(actor, [found.id]) };
  });
  const t = await getTranslations({ locale, namespace: 'network' });
  // Either words are typed or a button is pressed: its answer would take them away.
  const isMoving = (await believed(searchParams)).move !== undefined;
  const { name, kind, state, stateSince } = partner;
  return (
    <TeamShell holdsText locale={locale} path={path} current="network">
      <PageHeader
        back={{ href: localized(locale, networkPaths.teamPartners()), label: t('list.title') }}
        overline={t(`kind.${kind}`)}
        title={name}
        meta={t('stateSince', { state: t(`state.${state}`), date: longDate(stateSince, locale) })}
        actions={
          <ButtonLink
            variant="secondary"
            href={localized(locale, networkPaths.teamPartnerChange(id))}
          >
            {t('change.title')}
          </ButtonLink>
        }
      />
      <Section title={t('contact.title')}>
        <ContactNotes {...{ locale, id }} contacts={partner.contacts} />
        <StepTaskLink {...{ locale, id }} kind="partner" step={lastStepOf(partner.contacts)} />
      </Section>
      {isMoving ? null : (
        <Section title={t('contact.add')} id="talk">
          <Form locale={locale} action={noteContactAction} submitLabel={t('contact.submit')}>
            <HiddenFields values={{ id }} />
            <ContactFields locale={locale} today={officeToday()} />
          </Form>
        </Section>
      )}
      <ThingTasks {...{ locale, tasks, id }} kind="partner" />
      <Section title={t('case.kept')}>
        <Kept locale={locale} partner={partner} />
      </Section>
      <Section title={t('case.state')} id="move" intro={<p>{t(`stateText.${state}`)}</p>}>
        {isMoving ? (
          <Moves locale={locale} partner={partner} />
        ) : (
          <p>
            <a href={localized(locale, networkPaths.teamPartnerMove(id))}>{t('move.open')}</a>
          </p>
        )}
      </Section>
    </TeamShell>
  );
}

async function Kept({ locale, partner }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const lines = [
    ['roleInQuarter', partner.roleInQuarter],
    ['responsibilities', partner.responsibilities.join('\n')],
    ['offers', partner.offers.join('\n')],
    ['contactRole', partner.contactRole],
    ['phone', partner.phone],
    ['email', partner.email],
    ['openingHours', partner.openingHours],
    ['accessibility', partner.accessibility],
    ['languages', partner.languages],
    ['contactPerson', partner.contactPerson],
    ['agreedResponseDays', partner.agreedResponseDays ? String(partner.agreedResponseDays) : ''],
  ] as const;
  const { lastContactOn } = partner;
  const day = lastContactOn ? longDay(dayColumn(lastContactOn), locale) : '';
  return (
    <SummaryList
      rows={[
        { label: t('list.lastContact'), value: day || t('list.never') },
        ...lines.map(([name, value]) => ({
          label: t(`fact.${name}`),
          value: value ? <Prose>{value}</Prose> : t('case.nothing'),
        })),
      ]}
    />
  );
}

async function Moves({ locale, partner }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  return (
    <div className="stack">
      <p>{t('move.told')}</p>
      {statesFrom(partner.state).map((to) => (
        <Form
          key={to}
          locale={locale}
          action={movePartnerAction}
          submitLabel={t(`move.${to}`)}
          submitVariant={to === 'ENDED' ? 'danger' : 'secondary'}
          warnOnLeave={false}
        >
          <HiddenFields values={{ id: partner.id, version: String(partner.version), to }} />
        </Form>
      ))}
      <p>
        <a href={localized(locale, networkPaths.teamPartner(partner.id))}>{t('move.back')}</a>
      </p>
    </div>
  );
}
