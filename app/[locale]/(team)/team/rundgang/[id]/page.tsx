import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { titledAs } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { ContactTable } from '@/components/outreach/office/contact-table';
import { LearntThere } from '@/components/outreach/office/learnt-there';
import { RoundSteps } from '@/components/outreach/office/round-steps';
import { RoundStops } from '@/components/outreach/office/round-stops';
import { RoundStateLabel } from '@/components/outreach/office/round-table';
import { dayWords, hourWords } from '@/components/outreach/words';
import { ThingTasks } from '@/components/tasks/thing-tasks';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { SummaryList } from '@/components/ui/summary-list';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { now } from '@/lib/core/clock';
import { dayColumn } from '@/lib/core/day.mjs';
import { officeToday } from '@/lib/core/office-time';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { listContactsThere } from '@/lib/outreach/contacts/queries';
import { outreachPaths } from '@/lib/outreach/paths';
import { getRound, listLearntThere } from '@/lib/outreach/rounds/queries';
import { canCancel, canClose, canReopen } from '@/lib/outreach/rounds/rules';
import type { RoundCase } from '@/lib/outreach/rounds/types';
import { getOffice } from '@/lib/settings/queries';
import type { Office } from '@/lib/settings/types';
import { listTasksOf } from '@/lib/tasks/queries';
import { cancelRoundAction, closeRoundAction, reopenRoundAction } from '../actions';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const roundOf = cache(async (id: string) => getRound(await requireCoordinator(), id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  return titledAs(
    locale,
    async () => {
      const { stops, date } = await roundOf(id);
      return `${placesOf(stops)}, ${longDay(dayColumn(date), locale)}`;
    },
    'outreach-rounds.list.title',
  );
}

const SAVED = ['changed', 'cancelled', 'closed', 'reopened'] as const;

/** One round: what is planned, what becomes of it, who was met. */
export default async function TeamRoundPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const { saved } = await believed(searchParams);
  const path = outreachPaths.teamRound(id);
  const { round, contacts, tasks, before } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const found = await roundOf(id);
    return {
      round: found,
      contacts: await listContactsThere(actor, found),
      tasks: await listTasksOf(actor, [found.id]),
      before: await listLearntThere(actor, found, found.startsAt),
    };
  });
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const office = await getOffice({ locale });
  const at = now();
  const { state, endsAt } = round;
  const done = SAVED.find((one) => one === saved);
  return (
    <TeamShell holdsText locale={locale} path={path} current="outreach">
      <PageHeader
        back={{ href: localized(locale, outreachPaths.teamRounds()), label: t('case.back') }}
        title={placesOf(round.stops)}
        state={
          <RoundStateLabel
            locale={locale}
            state={state}
            isOpen={state === 'PLANNED' && endsAt <= at}
          />
        }
        meta={`${dayWords(round.date, locale)}, ${hourWords(round.from, locale)}–${hourWords(round.until, locale)}`}
        actions={await ways(locale, round)}
      />
      {done ? (
        <Notice tone="good" role="status">
          {/* messages: outreach-rounds.saved.* */}
          <p>{t(`saved.${done}`)}</p>
        </Notice>
      ) : null}
      {state === 'PLANNED' && round.walkers.length === 1 ? (
        <Notice tone="info">
          <p>{t('case.alone')}</p>
        </Notice>
      ) : null}
      <About locale={locale} round={round} office={office} />
      <RoundStops locale={locale} round={round} />
      <LearntThere locale={locale} rows={before} />
      <Section title={t('case.contacts')}>
        <ContactTable {...{ locale, contacts, office }} empty={t('case.contactsNone')} />
      </Section>
      <ThingTasks {...{ locale, tasks, id }} kind="round" />
      <RoundSteps
        locale={locale}
        round={round}
        may={{
          close: canClose(state, endsAt, at),
          cancel: canCancel(state),
          reopen: canReopen(state, endsAt, at),
        }}
        actions={{ close: closeRoundAction, cancel: cancelRoundAction, reopen: reopenRoundAction }}
      />
    </TeamShell>
  );
}

const placesOf = (stops: RoundCase['stops']) => stops.map(({ place }) => place).join(', ');

/** Nobody enters today whom they will meet some day. With several stops those have their own ways. */
async function ways(locale: string, round: RoundCase) {
  const { id, state, date, setting, announced, endsAt, stops } = round;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.case' });
  if (state === 'CANCELLED') return null;
  return (
    <>
      {date <= officeToday() && stops.length === 1 ? (
        <ButtonLink href={localized(locale, outreachPaths.teamContactOfRoundNext(id, 1))}>
          {t('enter')}
        </ButtonLink>
      ) : null}
      <a href={localized(locale, outreachPaths.teamDevice())}>{t('device')}</a>
      {state === 'PLANNED' ? (
        <a href={localized(locale, outreachPaths.teamRoundChange(id))}>{t('change')}</a>
      ) : null}
      <a href={outreachPaths.roundTally(id)}>{t('tally')}</a>
      {setting === 'DOORSTEP' ? (
        <>
          <a href={outreachPaths.roundLetter(id, 'de')}>{t('shut')}</a>
          <a href={outreachPaths.roundLetter(id, 'de-LS')}>{t('shutEasy')}</a>
        </>
      ) : null}
      {state === 'PLANNED' && announced && endsAt > now() && stops.length === 1 ? (
        <>
          <a href={outreachPaths.roundNotice(id, 'de', 1)}>{t('poster')}</a>
          <a href={outreachPaths.roundNotice(id, 'de-LS', 1)}>{t('posterEasy')}</a>
        </>
      ) : null}
    </>
  );
}

interface AboutProps {
  locale: string;
  round: RoundCase;
  office: Pick<Office, 'everyDistrict'>;
}

async function About({ locale, round, office }: AboutProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const setting = await getTranslations({ locale, namespace: 'outreach.setting' });
  // messages: outreach.setting.*
  const { districtId, walkers, materials, learnt, minutes, reason, announced } = round;
  const names = walkers.map(({ name }) => name).join(', ');
  const lines = [
    [t('field.district'), office.everyDistrict.find(({ id }) => id === districtId)?.name ?? ''],
    [t('field.setting'), setting(round.setting)],
    [t('field.announced'), t(announced ? 'announced.yes' : 'announced.no')],
    [t('field.walkers'), names || t('case.nobodyNamed')],
    [t('field.materials'), materials || t('case.nothing')],
    ...(reason ? [[t('field.reason'), reason]] : []),
    ...(minutes && round.state === 'DONE' ? [[t('field.minutes'), String(minutes)]] : []),
    ...(learnt ? [[t('field.learnt'), learnt]] : []),
  ];
  return (
    <Section title={t('case.about')}>
      <SummaryList
        rows={lines.map(([label = '', value]) => ({ label, value: <Prose>{value}</Prose> }))}
      />
    </Section>
  );
}
