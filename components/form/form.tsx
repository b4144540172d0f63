import type { ReactNode } from 'react';
import type { ButtonVariant } from '@/components/ui/button';
import type { FormAction, FormState } from '@/lib/core/form-state';
import { freshForm } from '@/lib/core/fresh-form';
import { ActionForm, type LastLook } from './action-form';
import { formLabels } from './form-labels';

interface FormProps {
  locale: string;
  action: FormAction;
  /** Where several of a list are alike, with whose it is for people who listen. */
  submitLabel: ReactNode;
  submitVariant?: ButtonVariant | undefined;
  /** What the fields show at first. */
  values?: FormState['values'] | undefined;
  /** Beside the submit button: a way back, a second way. */
  secondary?: ReactNode;
  /** For actions with a `check`: the answers once more before they are sent. */
  lastLook?: LastLook | undefined;
  /** Ask before typed text is lost. */
  warnOnLeave?: boolean | undefined;
  children?: ReactNode;
}

/** A form that works without script: one-time token, language, trap for programs, wording. */
export async function Form({ locale, values, children, ...rest }: FormProps) {
  const initialState = freshForm(values);
  return (
    <ActionForm
      initialState={initialState}
      locale={locale}
      labels={await formLabels(locale)}
      {...rest}
    >
      {children}
    </ActionForm>
  );
}
