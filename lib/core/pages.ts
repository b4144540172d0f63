/** One page of a long list. Pages count from 1; a page that is not there is the first. */
export interface Page {
  page: number;
  /** At least 1. */
  pages: number;
}

/** Which rows of a list stand on a page. @param asked as it stood in the address */
export function pageOf(total: number, asked: number, size: number): Page & PageRows {
  const pages = Math.max(1, Math.ceil(total / size));
  const page = Number.isInteger(asked) && asked >= 1 && asked <= pages ? asked : 1;
  return { page, pages, rows: { skip: (page - 1) * size, take: size } };
}

interface PageRows {
  rows: { skip: number; take: number };
}
