import type { ReactNode } from 'react';
import { Icon } from './icons';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet';

const classes = (variant: ButtonVariant, wide: boolean) =>
  `button button-${variant}${wide ? ' button-wide' : ''}`;

type ButtonProps = {
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  type?: 'submit' | 'button' | 'reset' | undefined;
  name?: string | undefined;
  value?: string | undefined;
  /** Id of a form elsewhere on the page. */
  form?: string | undefined;
  formAction?: string | ((data: FormData) => void | Promise<void>) | undefined;
  describedBy?: string | undefined;
  wide?: boolean | undefined;
};

/** Says what happens on press. Submits by default because nearly every button here does. */
export function Button({
  children,
  variant = 'primary',
  type = 'submit',
  describedBy,
  wide = false,
  ...rest
}: ButtonProps) {
  return (
    <button {...rest} type={type} aria-describedby={describedBy} className={classes(variant, wide)}>
      {children}
    </button>
  );
}

type ButtonLinkProps = {
  href: string;
  children: ReactNode;
  variant?: ButtonVariant | undefined;
  /** An arrow for the one main way on. */
  arrow?: boolean | undefined;
  wide?: boolean | undefined;
  download?: boolean | undefined;
};

/** A link that is the main thing to do next. */
export function ButtonLink({
  href,
  children,
  variant = 'primary',
  arrow = false,
  wide = false,
  download,
}: ButtonLinkProps) {
  return (
    <a href={href} className={classes(variant, wide)} download={download}>
      {children}
      {arrow ? <Icon name="arrow" /> : null}
    </a>
  );
}
