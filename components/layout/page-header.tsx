import type { ReactNode } from 'react';
import { Icon } from '@/components/ui/icons';
import type { Link } from '@/components/ui/link-types';

type PageHeaderProps = {
  title: string;
  /** When the title is in another language than the page. */
  titleLang?: string | undefined;
  /** Number, district, „Schritt 2 von 4“. */
  overline?: ReactNode;
  /** When the line above is in another language than the page. */
  overlineLang?: string | undefined;
  lead?: ReactNode;
  back?: Link | undefined;
  breadcrumb?: { label: string; items: Link[] } | undefined;
  state?: ReactNode;
  meta?: ReactNode;
  actions?: ReactNode;
};

/** What this page is: the way back, its title, what one needs to know first. */
export function PageHeader(props: PageHeaderProps) {
  const { title, titleLang, overline, overlineLang, lead, back, breadcrumb } = props;
  const { state, meta, actions } = props;
  return (
    <div className="page-header">
      {back ? (
        <a className="back" href={back.href}>
          <Icon name="back" />
          {back.label}
        </a>
      ) : null}
      {breadcrumb ? <Breadcrumb {...breadcrumb} /> : null}
      {overline ? (
        <p className="page-overline" lang={overlineLang}>
          {overline}
        </p>
      ) : null}
      <h1 lang={titleLang}>{title}</h1>
      {state ? <div className="page-state">{state}</div> : null}
      {meta ? <p className="page-meta">{meta}</p> : null}
      {lead ? <p className="lead">{lead}</p> : null}
      {actions ? <div className="cluster">{actions}</div> : null}
    </div>
  );
}

function Breadcrumb({ label, items }: { label: string; items: Link[] }) {
  return (
    <nav className="breadcrumb" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.href}>
            <a href={item.href}>{item.label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
