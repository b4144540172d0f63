import type { Ref } from 'react';
import { type FormState, inFormOrder } from '@/lib/core/form-state';
import { type KnownField, underLabel } from './fields-in';

type ErrorSummaryProps = {
  title: string;
  message?: string | undefined;
  elsewhere?: FormState['elsewhere'];
  errors: FormState['errors'];
  /** Fields of the form, in the order of the page. */
  fields: readonly KnownField[];
  ref?: Ref<HTMLDivElement> | undefined;
};

/** What has to be put right, each a link to its field. Pattern: GOV.UK error summary. */
export function ErrorSummary(props: ErrorSummaryProps) {
  const { title, message, elsewhere, errors, fields, ref } = props;
  const names = fields.map(({ name }) => name);
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{title}</h2>
      {message ? <p>{message}</p> : null}
      {elsewhere ? (
        <p>
          <a href={elsewhere.href} target="_blank" rel="noopener">
            {elsewhere.words}
          </a>
        </p>
      ) : null}
      {errors.length > 0 ? (
        <ul>
          {inFormOrder(errors, names).map((error) => (
            <li key={error.field}>
              <Entry {...error} known={fields.find(({ name }) => name === error.field)} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

type EntryProps = FormState['errors'][number] & { known: KnownField | undefined };

function Entry({ field, message, known }: EntryProps) {
  if (!field) return message;
  return (
    <a href={`#${known?.id ?? field}`}>{known ? underLabel(known.label, message) : message}</a>
  );
}
