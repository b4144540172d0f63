import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import type { GroupRow } from '@/lib/initiatives/groups/types';
import { initiativesPaths } from '@/lib/initiatives/paths';

/** The office's list of groups. */
export async function GroupTable({ locale, groups }: { locale: string; groups: GroupRow[] }) {
  const t = await getTranslations({ locale, namespace: 'initiatives-groups' });
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={[
        { key: 'name', label: t('field.name'), rowHeader: true },
        { key: 'district', label: t('field.district') },
        { key: 'state', label: t('list.state') },
        { key: 'members', label: t('list.members') },
        { key: 'action', label: t('list.action') },
      ]}
      rows={groups.map(({ id, name, districtName, state, members }) => ({
        id,
        cells: {
          name,
          district: districtName || t('everywhere'),
          state: t(`state.${state}`),
          members: members === null ? t('list.unknown') : String(members),
          action: (
            <a href={localized(locale, initiativesPaths.teamGroup(id))}>
              {t('list.open')}
              <VisuallyHidden> – {name}</VisuallyHidden>
            </a>
          ),
        },
      }))}
      empty={<p>{t('list.empty')}</p>}
    />
  );
}
