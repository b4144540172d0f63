import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { CONTACT_KINDS } from '@/lib/core/reach';

/*
 * Each way has its own field, so that browsers can fill it in. The field of the chosen way is shown;
 * where the browser does not know :has(), all of them are.
 */
const SHOWN_FOR = {
  mail: 'supports-[selector(:has(a))]:hidden group-has-[[value=MAIL]:checked]:block!',
  phone: 'supports-[selector(:has(a))]:hidden group-has-[[value=PHONE]:checked]:block!',
  letter: 'supports-[selector(:has(a))]:hidden group-has-[[value=LETTER]:checked]:block!',
} as const;

type ReachFieldsProps = {
  locale: string;
  /** Short: for the office, which asks on the phone. */
  short?: boolean | undefined;
  /** What is sent belongs to their account: also whoever gives no way to be reached is known by it. */
  tied?: boolean | undefined;
};

/** How the answer gets to the person. */
export async function ReachFields({ locale, short = false, tied = false }: ReachFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.form' });
  const entry = await getTranslations({ locale, namespace: 'initiatives-office.entry' });
  const seen = (await whoSees(locale)).INTERNAL;
  return (
    <div className="group grid gap-6">
      <RadioGroup
        name="contactKind"
        label={t('contactKind')}
        hint={short ? undefined : t('contactKindHint')}
        inline={short}
        required
        options={CONTACT_KINDS.map((value) => ({
          value,
          label: short ? entry(`reachBy.${value}`) : t(`reachBy.${value}`),
          hint: short
            ? undefined
            : [t(`reachByHint.${value}`), value === 'NUMBER' && tied ? t('tied') : '']
                .join(' ')
                .trim(),
        }))}
      />
      <div className={SHOWN_FOR.mail}>
        <TextField
          name="mail"
          label={t('mail')}
          type="email"
          autoComplete={short ? 'off' : 'email'}
          optionalText=""
          whoSees={seen}
          width="medium"
        />
      </div>
      <div className={SHOWN_FOR.phone}>
        <TextField
          name="phone"
          label={t('phone')}
          type="tel"
          autoComplete={short ? 'off' : 'tel'}
          optionalText=""
          whoSees={seen}
          width="medium"
        />
      </div>
      <div className={SHOWN_FOR.letter}>
        <TextArea name="letter" label={t('letter')} optionalText="" rows={3} whoSees={seen} />
      </div>
    </div>
  );
}
