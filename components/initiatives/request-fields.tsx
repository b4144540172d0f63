import { getTranslations } from 'next-intl/server';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { ASKERS } from '@/lib/initiatives/requesting/rules';
import { ReachFields } from './reach-fields';
import { DistrictField, KindFields, TimeAndMoneyFields } from './wish-fields';

/* Shown once it is chosen; always, where the browser does not know :has(). */
const ONLY_FOR_GROUPS =
  'supports-[selector(:has(a))]:hidden group-has-[[value=GROUP]:checked]:block!';

type RequestFieldsProps = {
  locale: string;
  districts: { id: string; name: string }[];
  /** Names of known groups, suggested while typing. */
  groups: string[];
  /** It belongs to the account of whoever sends it. */
  tied: boolean;
};

/** The questions of a request in the order people think: what, what for, when, where, who. */
export async function RequestFields({ locale, districts, groups, tied }: RequestFieldsProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives.form' });
  const seen = (await whoSees(locale)).INTERNAL;
  return (
    <>
      <KindFields locale={locale} />
      <TextField
        name="title"
        minLength={5}
        label={t('title')}
        hint={t('titleHint')}
        whoSees={seen}
        required
        maxLength={80}
      />
      <TextArea
        name="body"
        minLength={20}
        label={t('body')}
        hint={t('bodyHint')}
        whoSees={seen}
        required
        rows={6}
        maxLength={2000}
        counter={{ left: t('bodyLeft'), over: t('bodyOver') }}
      />
      <TimeAndMoneyFields locale={locale} />
      <DistrictField locale={locale} districts={districts} />
      <div className="group grid gap-6">
        <RadioGroup
          name="asker"
          label={t('asker')}
          required
          options={ASKERS.map((value) => ({ value, label: t(`askerIs.${value}`) }))}
        />
        <div className={ONLY_FOR_GROUPS}>
          <TextField
            name="groupName"
            label={t('groupName')}
            hint={t('groupNameHint')}
            optionalText=""
            whoSees={seen}
            maxLength={80}
            suggestions={groups}
          />
        </div>
      </div>
      <TextField
        name="name"
        label={t('name')}
        hint={t('nameHint')}
        whoSees={seen}
        required
        autoComplete="name"
        maxLength={80}
        width="medium"
      />
      <ReachFields locale={locale} tied={tied} />
    </>
  );
}
