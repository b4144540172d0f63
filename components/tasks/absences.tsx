import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Select } from '@/components/form/select';
import { DataTable } from '@/components/ui/data-table';
import { dayColumn } from '@/lib/core/day.mjs';
import type { FormAction } from '@/lib/core/form-state';
import { longDay } from '@/lib/i18n/dates';
import type { Absence, Colleague } from '@/lib/tasks/types';

interface AbsenceTableProps {
  locale: string;
  absences: readonly Absence[];
  endAction: FormAction;
  /** What is said where nobody is away, and where nobody stands in; the office's own where left out. */
  words?: { none: string; nobody: string; deputyAway: string } | undefined;
}

/** Who is away now or later, and who does their tasks. */
export async function AbsenceTable({ locale, absences, endAction, words }: AbsenceTableProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.absence' });
  return (
    <DataTable
      caption={t('coming')}
      captionHidden
      columns={[
        { key: 'who', label: t('who'), rowHeader: true },
        { key: 'days', label: t('days') },
        { key: 'deputy', label: t('deputy') },
        { key: 'act', label: t('act') },
      ]}
      rows={absences.map(({ id, name, from, until, deputy, isDeputyAway, isNow }) => ({
        id,
        cells: {
          who: isNow ? `${name} (${t('now')})` : name,
          days: `${longDay(dayColumn(from), locale)} – ${longDay(dayColumn(until), locale)}`,
          deputy: isDeputyAway
            ? `${deputy}. ${words?.deputyAway ?? t('deputyAway')}`
            : deputy || (words?.nobody ?? t('nobody')),
          act: (
            <Form
              locale={locale}
              action={endAction}
              submitLabel={t(isNow ? 'end' : 'endEarly')}
              submitVariant="secondary"
              warnOnLeave={false}
            >
              <HiddenFields values={{ id }} />
            </Form>
          ),
        },
      }))}
      empty={<p>{words?.none ?? t('none')}</p>}
    />
  );
}

/** All of it has the same readers; said once. */
const ABSENCE_SEEN = 'absence-seen';

interface AbsenceFieldsProps {
  locale: string;
  colleagues: readonly Colleague[];
  /** Who enters it: mostly their own. Left out: it is theirs and nobody's else. */
  self?: string | undefined;
  /** Who reads it; the office where left out. */
  seen?: string | undefined;
}

export async function AbsenceFields({ locale, colleagues, self, seen }: AbsenceFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'tasks.absence' });
  const office = { above: ABSENCE_SEEN };
  const options = colleagues.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SeenBy id={ABSENCE_SEEN} seen={{ audience: 'INTERNAL', text: seen ?? t('seen') }} />
      {self === undefined ? null : (
        <Select
          name="userId"
          label={t('userId')}
          whoSees={office}
          placeholder={t('choose')}
          required
          defaultValue={self}
          options={options}
        />
      )}
      <FieldRow>
        <DateField name="from" label={t('from')} whoSees={office} required />
        <DateField name="until" label={t('until')} whoSees={office} required />
      </FieldRow>
      <Select
        name="deputyId"
        label={t('deputyId')}
        whoSees={office}
        placeholder={t('deputyNobody')}
        options={options}
      />
    </>
  );
}
