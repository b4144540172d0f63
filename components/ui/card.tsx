import { Children, type ReactNode } from 'react';

type CardProps = {
  title?: string | undefined;
  /** When the title is in another language than the page. */
  titleLang?: string | undefined;
  /** The title becomes a link and the whole card its target. */
  href?: string | undefined;
  level?: 2 | 3 | 4 | undefined;
  /** Small line above the title: number, place, date. */
  overline?: ReactNode;
  state?: ReactNode;
  meta?: ReactNode;
  footer?: ReactNode;
  children?: ReactNode;
};

/** The one card of the house: a window with a rounded top. */
export function Card({
  title,
  titleLang,
  href,
  level = 3,
  overline,
  state,
  meta,
  footer,
  children,
}: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <article className={href ? 'card card-link' : 'card'}>
      {overline ? <p className="card-overline">{overline}</p> : null}
      {title ? (
        <Heading className="card-title" lang={titleLang}>
          {href ? <a href={href}>{title}</a> : title}
        </Heading>
      ) : null}
      {state ? <div className="card-state">{state}</div> : null}
      {children ? <div className="card-body">{children}</div> : null}
      {meta ? <p className="card-meta">{meta}</p> : null}
      {footer ? <div className="card-footer">{footer}</div> : null}
    </article>
  );
}

type CardListProps = {
  columns?: 1 | 2 | 3 | undefined;
  label?: string | undefined;
  children: ReactNode;
};

/** Cards side by side where there is room; each child becomes a list item. */
export function CardList({ columns = 2, label, children }: CardListProps) {
  return (
    <ul className={`card-list card-list-${columns}`} aria-label={label}>
      {Children.map(children, (child) => (child ? <li>{child}</li> : null))}
    </ul>
  );
}
