import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import type { FormatRow } from '@/lib/activation/formats/types';
import { activationPaths } from '@/lib/activation/paths';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { FormatState } from '../format-state';

interface FormatTableProps {
  locale: string;
  caption: string;
  formats: readonly FormatRow[];
}

/** Formats of the office, where they stand and when they were tried. */
export async function FormatTable({ locale, caption, formats }: FormatTableProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats' });
  const nameOf = ({ name, edition }: FormatRow) =>
    edition === 1 ? name : t('edition', { name, edition });
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'name', label: t('list.name'), rowHeader: true },
        { key: 'state', label: t('case.state') },
        { key: 'trials', label: t('list.trials') },
        { key: 'last', label: t('list.last') },
        { key: 'action', label: t('list.look') },
      ]}
      rows={formats.map((format) => ({
        id: format.id,
        cells: {
          name: (
            <>
              {nameOf(format)}
              <span className="block small font-normal text-ink-soft">
                {format.shortDescription}
              </span>
            </>
          ),
          state: (
            <>
              <FormatState locale={locale} state={format.state} />
              {format.waits ? <span className="block small">{t('list.waits')}</span> : null}
              {format.published ? (
                <span className="block small text-ink-soft">{t('list.published')}</span>
              ) : null}
            </>
          ),
          trials: t('list.times', { count: format.trials }),
          last: format.lastDay ? longDay(dayColumn(format.lastDay), locale) : t('list.never'),
          action: (
            <a href={localized(locale, activationPaths.teamFormat(format.id))}>
              {t('list.look')}
              <VisuallyHidden> – {nameOf(format)}</VisuallyHidden>
            </a>
          ),
        },
      }))}
    />
  );
}
