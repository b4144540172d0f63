import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import type { SignUpFieldsProps } from './party-fields';

/*
 * Each way has its own field, so that browsers can fill it in. All three are there without script;
 * where the browser knows :has(), only the field of the chosen way is shown.
 */
const SHOWN_FOR = {
  mail: 'supports-[selector(:has(*))]:not-group-has-[[value=MAIL]:checked]:hidden',
  phone: 'supports-[selector(:has(*))]:not-group-has-[[value=PHONE]:checked]:hidden',
  letter: 'supports-[selector(:has(*))]:not-group-has-[[value=LETTER]:checked]:hidden',
} as const;

/** How somebody wants to be told when something changes. */
export async function ContactFields({ locale, forSomebody = false }: SignUpFieldsProps) {
  // messages: forum.contact.* forum-office.entry.contact.*
  const t = await getTranslations({ locale });
  const part = forSomebody ? 'forum-office.entry.contact' : 'forum.contact';
  const seen = (await whoSees(locale)).INTERNAL;
  return (
    <div className="group grid gap-6">
      <RadioGroup
        name="contactKind"
        label={t(`${part}.label`)}
        hint={t(`${part}.hint`)}
        required
        options={[
          { value: 'MAIL', label: t(`${part}.mail`) },
          { value: 'PHONE', label: t(`${part}.phone`) },
          { value: 'LETTER', label: t(`${part}.letter`) },
          { value: 'NUMBER', label: t(`${part}.number`), hint: t(`${part}.numberHint`) },
        ]}
      />
      <div className={SHOWN_FOR.mail}>
        <TextField
          name="mail"
          label={t(`${part}.mailField`)}
          type="email"
          autoComplete={forSomebody ? 'off' : 'email'}
          whoSees={seen}
          optionalText=""
        />
      </div>
      <div className={SHOWN_FOR.phone}>
        <TextField
          name="phone"
          label={t(`${part}.phoneField`)}
          type="tel"
          autoComplete={forSomebody ? 'off' : 'tel'}
          width="medium"
          whoSees={seen}
          optionalText=""
        />
      </div>
      <div className={SHOWN_FOR.letter}>
        <TextArea
          name="letter"
          label={t(`${part}.letterField`)}
          rows={3}
          whoSees={seen}
          optionalText=""
        />
      </div>
    </div>
  );
}
