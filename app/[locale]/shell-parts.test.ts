import { expect, it } from 'vitest';
import type { Office } from '@/lib/settings/types';
import { publicNav, teamNav } from './shell-parts';

const office = (forumName: string) => ({ forumName }) as Office;
const say = ((key: string) => key) as (key: never) => string;

it.each([
  ['Stadtteilforum', 'Stadtteilforum'],
  ['Nachbarschaftsversammlung', 'Nachbarschaftsversammlung'],
  ['Stadtteilversammlung Keilbergring und Griesbacher Hang', 'nav.forum'],
])('the navigation of “%s” says %s', (name, label) => {
  const labels = [
    ...publicNav(say, office(name), 'de', 'forum'),
    ...teamNav(say, office(name), 'de', false, 'forum'),
  ].map((item) => item.label);
  expect(labels.filter((one) => one === label)).toHaveLength(2);
});
