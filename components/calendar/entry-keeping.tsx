import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { dateAsSaid, entryAsSaid } from '@/lib/calendar/dates/rules';
import type { SeriesDate } from '@/lib/calendar/dates/types';
import type { KeptEntry } from '@/lib/calendar/entries/types';
import type { FormAction } from '@/lib/core/form-state';
import { contentLang, localized } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import type { Office } from '@/lib/settings/types';
import { areaPaths, type CalendarArea } from './area';
import { DateChangeFields, dateValues } from './date-fields';
import { EntryFields } from './entry-fields';
import { entryValues } from './entry-values';

/** What partners and the office do with entries is the same; their pages ask who comes, these draw. */
interface KeepingProps {
  locale: string;
  area: CalendarArea;
}

/** Instead of a long form that nobody could send: the partnership is over. */
export async function PartnershipOver({ locale, back }: { locale: string; back: boolean }) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const whole = await getTranslations({ locale, namespace: 'calendar.error' });
  return (
    <Notice tone="info" title={t('ended.title')}>
      <p>{whole('partnershipOver')}</p>
      {back ? (
        <p>
          <a href={localized(locale, areaPaths('partner').list())}>{t('ended.back')}</a>
        </p>
      ) : null}
    </Notice>
  );
}

interface FilledInProps extends KeepingProps {
  districts: Office['districts'];
  action: FormAction;
}

/** A new entry, published at once. */
export async function NewEntry({ locale, area, districts, action }: FilledInProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const back = localized(locale, areaPaths(area).list());
  return (
    <>
      <PageHeader back={{ href: back, label: t('entry.back') }} title={t('new.title')} />
      <Form
        locale={locale}
        action={action}
        submitLabel={t('new.submit')}
        values={{ repeat: 'once' }}
        secondary={
          <ButtonLink href={back} variant="quiet">
            {t('new.cancel')}
          </ButtonLink>
        }
      >
        <EntryFields locale={locale} ofOffice={area === 'team'} districts={districts} />
      </Form>
    </>
  );
}

/** Changes an entry for all of its dates. */
export async function EditEntry(props: FilledInProps & { entry: KeptEntry }) {
  const { locale, area, districts, entry, action } = props;
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, areaPaths(area).entry(entry.id)), label: t('edit.back') }}
        overline={entry.title}
        overlineLang={contentLang(locale)}
        title={t('edit.title')}
      />
      {entry.series.rrule === '' ? null : (
        <Notice tone="info">
          <p>{t('edit.hintSeries')}</p>
        </Notice>
      )}
      <Form
        locale={locale}
        action={action}
        submitLabel={t('edit.submit')}
        values={entryValues(entry)}
      >
        <HiddenFields values={{ id: entry.id, sequence: String(entry.sequence) }} />
        <EntryFields locale={locale} ofOffice={entry.partnerId === null} districts={districts} />
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
  action,
  isOver = false,
}: KeepingProps & {
  entry: KeptEntry;
  date: SeriesDate;
  localDate: string;
  action: FormAction;
  /** The partnership is over: the date can be called off, and nothing else. */
  isOver?: boolean;
}) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  return (
    <>
      <PageHeader
        back={{ href: localized(locale, areaPaths(area).entry(entry.id)), label: t('edit.back') }}
        overline={entry.title}
        overlineLang={contentLang(locale)}
        title={longDate(date.plannedStart ?? date.startsAt, locale)}
      />
      <Form
        locale={locale}
        action={action}
        submitLabel={t('date.submit')}
        values={dateValues(date, entry.series.timeZone)}
      >
        <DateChangeFields
          locale={locale}
          id={entry.id}
          localDate={localDate}
          isOver={isOver}
          seen={dateAsSaid(
            asSaid(entry),
            entry.series.exceptions.find((said) => said.localDate === localDate),
          )}
        />
      </Form>
    </>
  );
}

const asSaid = ({ cancelled, note, series }: KeptEntry) => ({ ...series, cancelled, note });

type CancelProps = {
  locale: string;
  entry: KeptEntry;
  cancel: FormAction;
  revive: FormAction;
  /** The partnership is over: what is called off stays so. */
  isOver?: boolean;
};

/** Calls all of an entry off, or takes that back. */
export async function CancelEntry({ locale, entry, cancel, revive, isOver }: CancelProps) {
  const t = await getTranslations({ locale, namespace: 'calendar-partner' });
  const seen = await whoSees(locale);
  const hidden = <HiddenFields values={{ id: entry.id, seen: entryAsSaid(asSaid(entry)) }} />;
  if (entry.cancelled && isOver) return null;
  if (entry.cancelled) {
    return (
      <Section title={t('entry.reviveTitle')} intro={<p>{t('entry.reviveText')}</p>}>
        <Form locale={locale} action={revive} submitLabel={t('entry.revive')}>
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
        action={cancel}
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
