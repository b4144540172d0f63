import { getTranslations } from 'next-intl/server';
import {
  addEntryAction,
  cancelEntryAction,
  changeDateAction,
  changeEntryAction,
  reviveEntryAction,
} from '@/app/[locale]/(partner)/partner/termin/actions';
import { areaPaths, type CalendarArea } from '@/components/calendar/area';
import { DateChangeFields, dateValues } from '@/components/calendar/date-fields';
import { EntryFields } from '@/components/calendar/entry-fields';
import { entryValues } from '@/components/calendar/entry-values';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import type { KeptEntry } from '@/lib/calendar/entries/types';
import { localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { getOffice } from '@/lib/settings/queries';
import { Form } from './form';

/** What partners and the office do with entries is the same; their pages ask who comes, these draw. */
interface KeepingProps {
  locale: string;
  area: CalendarArea;
}

/** A new entry, published at once. */
export async function NewEntry({ locale, area }: KeepingProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { districts } = await getOffice({ locale });
  const back = localized(locale, areaPaths(area).list());
  return (
    <>
      <PageHeader back={{ href: back, label: t('entry.back') }} title={t('new.title')} />
      <Form
        locale={locale}
        action={addEntryAction}
        submitLabel={t('new.submit')}
        values={{ repeat: 'once' }}
        secondary={
          <ButtonLink href={back} variant="quiet">
            {t('new.cancel')}
          </ButtonLink>
        }
      >
        <EntryFields locale={locale} area={area} ofOffice={area === 'team'} districts={districts} />
      </Form>
    </>
  );
}

/** Changes an entry for all of its dates. */
export async function EditEntry({ locale, area, entry }: KeepingProps & { entry: KeptEntry }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const { districts } = await getOffice({ locale });
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, areaPaths(area).entry(entry.id)), label: t('edit.back') }}
        overline={entry.title}
        title={t('edit.title')}
      />
      {entry.series.rrule === '' ? null : (
        <Notice tone="info">
          <p>{t('edit.hintSeries')}</p>
        </Notice>
      )}
      <Form
        locale={locale}
        action={changeEntryAction}
        submitLabel={t('edit.submit')}
        values={entryValues(entry)}
      >
        <HiddenFields values={{ id: entry.id, sequence: String(entry.sequence) }} />
        <EntryFields
          locale={locale}
          area={area}
          ofOffice={entry.partnerId === null}
          districts={districts}
        />
      </Form>
    </>
  );
}

/** Cancels, moves or restores one date of a series. @param localDate the planned day, `YYYY-MM-DD` */
export async function ChangeDate({
  locale,
  area,
  entry,
  date,
  localDate,
}: KeepingProps & { entry: KeptEntry; date: SeriesDate; localDate: string }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, areaPaths(area).entry(entry.id)), label: t('edit.back') }}
        overline={entry.title}
        title={longDate(date.plannedStart ?? date.startsAt, locale)}
      />
      <Form
        locale={locale}
        action={changeDateAction}
        submitLabel={t('date.submit')}
        values={dateValues(date, entry.series.timeZone)}
      >
        <DateChangeFields locale={locale} area={area} id={entry.id} localDate={localDate} />
      </Form>
    </>
  );
}

/** Calls all of an entry off, or takes that back. */
export async function CancelEntry({ locale, area, entry }: KeepingProps & { entry: KeptEntry }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const seen = await whoSees(locale);
  const hidden = <HiddenFields values={{ area, id: entry.id }} />;
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
          whoSees={seen.PUBLIC}
          maxLength={160}
        />
      </Form>
    </Section>
  );
}
