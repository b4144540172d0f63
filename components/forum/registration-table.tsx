import { getTranslations } from 'next-intl/server';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { StateLabel, type StateTone } from '@/components/ui/state-label';
import { VisuallyHidden } from '@/components/ui/visually-hidden';
import { localized } from '@/lib/core/paths';
import { forumPaths } from '@/lib/forum/paths';
import { sumNeeds } from '@/lib/forum/registrations/rules';
import type { RegistrationInOffice, RegistrationState } from '@/lib/forum/registrations/types';

type TableProps = {
  locale: string;
  session: number;
  registrations: readonly RegistrationInOffice[];
  canCancel: boolean;
};

const TONES: Record<RegistrationState, StateTone> = {
  CONFIRMED: 'good',
  WAITLISTED: 'waiting',
  CANCELLED: 'neutral',
};

/** Who comes, who waits, and what has to be organised for them. */
export async function RegistrationTable(props: TableProps) {
  const { locale, session, registrations, canCancel } = props;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <>
      <NeedsSummary locale={locale} registrations={registrations} />
      <DataTable
        caption={t('tab.registrations')}
        captionHidden
        columns={[
          { key: 'name', label: t('registrations.name'), rowHeader: true },
          { key: 'persons', label: t('registrations.persons'), align: 'end' },
          { key: 'state', label: t('sessions.state') },
          { key: 'needs', label: t('registrations.needs') },
          { key: 'contact', label: t('registrations.contact') },
          { key: 'action', label: t('registrations.actionColumn') },
        ]}
        rows={registrations.map((one) => ({
          id: String(one.number),
          cells: {
            name: <NameCell locale={locale} one={one} />,
            persons: one.persons,
            state: <StateCell locale={locale} one={one} />,
            needs: <NeedsCell locale={locale} one={one} />,
            contact: (
              <bdi className="whitespace-pre-line">
                {one.contactValue || t('registrations.noContact')}
              </bdi>
            ),
            action: <ActionCell {...{ locale, session, one, canCancel }} />,
          },
        }))}
        empty={<EmptyState title={t('registrations.none')} />}
      />
    </>
  );
}

type ActionCellProps = CellProps & { session: number; canCancel: boolean };

/** Whoever is known may leave, and what is known of them can be put right or deleted. */
async function ActionCell({ locale, session, one, canCancel }: ActionCellProps) {
  const t = await getTranslations({ locale });
  const name = one.name || String(one.number);
  const isKnown = one.name !== '' || one.contactValue !== '';
  return (
    <span className="grid gap-1">
      {canCancel && one.state !== 'CANCELLED' ? (
        <a href={localized(locale, forumPaths.teamForumRegistrations(session, one.number))}>
          {t('forum-office.registrations.leave')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </a>
      ) : null}
      {isKnown ? (
        <a href={localized(locale, forumPaths.teamForumPerson(session, one.number))}>
          {t('forum-person.open')}
          <VisuallyHidden>: {name}</VisuallyHidden>
        </a>
      ) : null}
    </span>
  );
}

type SummaryProps = { locale: string; registrations: readonly RegistrationInOffice[] };

async function NeedsSummary({ locale, registrations }: SummaryProps) {
  const needs = sumNeeds(registrations);
  if (needs.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const words = await getTranslations({ locale, namespace: 'forum' });
  const text = needs.map(({ need, count }) => `${count} × ${words(`need.${need}`)}`).join(', ');
  return <p className="my-4">{t('registrations.needsSummary', { needs: text })}</p>;
}

type CellProps = { locale: string; one: RegistrationInOffice };

async function NameCell({ locale, one }: CellProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  return (
    <>
      <bdi>{one.name || t('registrations.forgotten')}</bdi>
      <span className="small block font-normal text-ink-soft">
        {t('registrations.numberAndChannel', {
          number: one.number,
          channel: t(`channel.${one.channel}`),
        })}
      </span>
    </>
  );
}

async function StateCell({ locale, one }: CellProps) {
  const t = await getTranslations({ locale, namespace: 'forum-office' });
  const key = one.state === 'CONFIRMED' && one.movedUp ? 'MOVED_UP' : one.state;
  return (
    <StateLabel tone={TONES[one.state]}>
      {t(`registrations.state.${key}`, { position: one.position ?? 0 })}
    </StateLabel>
  );
}

async function NeedsCell({ locale, one }: CellProps) {
  const words = await getTranslations({ locale, namespace: 'forum' });
  return (
    <>
      {one.needs.map((need) => words(`need.${need}`)).join(', ')}
      {one.needsNote === '' ? null : <bdi className="block">{one.needsNote}</bdi>}
    </>
  );
}
