import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import { outreachPaths } from '@/lib/outreach/paths';
import type { RoundRow, RoundState } from '@/lib/outreach/rounds/types';
import { dayWords, hourWords } from '../words';

const TONES: Record<RoundState, StateTone> = {
  PLANNED: 'waiting',
  DONE: 'good',
  CANCELLED: 'neutral',
};

/** Where a round stands; one that is over and not closed waits for a word. */
export async function RoundStateLabel({
  locale,
  state,
  isOpen,
}: {
  locale: string;
  state: RoundState;
  isOpen: boolean;
}) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.state' });
  if (isOpen) return <StateLabel tone="late">{t('OPEN')}</StateLabel>;
  // messages: outreach-rounds.state.*
  return <StateLabel tone={TONES[state]}>{t(state)}</StateLabel>;
}

interface RoundTableProps {
  locale: string;
  caption: string;
  rounds: readonly RoundRow[];
  everyDistrict: readonly { id: string; name: string }[];
  /** Over, and nobody has said what came of them. */
  areOpen?: boolean | undefined;
  empty: string;
}

/** Rounds of the office, who goes and whether everybody knows. */
export async function RoundTable(props: RoundTableProps) {
  const { locale, caption, rounds, everyDistrict, areOpen = false, empty } = props;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  const rows = rounds.map(({ id, date, from, until, place, districtId, state, ...round }) => ({
    id,
    cells: {
      when: `${dayWords(date, locale)}, ${hourWords(from, locale)}–${hourWords(until, locale)}`,
      where: [
        ...round.stops.map((stop) => stop.place),
        everyDistrict.find((one) => one.id === districtId)?.name,
      ]
        .filter(Boolean)
        .join(', '),
      who: round.walkers.map(({ name }) => name).join(', '),
      state: (
        <>
          <RoundStateLabel locale={locale} state={state} isOpen={areOpen} />
          <span className="small text-ink-soft">
            {' '}
            {t(round.announced ? 'announced.yes' : 'announced.no')}
          </span>
        </>
      ),
      action: (
        <a href={localized(locale, outreachPaths.teamRound(id))}>
          {t('list.look')}
          <VisuallyHidden>
            {' '}
            – {place}, {dayWords(date, locale)}
          </VisuallyHidden>
        </a>
      ),
    },
  }));
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'when', label: t('list.when'), rowHeader: true },
        { key: 'where', label: t('list.where') },
        { key: 'who', label: t('list.who') },
        { key: 'state', label: t('list.state') },
        { key: 'action', label: t('list.look') },
      ]}
      rows={rows}
      empty={<p>{empty}</p>}
    />
  );
}
