import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { longDateTime } from '@/lib/i18n/dates';
import { byteSize } from '@/lib/i18n/sizes';
import type { Finding, Health, KeptRule, LateJob, Value } from '@/lib/operation/types';

type Say = (key: string, values?: Record<string, string | number>) => string;

const TONES: Record<Health, StateTone> = { good: 'good', look: 'waiting', broken: 'late' };

// messages: operation.period.*
function shown(value: Value, locale: string, say: Say): string | number {
  if (typeof value !== 'object') return value;
  if ('periods' in value) return value.periods.map((period) => named(period, say)).join(', ');
  return 'at' in value ? longDateTime(value.at, locale) : byteSize(value.bytes, locale);
}

/** @param period e.g. `2026-Q3` or `2026` */
function named(period: string, say: Say): string {
  const [year = '', quarter] = period.split('-Q');
  return quarter === undefined
    ? say('period.year', { year })
    : say('period.quarter', { quarter, year });
}

/** How each part is doing: a word, a shape, what was measured, what to do. */
export async function ConditionTable({
  locale,
  findings,
}: {
  locale: string;
  findings: Finding[];
}) {
  // messages: operation.part.* operation.health.*
  const t = await getTranslations({ locale, namespace: 'operation' });
  const say = t as unknown as Say;
  const detail = ({ part, state, health, values }: Finding) => {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      shown(value, locale, say),
    ]);
    const text = say(`part.${part}.${state}`, Object.fromEntries(written));
    return (
      <>
        {text}
        {health === 'good' ? null : (
          <>
            <br />
            <strong>{say(`part.${part}.${state}Todo`)}</strong>
          </>
        )}
      </>
    );
  };
  return (
    <DataTable
      caption={t('table.caption')}
      captionHidden
      columns={[
        { key: 'part', label: t('table.part'), rowHeader: true },
        { key: 'health', label: t('table.health') },
        { key: 'detail', label: t('table.detail') },
      ]}
      rows={findings.map((finding) => ({
        id: finding.part,
        cells: {
          part: say(`part.${finding.part}.title`),
          health: (
            <span className="nowrap">
              <StateLabel tone={TONES[finding.health]}>
                {say(`health.${finding.health}`)}
              </StateLabel>
            </span>
          ),
          detail: detail(finding),
        },
      }))}
    />
  );
}

/** When each rule of deletion was last kept. */
export async function KeptRules({
  locale,
  rules,
  labels,
}: {
  locale: string;
  rules: KeptRule[];
  /** Key of the sentence of each rule. */
  labels: ReadonlyMap<string, string>;
}) {
  const t = await getTranslations({ locale, namespace: 'operation' });
  // messages: given
  const say = (await getTranslations({ locale })) as unknown as Say;
  const failed = (at: Date | null, note: string) =>
    at ? t('rules.failed', { note: note || t('rules.unknown') }) : t('rules.waits');
  return (
    <DataTable
      caption={t('rules.title')}
      captionHidden
      columns={[
        { key: 'rule', label: t('rules.rule'), rowHeader: true },
        { key: 'last', label: t('rules.last') },
        { key: 'state', label: t('rules.state') },
      ]}
      rows={rules.map(({ rule, at, ok, note }) => ({
        id: rule,
        cells: {
          rule: labels.has(rule) ? say(labels.get(rule) ?? '') : rule,
          last: at ? longDateTime(at, locale) : <span className="nowrap">{t('rules.never')}</span>,
          state: ok ? (
            <StateLabel tone="good">{t('rules.good')}</StateLabel>
          ) : (
            // What has not had its first night yet is no fault.
            <StateLabel tone={at ? 'late' : 'waiting'}>{failed(at, note)}</StateLabel>
          ),
        },
      }))}
    />
  );
}

/** What waits in the queue longer than it should. */
export async function LateJobs({ locale, late }: { locale: string; late: LateJob[] }) {
  // messages: operation.job.*
  const t = await getTranslations({ locale, namespace: 'operation' });
  const say = t as unknown as Say;
  return (
    <DataTable
      caption={t('late.title')}
      captionHidden
      columns={[
        { key: 'name', label: t('late.name'), rowHeader: true },
        { key: 'count', label: t('late.count'), align: 'end' },
        { key: 'since', label: t('late.since') },
      ]}
      rows={late.map(({ name, count, since }) => ({
        id: name,
        cells: {
          name: t.has(`job.${name}` as never) ? say(`job.${name}`) : name,
          count,
          since: longDateTime(since, locale),
        },
      }))}
    />
  );
}
