import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { CONTACT_KINDS } from '@/lib/initiatives/requesting/rules';

/*
 * Each way has its own field, so that browsers can fill it in. All are there without script; where
 * the browser knows :has(), those of the ways not chosen go away.
 */
const HIDDEN_UNLESS = {
  mail: 'group-has-[:is([value=PHONE],[value=LETTER],[value=NUMBER]):checked]:hidden',
  phone: 'group-has-[:is([value=MAIL],[value=LETTER],[value=NUMBER]):checked]:hidden',
  letter: 'group-has-[:is([value=MAIL],[value=PHONE],[value=NUMBER]):checked]:hidden',
} as const;

/** How the answer gets to the person. */
export async function ReachFields({ locale }: { locale: string }) {
  const t = await getTranslations({ locale, namespace: 'initiatives.form' });
  const form = await getTranslations({ locale, namespace: 'form' });
  const seen = form('whoSees.office');
  return (
    <div className="group grid gap-6">
      <RadioGroup
        name="contactKind"
        label={t('contactKind')}
        hint={t('contactKindHint')}
        required
        options={CONTACT_KINDS.map((value) => ({
          value,
          label: t(`reachBy.${value}`),
          hint: t(`reachByHint.${value}`),
        }))}
      />
      <div className={HIDDEN_UNLESS.mail}>
        <TextField
          name="mail"
          label={t('mail')}
          type="email"
          autoComplete="email"
          whoSees={seen}
          width="medium"
        />
      </div>
      <div className={HIDDEN_UNLESS.phone}>
        <TextField
          name="phone"
          label={t('phone')}
          type="tel"
          autoComplete="tel"
          whoSees={seen}
          width="medium"
        />
      </div>
      <div className={HIDDEN_UNLESS.letter}>
        <TextArea name="letter" label={t('letter')} rows={3} whoSees={seen} />
      </div>
    </div>
  );
}
