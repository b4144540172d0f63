import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';

/*
 * Each way has its own field, so that browsers can fill it in. All three are there without script;
 * where the browser knows :has(), the fields of the ways not chosen go away.
 */
const HIDDEN_UNLESS = {
  mail: 'group-has-[:is([value=PHONE],[value=LETTER],[value=NUMBER]):checked]:hidden',
  phone: 'group-has-[:is([value=MAIL],[value=LETTER],[value=NUMBER]):checked]:hidden',
  letter: 'group-has-[:is([value=MAIL],[value=PHONE],[value=NUMBER]):checked]:hidden',
} as const;

/** How somebody wants to be told when something changes. */
export async function ContactFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const form = await getTranslations({ locale, namespace: 'form' });
  const seen = form('whoSees.office');
  return (
    <div className="group grid gap-6">
      <RadioGroup
        name="contactKind"
        label={t('contact.label')}
        hint={t('contact.hint')}
        required
        options={[
          { value: 'MAIL', label: t('contact.mail') },
          { value: 'PHONE', label: t('contact.phone') },
          { value: 'LETTER', label: t('contact.letter') },
          { value: 'NUMBER', label: t('contact.number'), hint: t('contact.numberHint') },
        ]}
      />
      <div className={HIDDEN_UNLESS.mail}>
        <TextField
          name="mail"
          label={t('contact.mailField')}
          type="email"
          autoComplete="email"
          whoSees={seen}
        />
      </div>
      <div className={HIDDEN_UNLESS.phone}>
        <TextField
          name="phone"
          label={t('contact.phoneField')}
          type="tel"
          autoComplete="tel"
          width="medium"
          whoSees={seen}
        />
      </div>
      <div className={HIDDEN_UNLESS.letter}>
        <TextArea name="letter" label={t('contact.letterField')} rows={3} whoSees={seen} />
      </div>
    </div>
  );
}
