import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { TextField } from '@/components/form/text-field';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import type { FormAction } from '@/lib/core/form-state';
import { localized } from '@/lib/core/paths';
import type { CallItem } from '@/lib/mail/calls/types';
import { mailPaths } from '@/lib/mail/paths';

type DescribeCallProps = { locale: string; item: CallItem | undefined; action: FormAction };

/** A remark about what was just done; beside the calls still to be made it would be lost with the next press. */
export async function DescribeCall({ locale, item, action }: DescribeCallProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const seen = await whoSees(locale);
  return (
    <Section title={t('justDone', { person: item?.person ?? '' })} id="done">
      <Form
        locale={locale}
        action={action}
        submitLabel={t('describeAction')}
        secondary={<a href={localized(locale, mailPaths.teamCalls())}>{t('back')}</a>}
      >
        <HiddenFields values={{ id: item?.id ?? '' }} />
        <TextField
          name="note"
          label={t('note')}
          hint={t('noteHint')}
          whoSees={seen.INTERNAL}
          maxLength={500}
        />
      </Form>
    </Section>
  );
}
