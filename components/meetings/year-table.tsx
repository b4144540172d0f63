import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { SummaryList } from '@/components/ui/summary-list';
import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';
import { euroText, hoursText, unnamedMinutes, whoWent } from '@/lib/meetings/rules';
import type { MeetingLine, TrainingYear } from '@/lib/meetings/types';

type Say = Parameters<typeof whoWent>[1];

/** A year of meetings and trainings, row by row and added up. */
export async function YearTable({ locale, training }: { locale: string; training: TrainingYear }) {
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  const { meetings } = training;
  return (
    <>
      <DataTable
        caption={t('overview.table')}
        columns={[
          { key: 'day', label: t('overview.day'), rowHeader: true },
          { key: 'what', label: t('list.what') },
          { key: 'who', label: t('list.who') },
          { key: 'certificate', label: t('overview.certificate') },
          { key: 'hours', label: t('list.hours'), align: 'end' },
          { key: 'cost', label: t('overview.cost'), align: 'end' },
        ]}
        rows={meetings.map((one) => ({
          id: one.id,
          cells: {
            day: longDay(dayColumn(one.day), locale),
            what: <What kind={t(`kind.${one.kind}`)} title={one.title} organizer={one.organizer} />,
            ...whoWent(one, t as unknown as Say),
            ...papersOf(one),
            hours: hoursText(one.minutes, locale),
            cost: one.costCents === null ? t('case.nothing') : euroText(one.costCents, locale),
          },
        }))}
        empty={<p>{t('overview.none')}</p>}
      />
      <Sums {...{ locale, training }} />
    </>
  );
}

/** Where the files lie here they are read by name, instead of the word that there are some. */
function papersOf({ people }: MeetingLine) {
  const papers = people.flatMap(({ id, name, certificateId }) =>
    certificateId === null ? [] : [{ id, name, href: meetingsPaths.certificate(certificateId) }],
  );
  if (papers.length === 0) return {};
  return {
    certificate: papers.map(({ id, name, href }) => (
      <span key={id} className="block wrap-anywhere">
        <a href={href} download>
          {name}
        </a>
      </span>
    )),
  };
}

/** Eight columns are wider than a page. */
function What({ kind, title, organizer }: { kind: string; title: string; organizer: string }) {
  return (
    <span className="wrap-anywhere">
      {title || kind}
      <span className="block small text-ink-soft">
        {[title ? kind : '', organizer].filter((part) => part !== '').join(', ')}
      </span>
    </span>
  );
}

async function Sums({ locale, training }: { locale: string; training: TrainingYear }) {
  const t = await getTranslations({ locale, namespace: 'meetings.overview' });
  const { each, trainingMinutes, costCents } = training;
  const unnamed = unnamedMinutes(training);
  return (
    <>
      <Section title={t('each')}>
        {trainingMinutes === 0 ? <p>{t('eachNone')}</p> : null}
        <SummaryList
          rows={each.map(({ name, minutes }) => ({
            ...{ label: name, value: hoursText(minutes, locale) },
          }))}
        />
        {unnamed > 0 ? <p>{t('unnamed', { hours: hoursText(unnamed, locale) })}</p> : null}
      </Section>
      <Section title={t('sums')}>
        <SummaryList
          rows={[
            { label: t('training'), value: hoursText(trainingMinutes, locale) },
            { label: t('costs'), value: euroText(costCents, locale) },
          ]}
        />
      </Section>
    </>
  );
}
