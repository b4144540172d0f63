/** One page of a long list, or of several that are turned together. Pages count from 1. */
export interface Page {
  page: number;
  /** At least 1. */
  pages: number;
}

interface PageRows {
  rows: { skip: number; take: number };
}

/**
 * Which rows of a list stand on a page: beyond the end the last, as where somebody just did what stood there; what is
 * no number of a page is the first.
 * @param totals of the list, or of each of several that are turned together: while one goes on there is a next page
 * @param asked as it stood in the address
 */
export function pageOf(
  totals: number | readonly number[],
  asked: number,
  size: number,
): Page & PageRows {
  const pages = Math.max(1, ...[totals].flat().map((total) => Math.ceil(total / size)));
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, pages) : 1;
  return { page, pages, rows: { skip: (page - 1) * size, take: size } };
}

/** Whether a list has its place on a page: one that ended on a page before is not empty. */
export const hasPlaceOn = (page: number, lines: { length: number }): boolean =>
  page === 1 || lines.length > 0;
