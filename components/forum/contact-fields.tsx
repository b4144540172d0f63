import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';

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
      <div className={SHOWN_FOR.mail}>
        <TextField
          name="mail"
          label={t('contact.mailField')}
          type="email"
          autoComplete="email"
          whoSees={seen}
          optionalText=""
        />
      </div>
      <div className={SHOWN_FOR.phone}>
        <TextField
          name="phone"
          label={t('contact.phoneField')}
          type="tel"
          autoComplete="tel"
          width="medium"
          whoSees={seen}
          optionalText=""
        />
      </div>
      <div className={SHOWN_FOR.letter}>
        <TextArea
          name="letter"
          label={t('contact.letterField')}
          rows={3}
          whoSees={seen}
          optionalText=""
        />
      </div>
    </div>
  );
}
