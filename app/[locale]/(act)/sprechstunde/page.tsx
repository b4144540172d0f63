import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { FreeDays } from '@/components/appointments/free-days';
import { NextSlot } from '@/components/appointments/next-appointment';
import { OpenHoursList } from '@/components/appointments/open-hours';
import { SwitchedOff } from '@/components/appointments/switched-off';
import { languageName } from '@/components/appointments/words';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterLinks } from '@/components/ui/filter-links';
import { PhoneLine } from '@/components/ui/phone-link';
import { listFreeSlots, listOpenHours } from '@/lib/appointments/booking/queries';
import { appointmentsPaths } from '@/lib/appointments/paths';
import { fits, readFilter, type SlotFilter } from '@/lib/appointments/rules';
import { type FreeSlot, SLOT_KINDS } from '@/lib/appointments/types';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'appointments.title');
}

/** Times somebody may have with the counselling; what it is about nobody asks. */
export default async function AppointmentsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const filter = readFilter(await believed(searchParams));
  const all = await listFreeSlots();
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <ActShell locale={locale} path={appointmentsPaths.appointments()} current="counselling">
      <PageHeader title={t('title')} lead={t('lead')} />
      {all === null ? (
        <SwitchedOff locale={locale} phone={(await getOffice({ locale })).phone} />
      ) : (
        <Offered locale={locale} all={all} filter={filter} />
      )}
      <OpenHoursList locale={locale} hours={await listOpenHours()} />
      <Section title={t('have')}>
        <ButtonLink href={localized(locale, appointmentsPaths.lookUp())} variant="secondary">
          {t('haveAction')}
        </ButtonLink>
      </Section>
      <Section title={t('privacy.title')}>
        <p>{t('privacy.text')}</p>
      </Section>
    </ActShell>
  );
}

type OfferedProps = { locale: string; all: readonly FreeSlot[]; filter: SlotFilter };

/** What there is, as it was asked for. */
async function Offered({ locale, all, filter }: OfferedProps) {
  const found = all.filter((slot) => fits(filter, slot));
  const t = await getTranslations({ locale, namespace: 'appointments' });
  return (
    <>
      {found[0] ? <NextSlot locale={locale} slot={found[0]} /> : null}
      {all.length > 0 ? <Filters locale={locale} slots={all} filter={filter} /> : null}
      {found.length > 0 ? (
        <Section title={t('times')}>
          <FreeDays locale={locale} slots={found} />
        </Section>
      ) : (
        <Nothing locale={locale} isFiltered={all.length > 0} />
      )}
    </>
  );
}

type FiltersProps = { locale: string; slots: readonly FreeSlot[]; filter: SlotFilter };

/** Only what there is to choose from. */
async function Filters({ locale, slots, filter }: FiltersProps) {
  const t = await getTranslations({ locale, namespace: 'appointments' });
  const kinds = SLOT_KINDS.filter((kind) => slots.some((slot) => slot.kind === kind));
  const languages = [...new Set(slots.flatMap((slot) => slot.languages))];
  const to = (changed: Partial<SlotFilter>) =>
    localized(locale, appointmentsPaths.found({ ...filter, ...changed }));
  return (
    <>
      {kinds.length > 1 ? (
        <FilterLinks
          label={t('filter.kind')}
          items={[
            { href: to({ kind: null }), label: t('filter.all'), current: filter.kind === null },
            ...kinds.map((kind) => ({
              // messages: appointments.kind.*
              ...{ href: to({ kind }), label: t(`kind.${kind}`), current: filter.kind === kind },
            })),
          ]}
        />
      ) : null}
      {languages.length > 1 ? (
        <FilterLinks
          label={t('filter.language')}
          items={[
            {
              ...{ href: to({ language: null }), label: t('filter.all') },
              current: filter.language === null,
            },
            ...languages.map((language) => ({
              ...{ href: to({ language }), label: languageName(language, locale) },
              current: filter.language === language,
            })),
          ]}
        />
      ) : null}
    </>
  );
}

async function Nothing({ locale, isFiltered }: { locale: string; isFiltered: boolean }) {
  const t = await getTranslations({ locale, namespace: 'appointments.none' });
  const { phone } = await getOffice({ locale });
  return (
    <EmptyState title={t('title')}>
      <p>{isFiltered ? t('filter') : t('text')}</p>
      <PhoneLine number={phone}>{t('call')}</PhoneLine>
    </EmptyState>
  );
}
