/** A plain link as every component takes it: where to, and the words that are shown. */
export type Link = { href: string; label: string };
