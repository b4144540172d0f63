import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { CONTACT_KINDS } from '@/lib/core/reach';

type PersonFieldsProps = {
  locale: string;
  /** What is chosen at first; staff type cards that mostly bear no name. */
  defaults?: { nameChoice: string } | undefined;
  /** For those who fill this in forty times a day: without the explanations, the way to answer read off. */
  brief?: boolean | undefined;
  /** What is sent belongs to their account: also whoever gives no way to be reached is known by it. */
  tied?: boolean | undefined;
};

const NAME_CHOICES = ['FIRST_NAME', 'INITIALS', 'NEIGHBOUR'];

/** How the name is shown, and how the answer gets to the person. */
export async function PersonFields({
  locale,
  defaults,
  brief = false,
  tied = false,
}: PersonFieldsProps) {
  // Staff ask about somebody, residents about themselves.
  // messages: proposals-intake.form.* proposals-intake.brief.*
  const part = brief ? 'brief' : 'form';
  const t = await getTranslations({ locale, namespace: 'proposals-intake' });
  const seen = await whoSees(locale);
  return (
    <>
      <RadioGroup
        name="nameChoice"
        label={t(`${part}.nameChoice`)}
        hint={brief ? undefined : t(`${part}.nameChoiceHint`)}
        inline={brief}
        required
        defaultValue={defaults?.nameChoice}
        options={NAME_CHOICES.map((value) => ({
          value,
          label: t(`${part}.nameAs.${value}`),
          hint: brief ? undefined : t(`${part}.nameAsHint.${value}`),
        }))}
      />
      <TextField
        name="name"
        optionalText=""
        label={t(`${part}.name`)}
        hint={brief ? undefined : t(`${part}.nameHint`)}
        whoSees={{ audience: 'PUBLIC', text: t('form.nameSeen') }}
        autoComplete={brief ? 'off' : 'name'}
        maxLength={80}
        width="medium"
      />
      {brief ? null : (
        <RadioGroup
          name="contactKind"
          label={t('form.contactKind')}
          required
          options={CONTACT_KINDS.map((value) => ({
            value,
            label: t(`form.contactBy.${value}`),
            hint:
              value === 'NUMBER' && tied
                ? `${t('form.contactByHint.NUMBER')} ${t('form.tied')}`
                : t(`form.contactByHint.${value}`),
          }))}
        />
      )}
      <TextField
        name="contact"
        optionalText=""
        label={t(`${part}.contact`)}
        hint={t(`${part}.contactHint`)}
        whoSees={seen.INTERNAL}
        maxLength={300}
      />
    </>
  );
}
