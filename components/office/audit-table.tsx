import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import type { AuditEntryView, AuditWho } from '@/lib/audit/types';
import { localized } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';

type Say = (key: string, values?: Record<string, string | number>) => string;

/** Who did what and when, one row each. */
export async function AuditTable({
  locale,
  entries,
  total,
}: {
  locale: string;
  entries: AuditEntryView[];
  total: number;
}) {
  const t = await getTranslations({ locale, namespace: 'audit' });
  // messages: *-audit.event.* *-audit.thing.*
  const say = (await getTranslations({ locale })) as unknown as Say;
  return (
    <DataTable
      caption={t('table.caption', { count: total })}
      columns={[
        { key: 'what', label: t('table.what'), rowHeader: true },
        { key: 'thing', label: t('table.thing') },
        { key: 'who', label: t('table.who') },
        { key: 'at', label: t('table.at') },
      ]}
      rows={entries.map(({ id, at, who, what, words, path, thing }) => ({
        id,
        cells: {
          what: say(what),
          thing:
            thing && path ? (
              <a href={localized(locale, path)}>{say(words, { number: thing.number ?? 0 })}</a>
            ) : (
              '–'
            ),
          who: nameOf(who, t as unknown as Say),
          at: longDateTime(at, locale),
        },
      }))}
      empty={t('table.none')}
    />
  );
}

// messages: audit.who.*
const nameOf = (who: AuditWho, t: Say) => (who.kind === 'staff' ? who.name : t(`who.${who.kind}`));
