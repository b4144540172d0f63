import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = path.join(import.meta.dirname, '../..');

const sources = ['app', 'components'].flatMap((folder) =>
  readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.tsx'))
    .map((name) => ({
      name: `${folder}/${name}`,
      text: readFileSync(path.join(ROOT, folder, name), 'utf8'),
    })),
);

/** Heads of pages and cards that begin with what somebody wrote, not with a sentence of the house. */
const WRITTEN = /\b(title|overline)=\{\w+(?:\.\w+)*\.(?:title|question|name)\}/g;

function withoutLanguage(text: string): string[] {
  const heads = [...text.matchAll(/<(?:PageHeader|Card)\s[^<]*/g)].map(([head]) => head);
  return heads.flatMap((head) =>
    [...head.matchAll(WRITTEN)]
      .filter(([, kind]) => !head.includes(`${kind}Lang=`))
      .map(([written]) => written),
  );
}

describe('what residents and office wrote', () => {
  it('says in which language it is, at the head of every page and card', () => {
    const silent = sources.flatMap(({ name, text }) =>
      withoutLanguage(text).map((written) => `${name}: ${written}`),
    );
    // A record of a count has a title of the house's own.
    expect(silent).toEqual(['components/voting/count-record.tsx: title={record.title}']);
    expect(
      withoutLanguage('<PageHeader title={session.title} overline={x.name} overlineLang="de" />'),
    ).toEqual(['title={session.title}']);
  });
});
