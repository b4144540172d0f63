import { readPdf } from '../../lib/testing/pdf';
import type { Addresses } from './addresses';
import { formsIn, type SeenForm } from './forms-seen';
import type { House } from './house';
import type { Person } from './identities';
import { ROUTES } from './routes';

/** Of pages like one that was seen already; those of a new kind are seen in any case. */
const MOST_PAGES = { guest: 240, others: 150 };
const AT_ONCE = 6;

/** A page somebody saw. */
export interface Sight {
  path: string;
  status: number;
  text: string;
  isHtml: boolean;
  /** A file for printing, of which the words are. */
  isPaper?: boolean;
  /** It stands in the table of routes as shown to whoever looks. */
  isPromised?: boolean;
}

/** Paths of our own that a page links to. */
function linksIn(text: string, person: Person): string[] {
  const all = [...text.matchAll(/\shref="(\/(?!\/|_next)[^"#]*)/g)].map(([, path]) => path ?? '');
  const wanted = all.map((path) => path.replaceAll('&amp;', '&'));
  return person.identity === 'guest'
    ? wanted
    : wanted.filter((path) => !IN_OTHER_LANGUAGE.test(path) && !path.startsWith('/kalender/'));
}

/** Pages that differ only in their number, name or words are of a kind; which step a form is for counts. */
const kindOf = (path: string) =>
  path
    // Words of ours in an address begin with a small letter.
    .replace(/(?<=[?&][\w-]+=)(?:[A-Z]|[^&]*%)[^&]*/g, '0')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d+(?:-\w+)?|(?<=stadtteil\/|art\/)[\w-]+/g, '0');

/** The other languages of a page: looked at for guests, who have no other choice. */
const IN_OTHER_LANGUAGE = /^\/(?:en|de-LS)(?:\/|$)/;

/** Everything in the table of routes this identity is shown, and what is linked there. @param more to begin with */
export async function crawlAs(
  house: House,
  addresses: Addresses,
  person: Person,
  look: (sight: Sight) => void,
  more: readonly string[] = [],
): Promise<number> {
  const most = more.length + (person.identity === 'guest' ? MOST_PAGES.guest : MOST_PAGES.others);
  let pages = 0;
  const fromRoutes = Object.values(ROUTES)
    .filter(({ outcomes }) => outcomes[person.identity] === 'shown')
    .flatMap(({ paths }) => paths(addresses))
    .filter((path) => person.identity === 'guest' || !IN_OTHER_LANGUAGE.test(path));
  const first = [...more, ...fromRoutes];
  const promised = new Set(fromRoutes);
  const [newKinds, others]: [string[], string[]] = [[], []];
  const next = () =>
    first.shift() ?? newKinds.shift() ?? (pages < most ? others.shift() : undefined);
  const known = new Set(first);
  const kinds = new Set(first.map(kindOf));
  const meet = (link: string) => {
    if (known.has(link)) return;
    known.add(link);
    (kinds.has(kindOf(link)) ? others : newKinds).push(link);
    kinds.add(kindOf(link));
  };
  const work = async () => {
    for (let path = next(); path; path = next()) {
      pages += 1;
      const sight = await see(house, person, path);
      look({ ...sight, isPromised: promised.has(path) });
      if (sight.isHtml) linksIn(sight.text, person).forEach(meet);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return pages;
}

/** One page as somebody sees it. */
export async function see(house: House, person: Person, path: string): Promise<Sight> {
  const response = await fetch(new URL(path, house.url), {
    headers: person.visitor.headers(),
    redirect: 'manual',
  });
  const type = response.headers.get('content-type') ?? '';
  const isPaper = type.startsWith('application/pdf');
  const text = isPaper ? await wordsOnPaper(await response.arrayBuffer()) : await response.text();
  return { path, status: response.status, text, isPaper, isHtml: type.startsWith('text/html') };
}

/** The words of a file for paper, line by line and once more with what was broken at the end of a line. */
async function wordsOnPaper(bytes: ArrayBuffer): Promise<string> {
  const { text } = await readPdf(new Uint8Array(bytes));
  return `${text}\n${text.replace(/[-\u2010\u00ad]?\n/g, '')}`;
}

/** The forms of a page, with what each field says about its readers. */
export const formsOf = ({ isHtml, text }: Sight): SeenForm[] => (isHtml ? formsIn(text) : []);
