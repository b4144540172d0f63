import { expect, test } from '@playwright/test';
import { barriersOf } from '../barriers';
import { coloursOf } from '../colours';
import { shapeOf } from '../page-shape';

const PAGE = `<!doctype html><html lang="de"><head><title>Seite</title></head><body>
<nav aria-label="Bereiche"><a href="/a">Eins</a></nav>
<main><h1 id="top">Überschrift</h1><img src="/a.png" alt="Ein Haus">
<label for="name">Name</label><input id="name" autocomplete="name" aria-describedby="hint">
<p id="hint" class="quiet">Hilfe</p><p>Ein Satz, der so lang ist, dass</p><p>Danach</p>
<ul><li><a href="/1">Eins</a></li><li><a href="/2">Zwei</a></li></ul>
<nav aria-label="Seiten"><a href="/b">Zwei</a></nav></main></body></html>`;

/** Each puts a barrier where there was none. */
const BARRIERS: [what: string, from: string, to: string][] = [
  ['no title', '<title>Seite</title>', '<title> </title>'],
  ['no language', ' lang="de"', ''],
  ['another language', ' lang="de"', ' lang="xx"'],
  ['an empty heading', 'Überschrift', ' '],
  ['a heading of another level', 'h1', 'h3'],
  ['a picture without a text', ' alt="Ein Haus"', ''],
  ['a picture with an empty text', 'alt="Ein Haus"', 'alt=""'],
  ['a label for nothing', 'for="name"', 'for="nome"'],
  ['an empty label', '>Name<', '> <'],
  ['a hint that is nowhere', 'aria-describedby="hint"', 'aria-describedby="hunt"'],
  ['two things of one id', 'id="hint"', 'id="top"'],
  ['another colour', 'class="quiet"', 'class="faint"'],
  ['a colour of its own', 'class="quiet"', 'class="quiet" style="color: #eee"'],
  ['an empty link', '<a href="/b">Zwei</a>', '<a href="/b"></a>'],
  ['a link of one letter', '<a href="/b">Zwei</a>', '<a href="/b">2</a>'],
  ['a paragraph as short as a heading', 'Ein Satz, der so lang ist, dass', 'Fällt aus'],
  ['two landmarks of one name', 'aria-label="Seiten"', 'aria-label="Bereiche"'],
  ['a role that does not fit', '<ul>', '<ul role="menu">'],
  ['a state that does not exist', '<ul>', '<ul aria-sorted="up">'],
  ['what should fill it', 'autocomplete="name"', 'autocomplete="nome"'],
  ['a row unlike the others', '<li><a href="/2">Zwei</a></li>', '<li><a>Zwei</a></li>'],
  ['something that can be reached first', '<p id="hint"', '<p tabindex="3" id="hint"'],
];

test('whatever is a barrier makes another shape; other words and more rows do not', async ({
  page,
}) => {
  const shape = async (html: string) => {
    await page.setContent(html);
    return shapeOf(page);
  };
  const whole = await shape(PAGE);
  for (const [what, from, to] of BARRIERS) {
    const broken = PAGE.replaceAll(from, to);
    expect(broken, what).not.toBe(PAGE);
    expect(await shape(broken), what).not.toBe(whole);
  }
  const rows = '<li><a href="/3">Drei</a></li><li><a href="/4">Vier</a></li></ul>';
  expect(await shape(PAGE.replace('</ul>', rows).replace('Hilfe', 'Andere Worte'))).toBe(whole);
});

test('whoever looks at page after page finds the barriers of each, with script and without', async ({
  page,
  browser,
}) => {
  const found = async (html: string, scripted: boolean) => {
    await page.goto('/healthz');
    await page.setContent(html);
    return (await barriersOf(page, browser, { scripted, colours: true })).map(
      (line) => line.split(':')[0],
    );
  };
  const instead = '<noscript><img src="/b.png"></noscript></main>';
  for (const scripted of [true, false]) {
    const own = await found(PAGE, scripted);
    expect(own).not.toContain('image-alt');
    expect(await found(PAGE.replace('alt="Ein Haus"', ''), scripted)).toContain('image-alt');
    expect(await found(PAGE, scripted)).toEqual(own);
    const faint = PAGE.replace('class="quiet"', 'style="color: #eee"');
    expect(await found(faint, scripted)).toContain('color-contrast');
    const unseen = (await found(PAGE.replace('</main>', instead), scripted)).includes('image-alt');
    expect(unseen).toBe(!scripted);
  }
});

const COLOURED = `<!doctype html><html lang="de"><head><title>Seite</title><style>
body { background: #fff; color: #111 } main { padding: 1em } .box { background: #eee }
.mark::before { content: '' }</style></head><body><main>
<h1>Überschrift</h1><div class="box"><p>Satz</p></div><p class="mark">Noch einer</p><input value="A"></main></body></html>`;

/** Each changes how well letters can be told from their ground. */
const FAINT: [what: string, from: string, to: string][] = [
  ['other letters', '<p>Satz', '<p style="color: #999">Satz'],
  ['small letters', '<p>Satz', '<p style="font-size: 10px">Satz'],
  ['thin letters', '<h1>', '<h1 style="font-weight: 100">'],
  ['another ground', 'background: #eee', 'background: #777'],
  ['another ground of the page', 'background: #fff', 'background: #777'],
  ['a picture behind it', '<main>', '<main style="background-image: linear-gradient(#000, #111)">'],
  ['half to be seen', '<main>', '<main style="opacity: 0.4">'],
  ['something drawn before it', "content: ''", "content: ''; background: #000"],
  ['laid over something', '<p>Satz', '<p class="over" style="position: absolute">Satz'],
  ['a field with other letters', '<input', '<input style="color: #aaa"'],
];

test('whatever changes how letters stand out is another combination of colours; other words are not', async ({
  page,
}) => {
  const colours = async (html: string) => {
    await page.setContent(html);
    return coloursOf(page);
  };
  const whole = new Set(await colours(COLOURED));
  for (const [what, from, to] of FAINT) {
    const changed = await colours(COLOURED.replaceAll(from, to));
    expect(changed.filter((one) => !whole.has(one)).length, what).toBeGreaterThan(0);
  }
  const others = COLOURED.replace('Satz', 'Andere Worte</p><p>in zwei Absätzen');
  expect((await colours(others)).filter((one) => !whole.has(one))).toEqual([]);
});
