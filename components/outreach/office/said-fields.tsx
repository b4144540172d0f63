import { getTranslations } from 'next-intl/server';
import { Checkbox } from '@/components/form/checkbox';
import { TextArea } from '@/components/form/text-area';
import { MOODS, NOTE_MAX, OUTCOMES } from '@/lib/outreach/contacts/rules';
import type { ContactView } from '@/lib/outreach/contacts/types';
import { TapGroup } from './tap-group';

interface SaidFieldsProps {
  locale: string;
  categories: readonly { id: string; label: string }[];
  contact?: ContactView | undefined;
}

/** What it was about, how it went and what came of it: taps, no words. */
export async function SaidFields({ locale, categories, contact }: SaidFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  // messages: outreach-contacts.mood.* outreach-contacts.outcome.*
  return (
    <>
      <TapGroup
        several
        name="topicIds"
        label={t('field.topics')}
        defaultValue={contact?.topicIds}
        options={categories.map(({ id, label }) => ({ value: id, label }))}
      />
      <TapGroup
        name="mood"
        label={t('field.mood')}
        defaultValue={contact?.mood ? [contact.mood] : undefined}
        options={MOODS.map((value) => ({ value, label: t(`mood.${value}`) }))}
      />
      <TapGroup
        several
        name="outcomes"
        label={t('field.outcomes')}
        defaultValue={contact?.outcomes}
        options={OUTCOMES.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
    </>
  );
}

interface NoteFieldsProps {
  locale: string;
  note?: string | undefined;
  /** For a page that keeps a note before the server sees it. */
  counter?: { left: string; over: string } | undefined;
}

/** The one place for words, and the tick for what only looks like a name. */
export async function NoteFields({ locale, note, counter }: NoteFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-contacts' });
  return (
    <>
      <TextArea
        name="note"
        label={t('field.note')}
        hint={t('field.noteHint')}
        whoSees={{ audience: 'INTERNAL', text: t('quick.seen') }}
        rows={3}
        maxLength={NOTE_MAX}
        counter={counter}
        defaultValue={note}
      />
      <Checkbox name="noName" label={t('field.noName')} />
    </>
  );
}
