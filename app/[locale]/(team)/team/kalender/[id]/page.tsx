import { getTranslations } from 'next-intl/server';
import {
  cancelEntryAction,
  reviveEntryAction,
} from '@/app/[locale]/(partner)/partner/termin/actions';
import { Form } from '@/app/[locale]/form';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { isJustSaved } from '@/components/calendar/area';
import { KeptEntryView } from '@/components/calendar/kept-entry';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { Section } from '@/components/layout/section';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import type { KeptEntry } from '@/lib/calendar/entries/types';
import { getKeptEntry } from '@/lib/calendar/kept/queries';
import { findNeighbours } from '@/lib/calendar/queries';
import { routes } from '@/lib/core/routes';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props) {
  return pageTitle((await params).locale, 'calendar-partner.teamTitle');
}

/** One entry for the office: its dates, and calling all of it off. */
export default async function TeamEntryPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = routes.teamCalendarEntry(id);
  const { entry, neighbours } = await guarded(locale, path, async () => {
    const actor = await requireCoordinator();
    const kept = await getKeptEntry(actor, id);
    return { entry: kept, neighbours: await findNeighbours(actor, kept) };
  });
  const { districts } = await getOffice({ locale });
  return (
    <TeamShell locale={locale} path={path} current="calendar">
      <KeptEntryView
        locale={locale}
        area="team"
        entry={entry}
        districts={districts}
        neighbours={neighbours}
        isJustSaved={isJustSaved(await searchParams)}
      />
      <CancelSection locale={locale} entry={entry} />
    </TeamShell>
  );
}

async function CancelSection({ locale, entry }: { locale: string; entry: KeptEntry }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const hidden = <HiddenFields values={{ area: 'team', id: entry.id }} />;
  if (entry.cancelled) {
    return (
      <Section title={t('entry.reviveTitle')} intro={<p>{t('entry.reviveText')}</p>}>
        <Form locale={locale} action={reviveEntryAction} submitLabel={t('entry.revive')}>
          {hidden}
        </Form>
      </Section>
    );
  }
  if (entry.dates.length === 0) return null;
  const isSeries = entry.series.rrule !== '';
  const text = isSeries ? t('entry.cancelTextSeries') : t('entry.cancelTextOnce');
  return (
    <Section title={t('entry.cancelTitle')} intro={<p>{text}</p>}>
      <Form
        locale={locale}
        action={cancelEntryAction}
        submitLabel={t('entry.cancel')}
        submitVariant="danger"
        warnOnLeave={false}
      >
        {hidden}
        <TextField
          name="note"
          label={t('entry.reason')}
          hint={t('entry.reasonHint')}
          maxLength={160}
        />
      </Form>
    </Section>
  );
}
