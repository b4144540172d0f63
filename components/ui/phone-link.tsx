import type { ReactNode } from 'react';
import { Icon } from './icons';

type PhoneLinkProps = {
  number: string;
  children?: ReactNode;
  icon?: boolean | undefined;
};

/** A number that can be read, copied and called; nothing while an office has none yet. */
export function PhoneLink({ number, children, icon = false }: PhoneLinkProps) {
  if (number === '') return null;
  return (
    <a className="phone" href={phoneHref(number)}>
      {icon ? <Icon name="phone" /> : null}
      <span className="whole tabular">{children ?? number}</span>
    </a>
  );
}

type PhoneLineProps = { number: string; className?: string | undefined; children: ReactNode };

/** A sentence that ends in the number; no sentence while there is none. */
export function PhoneLine({ number, className, children }: PhoneLineProps) {
  if (number === '') return null;
  return (
    <p className={className}>
      {children} <PhoneLink number={number} />
    </p>
  );
}

/** `tel:` address of a number as people write it; keeps a leading plus. */
export function phoneHref(number: string): string {
  return `tel:${number.replace(/(?!^\+)[^\d]/g, '')}`;
}
