import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { SeenBy } from '@/components/form/field-parts';
import { Select } from '@/components/form/select';
import { TextField } from '@/components/form/text-field';
import { BANDS, TOPICS } from '@/lib/appointments/types';

const SEEN = 'tally-seen';
const whoSees = { above: SEEN };

/** One line of the tally. @param month `YYYY-MM` */
export async function TallyFields({ locale, month }: { locale: string; month: string }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk' });
  return (
    <>
      <SeenBy id={SEEN} seen={{ audience: 'INTERNAL', text: t('tally.seen') }} />
      <TextField
        name="month"
        label={t('tally.month')}
        hint={t('tally.monthHint', { month })}
        whoSees={whoSees}
        defaultValue={month}
        width="short"
        required
      />
      <Select
        name="topic"
        label={t('tally.topic')}
        whoSees={whoSees}
        // messages: appointments-desk.topic.*
        options={TOPICS.map((value) => ({ value, label: t(`topic.${value}`) }))}
        required
      />
      <Select
        name="band"
        label={t('tally.band')}
        whoSees={whoSees}
        // messages: appointments-desk.band.*
        options={BANDS.map((value) => ({ value, label: t(`band.${value}`) }))}
        required
      />
      <Checkbox name="firstContact" label={t('tally.first')} whoSees={whoSees} />
      <TextField
        name="talks"
        label={t('tally.talks')}
        hint={t('tally.talksHint')}
        whoSees={whoSees}
        inputMode="numeric"
        width="short"
        required
      />
    </>
  );
}

/** That a month had no talk. @param month `YYYY-MM` */
export async function NoTalksFields({ locale, month }: { locale: string; month: string }) {
  const t = await getTranslations({ locale, namespace: 'appointments-desk.tally' });
  const seen = { audience: 'INTERNAL', text: t('noneSeen') } as const;
  return (
    <>
      <TextField
        name="month"
        label={t('noneMonth')}
        hint={t('monthHint', { month })}
        whoSees={seen}
        width="short"
        required
      />
      <Checkbox name="none" label={t('noneLabel')} hint={t('noneHint')} whoSees={seen} />
    </>
  );
}
