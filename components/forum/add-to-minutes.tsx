import { getTranslations } from 'next-intl/server';
import { CheckboxGroup } from '@/components/form/checkbox-group';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextArea } from '@/components/form/text-area';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';

type AddToMinutesProps = {
  locale: string;
  number: number;
  version: number;
  proposals: readonly { number: number; title: string }[];
  action: FormAction;
};

/** Something a session spoke of and that stands in none of its minutes, which everybody can read. */
export async function AddToMinutes(props: AddToMinutesProps) {
  const { locale, number, version, proposals, action } = props;
  if (proposals.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'forum-raised' });
  const seen = await whoSees(locale);
  return (
    <Section title={t('title')} intro={<p>{t('intro')}</p>} id="nachtrag">
      <Form locale={locale} action={action} submitLabel={t('button')} submitVariant="secondary">
        <HiddenFields values={{ session: String(number), version: String(version) }} />
        <TextField
          name="title"
          label={t('field.title')}
          whoSees={seen.PUBLIC}
          maxLength={160}
          required
        />
        <TextArea
          name="record"
          minLength={5}
          label={t('field.record')}
          hint={t('field.recordHint')}
          whoSees={seen.PUBLIC}
          rows={4}
          required
        />
        <CheckboxGroup
          name="proposals"
          label={t('field.proposals')}
          options={proposals.map((one) => ({
            value: String(one.number),
            label: t('field.proposal', one),
          }))}
        />
        <TextArea
          name="reason"
          minLength={5}
          label={t('field.reason')}
          whoSees={seen.PUBLIC}
          rows={2}
          required
        />
      </Form>
    </Section>
  );
}
