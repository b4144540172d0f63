import { newPageNotes, processState } from '@/lib/core/process-state.mjs';

/** Reads of which pages are made, by the name of the page. */
type Reads<Name extends string> = Readonly<Record<Name, () => Promise<unknown>>>;

interface Page {
  shown: string;
  tags: ReadonlySet<string>;
}

/** What a page made of this read shows, and the tags it is kept under. */
async function pageOf(read: () => Promise<unknown>): Promise<Page> {
  const pageNotes = newPageNotes();
  const scope = { address: '', id: '', pageNotes };
  const shown = await processState().requests.run(scope, async () => JSON.stringify(await read()));
  return { shown, tags: pageNotes.tags };
}

async function pagesOf<Name extends string>(reads: Reads<Name>): Promise<[Name, Page][]> {
  const pages: [Name, Page][] = [];
  for (const name of Object.keys(reads) as Name[]) pages.push([name, await pageOf(reads[name])]);
  return pages;
}

/** Which of the pages an act changed, and which of them it dropped. */
export async function pagesAfter<Name extends string>(
  reads: Reads<Name>,
  act: () => Promise<unknown>,
): Promise<{ changed: Name[]; dropped: Name[] }> {
  const before = await pagesOf(reads);
  const tags: string[] = [];
  const listener = (dropped: readonly string[]) => void tags.push(...dropped);
  processState().dropListeners.add(listener);
  await act();
  processState().dropListeners.delete(listener);
  const after = new Map(await pagesOf(reads));
  const names = (is: (name: Name, page: Page) => boolean) =>
    before.filter(([name, page]) => is(name, page)).map(([name]) => name);
  return {
    changed: names((name, page) => after.get(name)?.shown !== page.shown),
    dropped: names((_name, page) => tags.some((tag) => page.tags.has(tag))),
  };
}
