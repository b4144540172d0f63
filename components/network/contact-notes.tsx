import { getTranslations } from 'next-intl/server';
import { DateField } from '@/components/form/date-fields';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { DateTime } from '@/components/ui/date-time';
import { Timeline } from '@/components/ui/timeline';
import { dayColumn } from '@/lib/core/day.mjs';
import { longDay } from '@/lib/i18n/dates';
import { CONTACT_WAYS } from '@/lib/network/rules';
import type { PartnerContactView } from '@/lib/network/types';

type ContactNotesProps = { locale: string; contacts: PartnerContactView[] };

/** Talks with an organisation, the newest first. */
export async function ContactNotes({ locale, contacts }: ContactNotesProps) {
  const t = await getTranslations({ locale, namespace: 'network' });
  if (contacts.length === 0) return <p>{t('contact.none')}</p>;
  return (
    <Timeline
      label={t('contact.label')}
      items={contacts.map(({ id, kind, on, topic, nextStep }) => ({
        id,
        date: <DateTime value={on}>{longDay(dayColumn(on), locale)}</DateTime>,
        who: t(`way.${kind}`),
        title: topic,
        text: nextStep ? <p>{t('contact.next', { step: nextStep })}</p> : undefined,
        lit: false,
      }))}
    />
  );
}

/** The fields of one talk. */
export async function ContactFields({ locale, today }: { locale: string; today: string }) {
  const t = await getTranslations({ locale, namespace: 'network' });
  const seen = { audience: 'INTERNAL', text: t('seen.office') } as const;
  return (
    <>
      <DateField whoSees={seen} name="on" label={t('contact.on')} required defaultValue={today} />
      <RadioGroup
        name="way"
        label={t('contact.way')}
        required
        options={CONTACT_WAYS.map((way) => ({ value: way, label: t(`way.${way}`) }))}
      />
      <TextArea
        name="topic"
        label={t('contact.topic')}
        hint={t('contact.topicHint')}
        whoSees={seen}
        rows={2}
        required
      />
      <TextField name="nextStep" label={t('contact.nextStep')} whoSees={seen} />
    </>
  );
}
