import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { networkPaths } from '@/lib/network/paths';
import { PARTNER_STATES } from '@/lib/network/rules';
import type { PartnerRow } from '@/lib/network/types';

type PartnerTableProps = { locale: string; partners: PartnerRow[] };

/** The address book: what is new first, then who is active, who sleeps, who is gone. */
export async function PartnerTable({ locale, partners }: PartnerTableProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const rank = ({ state }: PartnerRow) => PARTNER_STATES.indexOf(state);
  const rows = partners
    .toSorted((a, b) => rank(a) - rank(b))
    .map(({ id, name, kind, state, lastContactOn }) => ({
      id,
      cells: {
        name,
        kind: t(`kind.${kind}`),
        state: t(`state.${state}`),
        contact: lastContactOn ? longDay(dayColumn(lastContactOn), locale) : t('list.never'),
        action: (
          <a href={localized(locale, networkPaths.teamPartner(id))}>
            {t('list.open')}
            <VisuallyHidden> – {name}</VisuallyHidden>
          </a>
        ),
      },
    }));
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('field.name'), rowHeader: true },
        { key: 'kind', label: t('field.kind') },
        { key: 'state', label: t('list.state') },
        { key: 'contact', label: t('list.lastContact') },
        { key: 'action', label: t('list.action') },
      ]}
      rows={rows}
      empty={<p>{t('list.empty')}</p>}
    />
  );
}
