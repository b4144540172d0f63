import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { DateField, TimeField } from '@/components/form/date-fields';
import { SeenBy } from '@/components/form/field-parts';
import { FieldRow } from '@/components/form/fieldset';
import { Select } from '@/components/form/select';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { MATERIALS_MAX } from '@/lib/outreach/rounds/rules';
import { STOPS_MAX, textOfRows } from '@/lib/outreach/rounds/stops/rules';
import type { RoundCase } from '@/lib/outreach/rounds/types';
import { PLACE_MAX, SETTINGS } from '@/lib/outreach/rules';
import type { Colleague } from '@/lib/outreach/types';
import { StopRows } from './stop-rows';

/** Where and when has the same readers; said once. */
const ROUND_SEEN = 'round-seen';

interface RoundFieldsProps {
  locale: string;
  districts: readonly { id: string; name: string; places: readonly string[] }[];
  colleagues: readonly Colleague[];
  /** What is known already: the round that is changed, or where one comes from. */
  start: Partial<Omit<RoundCase, 'walkers'>> & { walkers?: readonly Colleague[] };
  /** A new one may be repeated. */
  isNew?: boolean | undefined;
}

/** All there is to say about a round. */
export async function RoundFields(props: RoundFieldsProps) {
  const { locale, districts, colleagues, start, isNew = false } = props;
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  // messages: outreach.setting.*
  const setting = await getTranslations({ locale, namespace: 'outreach.setting' });
  const place = { above: ROUND_SEEN };
  const office = { audience: 'INTERNAL', text: t('case.seen') } as const;
  const gone = (start.walkers ?? []).filter(({ id }) => !colleagues.some((one) => one.id === id));
  return (
    <>
      <SeenBy id={ROUND_SEEN} seen={{ audience: 'PUBLIC', text: t('field.placeSeen') }} />
      <Select
        whoSees={place}
        name="districtId"
        label={t('field.district')}
        placeholder={t('field.choose')}
        required
        defaultValue={start.districtId ?? ''}
        options={districts.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        whoSees={place}
        name="setting"
        label={t('field.setting')}
        required
        defaultValue={start.setting ?? 'OPEN_SPACE'}
        options={SETTINGS.map((value) => ({ value, label: setting(value) }))}
      />
      <TextField
        whoSees={place}
        name="place"
        label={t('field.place')}
        hint={t('field.placeHint')}
        required
        maxLength={PLACE_MAX}
        defaultValue={start.place}
        suggestions={[...new Set(districts.flatMap(({ places }) => places))]}
      />
      <Checkbox
        name="announced"
        label={t('field.announced')}
        hint={t('field.announcedHint')}
        defaultChecked={start.announced ?? true}
      />
      <TimeFields locale={locale} start={start} isNew={isNew} />
      <CheckboxGroup
        name="walkers"
        label={t('field.walkers')}
        hint={t('field.walkersHint')}
        whoSees={office}
        required
        defaultValue={start.walkers?.map(({ id }) => id)}
        options={[...colleagues, ...gone].map(({ id, name }) => ({ value: id, label: name }))}
      />
      <TextArea
        name="materials"
        label={t('field.materials')}
        whoSees={office}
        rows={2}
        maxLength={MATERIALS_MAX}
        defaultValue={start.materials}
      />
    </>
  );
}

async function TimeFields({
  locale,
  start,
  isNew,
}: Pick<RoundFieldsProps, 'locale' | 'start' | 'isNew'>) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.field' });
  const seen = { above: ROUND_SEEN };
  return (
    <>
      <DateField whoSees={seen} name="date" label={t('date')} required defaultValue={start.date} />
      <FieldRow>
        <TimeField
          whoSees={seen}
          name="from"
          label={t('from')}
          required
          defaultValue={start.from}
        />
        <TimeField
          whoSees={seen}
          name="until"
          label={t('until')}
          required
          // The first place has its own end.
          defaultValue={start.stops?.[0]?.until ?? start.until}
        />
      </FieldRow>
      <StopsField locale={locale} start={start} />
      {isNew ? (
        <DateField
          whoSees={seen}
          name="weeklyUntil"
          label={t('weeklyUntil')}
          hint={t('weeklyUntilHint')}
        />
      ) : null}
    </>
  );
}

async function StopsField({ locale, start }: Pick<RoundFieldsProps, 'locale' | 'start'>) {
  const t = await getTranslations({ locale, namespace: 'outreach-rounds' });
  // A sign stands for the place, which only the browser knows.
  const place = '#';
  return (
    <StopRows
      name="stops"
      whoSees={{ above: ROUND_SEEN }}
      label={t('field.stops')}
      hint={t('field.stopsHint', { max: STOPS_MAX - 1 })}
      defaultValue={textOfRows(start.stops?.slice(1) ?? [])}
      columns={{ from: t('field.from'), until: t('field.until'), place: t('field.stop') }}
      words={{
        ...{ asRows: t('rows.asRows'), asText: t('rows.asText'), add: t('rows.add') },
        ...{ up: t('rows.up'), down: t('rows.down'), remove: t('rows.remove') },
        ...{ undo: t('rows.undo'), unsaved: t('rows.unsaved'), row: t('rows.row', { place }) },
        ...{ added: t('rows.added', { place }), removed: t('rows.removed', { place }) },
        ...{ moved: t('rows.moved', { place }), back: t('rows.back', { place }) },
      }}
      problems={{
        line: t('refused.stopLine', { line: place }),
        order: t('refused.stopOrder', { line: place }),
        many: t('refused.stopsMany', { max: STOPS_MAX }),
      }}
    />
  );
}
