import type { Ref } from 'react';

type ErrorSummaryProps = {
  title: string;
  message?: string | undefined;
  pageAnew?: string | undefined;
  errors: { field: string; message: string }[];
  ref?: Ref<HTMLDivElement> | undefined;
};

/** The address the answer stands at, asked for anew. */
const THIS_PAGE = '';

/** What has to be put right, each a link to its field. Pattern: GOV.UK error summary. */
export function ErrorSummary({ title, message, pageAnew, errors, ref }: ErrorSummaryProps) {
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={ref}>
      <h2>{title}</h2>
      {message ? <p>{message}</p> : null}
      {pageAnew ? (
        <p>
          <a href={THIS_PAGE} target="_blank" rel="noopener">
            {pageAnew}
          </a>
        </p>
      ) : null}
      {errors.length > 0 ? (
        <ul>
          {errors.map((error) => (
            <li key={error.field}>
              {error.field ? <a href={`#${error.field}`}>{error.message}</a> : error.message}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
