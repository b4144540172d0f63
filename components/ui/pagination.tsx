import { Icon } from './icons';
import type { Link } from './link-types';

type PaginationProps = {
  label: string;
  /** „Seite 2 von 5“ */
  status?: string | undefined;
  previous?: Link | undefined;
  next?: Link | undefined;
  pages?: (Link & { current?: boolean | undefined })[] | undefined;
};

/** Page by page through plain paths, so every page can be bookmarked and cached. */
export function Pagination({ label, status, previous, next, pages = [] }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={label}>
      {previous ? (
        <a className="pagination-step" href={previous.href} rel="prev">
          <Icon name="back" />
          {previous.label}
        </a>
      ) : null}
      {pages.length > 0 ? (
        <ul>
          {pages.map((page) => (
            <li key={page.href}>
              <a href={page.href} aria-current={page.current ? 'page' : undefined}>
                {page.label}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {status ? <p>{status}</p> : null}
      {next ? (
        <a className="pagination-step" href={next.href} rel="next">
          {next.label}
          <Icon name="arrow" />
        </a>
      ) : null}
    </nav>
  );
}
