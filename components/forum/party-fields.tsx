import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { TextArea } from '@/components/form/text-area';
import { NumberField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { MOST_PERSONS } from '@/lib/forum/registrations/schema';
import { NEEDS } from '@/lib/forum/registrations/types';

export interface SignUpFieldsProps {
  locale: string;
  /** The office asks somebody on the phone or at the counter, and speaks of them, not to them. */
  forSomebody?: boolean | undefined;
}

/** How many come and what they need: the part of a sign-up that can be changed later. */
export async function PartyFields({ locale, forSomebody = false }: SignUpFieldsProps) {
  // messages: forum.party.* forum-office.entry.party.*
  const t = await getTranslations({ locale });
  const part = forSomebody ? 'forum-office.entry.party' : 'forum.party';
  const words = await getTranslations({ locale, namespace: 'forum' });
  const seen = await whoSees(locale);
  return (
    <>
      <NumberField
        whoSees={seen.INTERNAL}
        name="persons"
        label={t(`${part}.persons`)}
        hint={t(`${part}.personsHint`, { max: MOST_PERSONS })}
        required
      />
      <CheckboxGroup
        name="needs"
        label={t(`${part}.needs`)}
        hint={t(`${part}.needsHint`)}
        whoSees={seen.INTERNAL}
        options={NEEDS.map((need) => ({ value: need, label: words(`need.${need}`) }))}
      />
      <TextArea
        name="needsNote"
        label={t(`${part}.note`)}
        hint={t(`${part}.noteHint`)}
        whoSees={seen.INTERNAL}
        rows={2}
        maxLength={300}
      />
    </>
  );
}
