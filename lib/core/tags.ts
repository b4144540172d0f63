declare const minted: unique symbol;

/** A name under which pages and memories are kept until what they show changes; made in a domain's `tags.ts` alone. */
export type Tag = string & { readonly [minted]: true };

/** The tags of a domain by what they stand for: of all of a kind, or of one thing. */
export type Tags = Readonly<Record<string, Tag | ((id: never) => Tag)>>;

/** Stands for all of a kind. */
export const tag = (name: string) => name as Tag;

/** Stands for one of a kind: `<name>:<id>`. */
export const tagOfOne =
  <Id extends string | number>(name: string) =>
  (id: Id) =>
    `${name}:${id}` as Tag;
