import { getTranslations } from 'next-intl/server';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Button } from '@/components/ui/button';
import type { FormAction } from '@/lib/core/form-state';

type HandleMailProps = { locale: string; id: string; action: FormAction };

/** What the office does about a mail that did not arrive. */
export async function HandleMail({ locale, id, action }: HandleMailProps) {
  const t = await getTranslations({ locale, namespace: 'office.mails' });
  return (
    <Form
      locale={locale}
      action={action}
      submitLabel={t('retryAction')}
      submitVariant="secondary"
      warnOnLeave={false}
      secondary={
        <Button name="way" value="drop" variant="quiet">
          {t('dropAction')}
        </Button>
      }
    >
      <HiddenFields values={{ id }} />
    </Form>
  );
}
