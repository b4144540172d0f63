import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { ButtonLink } from '@/components/ui/button';
import type { Audience } from '@/lib/core/audience';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { CorrectionFields } from './corrections';

type CorrectionFormProps = {
  locale: string;
  action: FormAction;
  values: NonNullable<FormState['values']>;
  /** Which of several forms on one page. */
  id: string;
  /** Says what is corrected, with the version that was seen. */
  hidden: Record<string, string>;
  /** Of the reason. */
  audience: Audience;
  /** The page without the form; where it has one to itself, none. */
  backHref?: string;
  /** The words that are corrected. */
  children: ReactNode;
};

/** Other words for what the office had typed, with why. */
export async function CorrectionForm(props: CorrectionFormProps) {
  const { locale, action, values, id, hidden, audience, backHref, children } = props;
  const t = await getTranslations({ locale, namespace: 'audit.correction' });
  return (
    <Form
      locale={locale}
      action={action}
      values={values}
      submitLabel={t('button')}
      secondary={
        backHref ? (
          <ButtonLink variant="secondary" href={backHref}>
            {t('back')}
          </ButtonLink>
        ) : undefined
      }
    >
      <HiddenFields values={hidden} />
      {children}
      <CorrectionFields locale={locale} audience={audience} id={id} />
    </Form>
  );
}
