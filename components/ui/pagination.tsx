import type { Page } from '@/lib/core/pages';
import { Icon } from './icons';
import type { Link } from './link-types';

type PaginationProps = {
  label: string;
  /** „Seite 2 von 5“ */
  status?: string | undefined;
  previous?: Link | undefined;
  next?: Link | undefined;
};

/** One step back and one on through plain addresses, so every page can be bookmarked. */
export function Pagination({ label, status, previous, next }: PaginationProps) {
  if (!previous && !next) return null;
  return (
    <nav className="pagination" aria-label={label}>
      {previous ? (
        <a className="pagination-step" href={previous.href} rel="prev">
          <Icon name="back" />
          {previous.label}
        </a>
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

type PagesProps = Page & {
  /** The address of another page. */
  hrefOf: (page: number) => string;
  words: { label: string; status: string; previous: string; next: string };
};

/** The way through a list that is longer than a page. */
export function Pages({ page, pages, hrefOf, words }: PagesProps) {
  return (
    <Pagination
      label={words.label}
      status={words.status}
      previous={page > 1 ? { href: hrefOf(page - 1), label: words.previous } : undefined}
      next={page < pages ? { href: hrefOf(page + 1), label: words.next } : undefined}
    />
  );
}
