import type { ReactNode } from 'react';
import { Icon } from './icons';

type ReceiptProps = {
  title: string;
  numberLabel?: string | undefined;
  number?: string | undefined;
  /** It arrived, but came to nothing. */
  quiet?: boolean | undefined;
  children?: ReactNode;
};

/** It arrived: the first thing on an answer page, made to be written down or printed. */
export function Receipt({ title, numberLabel, number, quiet = false, children }: ReceiptProps) {
  return (
    <div className={quiet ? 'receipt receipt-quiet' : 'receipt'}>
      <span className="receipt-mark">
        <Icon name={quiet ? 'info' : 'check'} />
      </span>
      <h1>{title}</h1>
      {number ? (
        <p className="receipt-number">
          {numberLabel ? <span>{numberLabel}</span> : null} <strong>{number}</strong>
        </p>
      ) : null}
      {children ? <div className="receipt-text">{children}</div> : null}
    </div>
  );
}
