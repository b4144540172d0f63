import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Pages } from '@/components/ui/pagination';
import { TaskList, TaskRow } from '@/components/ui/task-row';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { plusDays } from '@/lib/calendar/dates/rules';
import { canBeCalledOff } from '@/lib/calendar/entries/rules';
import type { KeptEntryRow } from '@/lib/calendar/entries/types';
import { contentLang, localized } from '@/lib/core/paths';
import { longDate, longDateTime } from '@/lib/i18n/dates';
import { areaPaths, type CalendarArea } from './area';
import { rhythmText } from './rhythm';

type KeptListProps = {
  locale: string;
  area: CalendarArea;
  entries: readonly KeptEntryRow[];
  /** The partnership is over: what stands here can be called off, and nothing else. */
  isOver?: boolean;
};
type PastListProps = KeptListProps & { page: number; pages: number };

/** Everything somebody keeps that is not over, what comes next first; beneath it what is over, page by page. */
export async function KeptLists({
  locale,
  area,
  entries,
  past,
  isOver = false,
}: KeptListProps & { past: Omit<PastListProps, 'locale' | 'area'> }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const place = { locale, area, isOver };
  return (
    <>
      <Section title={t('list.title')}>
        {entries.length === 0 && past.entries.length > 0 ? (
          <p>{t('list.noneAhead')}</p>
        ) : (
          <KeptList {...place} entries={entries} />
        )}
      </Section>
      {past.entries.length === 0 ? null : <PastList {...place} {...past} />}
    </>
  );
}

async function PastList({ page, pages, ...list }: PastListProps) {
  const { locale, area } = list;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <Section title={t('past.title')} id="past">
      <KeptList {...list} />
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, areaPaths(area).past(to))}
        words={{
          label: t('past.pages'),
          status: t('past.page', { page, pages }),
          previous: t('past.newer'),
          next: t('past.older'),
        }}
      />
    </Section>
  );
}

async function KeptList({ locale, area, entries, isOver }: KeptListProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const paths = areaPaths(area);
  if (entries.length === 0 && isOver) return <p>{t('list.noneAhead')}</p>;
  if (entries.length === 0) {
    return (
      <EmptyState
        title={t('list.empty')}
        action={{ href: localized(locale, paths.add()), label: t('add') }}
      >
        <p>{t('list.emptyText')}</p>
      </EmptyState>
    );
  }
  const rows = entries.map(async (entry) => ({
    id: entry.id,
    cells: {
      what: <WhatCell locale={locale} area={area} entry={entry} />,
      when: await rhythmText(locale, entry.words, entry.endsOn),
      next: await nextText(locale, entry),
      action: (
        <a href={localized(locale, paths.entry(entry.id))}>
          {/* messages: calendar-partner.list.action calendar-partner.list.look calendar-partner.list.lookOrCallOff */}
          {t(actionOf(entry, isOver))}
          <VisuallyHidden> – {entry.title}</VisuallyHidden>
        </a>
      ),
    },
  }));
  return (
    <DataTable
      caption={t('list.caption')}
      captionHidden
      columns={[
        { key: 'what', label: t('list.what'), rowHeader: true },
        { key: 'when', label: t('list.when') },
        { key: 'next', label: t('list.next') },
        { key: 'action', label: t('list.actionColumn') },
      ]}
      rows={await Promise.all(rows)}
    />
  );
}

/** Whose partnership is over changes nothing any more, and calls off what is still to come. */
function actionOf(entry: KeptEntryRow, isOver: boolean | undefined) {
  if (!isOver) return 'list.action';
  return canBeCalledOff(entry) ? 'list.lookOrCallOff' : 'list.look';
}

async function WhatCell({
  locale,
  area,
  entry,
}: {
  locale: string;
  area: CalendarArea;
  entry: KeptEntryRow;
}) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { title, place, organizer, cancelled, partnersOnly } = entry;
  const remarks = [
    cancelled ? t('list.cancelled') : '',
    partnersOnly ? t('list.partnersOnly') : '',
  ].filter(Boolean);
  return (
    <>
      <span lang={contentLang(locale)}>{cancelled ? <s>{title}</s> : title}</span>
      {remarks.length > 0 ? ` (${remarks.join(', ')})` : null}
      <br />
      <span className="small font-normal text-ink-soft" lang={contentLang(locale)}>
        {area === 'team' ? `${organizer}, ${place}` : place}
      </span>
    </>
  );
}

async function nextText(locale: string, { nextDate }: KeptEntryRow): Promise<string> {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  if (!nextDate) return t('list.over');
  const date = longDateTime(nextDate.startsAt, locale);
  return nextDate.state === 'cancelled' ? t('list.nextOff', { date }) : date;
}

/** Whether a series is about to end is asked so many days before. */
const SOON_DAYS = 28;

/** Series about to end: the one thing that waits for whoever keeps them. */
export async function EndingSection(props: KeptListProps & { today: string }) {
  const t = await getTranslations({ locale: props.locale, namespace: 'calendar-partner' });
  const soon = plusDays(props.today, SOON_DAYS);
  const ending = props.entries.filter(
    ({ endsOn, cancelled }) =>
      endsOn !== null && endsOn >= props.today && endsOn <= soon && !cancelled,
  );
  return (
    <Section title={t('waiting.title')}>
      {ending.length === 0 ? (
        <p>{t('waiting.none')}</p>
      ) : (
        <EndingList {...props} entries={ending} />
      )}
    </Section>
  );
}

async function EndingList({ locale, area, entries }: KeptListProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <TaskList label={t('waiting.title')}>
      {entries.map(({ id, title, endsOn }) => (
        <TaskRow
          key={id}
          title={title}
          tone="waiting"
          why={t('waiting.why', { date: longDate(new Date(`${endsOn}T12:00:00Z`), locale) })}
          action={
            <a href={localized(locale, areaPaths(area).edit(id))}>
              {t('waiting.action')}
              <VisuallyHidden> – {title}</VisuallyHidden>
            </a>
          }
        />
      ))}
    </TaskList>
  );
}
