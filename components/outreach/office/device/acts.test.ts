import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { withBegun, withChanged, withNext } from '@/lib/outreach/device/begun/rules';
import { freshDraft } from '@/lib/outreach/device/drafts/rules';
import { withoutRefusedWords } from '@/lib/outreach/device/leaving/rules';
import type { DeviceStore, Draft, KeptContact } from '@/lib/outreach/device/types';
import { actsOf } from './acts';
import type { DeviceData } from './device';

/** What lies on the device; each change takes a while, as on a phone. */
let disk: DeviceStore;
const windowsOpen: { close(): void }[] = [];
let fails: boolean;
/** The form itself finds no room, whatever else goes on. */
let isFull: boolean;
/** What is being kept now waits for this. */
let held: Promise<void> | undefined;
/** Changes when somebody signs out. */
let mark: string;
/** There is a place to keep things in, and so often a signing out was followed there. */
let isMade: boolean;
let obeyed: number;
/** What became of sending, and how it was asked. */
let sent: unknown;
const asked: unknown[][] = [];

const later = async <T>(work: () => T): Promise<T> => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  if (fails) throw new DOMException('', 'UnknownError');
  return work();
};

vi.mock('./kept', () => ({
  readKept: () =>
    later(() => {
      isMade = true;
      return structuredClone(disk);
    }),
  keepDraft: async (draft: Draft) => {
    if (isFull) throw new DOMException('', 'QuotaExceededError');
    await held;
    return later(() => void Object.assign(disk, withBegun(disk, draft)));
  },
  keepChanged: (drafts: Draft[]) => later(() => Object.assign(disk, withChanged(disk, drafts))),
  keepWords: (changes: { now: KeptContact }[]) =>
    later(() => (disk.contacts = changes.map(({ now }) => now))),
  takeBack: (id: string, draft: Draft) =>
    later(() => {
      const isTaken = disk.contacts.some((one) => one.id === id);
      if (isTaken) Object.assign(disk, withBegun(disk, draft));
      disk.contacts = disk.contacts.filter((one) => one.id !== id);
      return isTaken;
    }),
  discardKept: (id: string) =>
    later(() => Object.assign(disk, { contacts: disk.contacts.filter((one) => one.id !== id) })),
  isFull: (error: unknown) => Object(error).name === 'QuotaExceededError',
  keepContact: (kept: KeptContact, begun: string, next: Draft) =>
    later(() => {
      disk.contacts = [...disk.contacts.filter(({ id }) => id !== kept.id), kept];
      Object.assign(disk, withNext(disk, begun, next));
    }),
}));
vi.mock('./leaving', () => ({
  leftMark: () => mark,
  obeyLeft: () =>
    later(() => {
      if (!isMade) return;
      obeyed += 1;
      if (mark !== '') disk.contacts = disk.contacts.map(withoutRefusedWords);
    }),
}));
vi.mock('./sending', () => ({
  sendKept: async (...how: unknown[]) => {
    asked.push(how);
    return sent;
  },
}));

const where = { districtId: 'hang', setting: 'STAND', place: 'Kiosk' } as const;
/** Turn by turn, so that a machine that is busy elsewhere cuts nothing short. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

function opened() {
  const data: DeviceData = {
    ...{ contacts: [], calls: [], wentOverAt: null, obstacle: null, isSending: false, remarks: [] },
    ...{ shown: 0, isReady: false, draft: freshDraft('', where) },
    ...{ unkept: null, misses: 0, isGranted: null, wordsGone: false },
  };
  const latest = { current: data };
  const known = { districtIds: ['hang'], topicIds: ['bus'], places: [] };
  const given = { timeZone: 'Europe/Berlin', address: '/x', failures: { current: 0 }, known };
  const acts = actsOf({ ...given, latest, setData: () => undefined });
  const tap = (contacts: number, note = '') =>
    acts.change((draft) => ({ ...draft, contacts, note: note || draft.note }));
  windowsOpen.push(acts);
  return { ...acts, latest, tap };
}

const notes = () => disk.contacts.map(({ contact }) => contact.note).sort();

afterEach(() => {
  for (const { close } of windowsOpen.splice(0)) close();
});
beforeEach(() => {
  vi.stubGlobal('window', {});
  vi.stubGlobal('navigator', { onLine: false });
  disk = {
    draft: freshDraft('00000000-0000-4000-8000-000000000000', where),
    ...{ later: [], contacts: [], calls: [] },
    wentOverAt: null,
  };
  [fails, isFull, isMade] = [false, false, false];
  [mark, obeyed] = ['', 0];
  sent = { obstacle: 'noNet', remarks: [] };
  asked.length = 0;
});
afterAll(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('two windows opened on the same form', () => {
  it.each([
    ['the same words', ['', '']],
    ['other words', ['Bank', 'Bus']],
  ])('keep two talks, also with %s', async (_, [one, other]) => {
    const [a, b] = [opened(), opened()];
    await Promise.all([a.open(), b.open()]);
    a.tap(1, one);
    await a.save();
    b.tap(1, other);
    await b.save();
    const ids = disk.contacts.flatMap(({ id, contact }) => [id, contact.claim ?? '']);
    expect(new Set(ids.map((id) => id.slice(0, 8))).size).toBe(4);
    expect(notes()).toEqual([one, other]);
  });

  it('keep one when they save the same begun talk, and two when it went on in one', async () => {
    const id = '00000000-0000-4000-8000-000000000001';
    disk.draft = { ...freshDraft(id, where), contacts: 1 };
    const [a, b, c] = [opened(), opened(), opened()];
    await Promise.all([a.open(), b.open(), c.open()]);
    await a.save();
    await b.save();
    expect(disk.contacts).toHaveLength(1);
    c.tap(2, 'Bank');
    await c.save();
    expect(notes()).toEqual(['', 'Bank']);
  });
});

describe('taps while a talk is being saved', () => {
  it('belong to the next one, on the device, too', async () => {
    const a = opened();
    await a.open();
    a.tap(1, 'Bank');
    const saving = a.save();
    a.tap(3);
    await saving;
    await settled();
    expect(a.latest.current.draft).toMatchObject({ contacts: 3, note: '' });
    expect(disk.draft).toMatchObject({ contacts: 3, note: '', claim: expect.any(String) });
    expect(disk.draft?.id).toBe(a.latest.current.draft.id);
    expect(notes()).toEqual(['Bank']);
  });

  it('on the same button say nothing is wrong, and what cannot be kept stays in the form', async () => {
    const a = opened();
    await a.open();
    expect(await a.save()).toMatchObject({ code: 'nobody' });
    a.tap(1, 'Bank');
    expect(await Promise.all([a.save(), a.save()])).toEqual([null, null]);
    expect(await a.save()).toBeNull();
    a.tap(2, 'Bus');
    await settled();
    fails = true;
    await a.save();
    expect(a.latest.current).toMatchObject({ unkept: 'noStore', draft: { note: 'Bus' } });
    expect(notes()).toEqual(['Bank']);
  });
});

describe('a device that cannot be read at first', () => {
  const begun = (id: string) => ({ ...freshDraft(id, where), contacts: 5, note: 'Begonnen' });

  it('is read before anything there is written over', async () => {
    const id = '00000000-0000-4000-8000-000000000002';
    disk.draft = begun(id);
    disk.contacts = [{ id: 'x', contact: { note: 'Wartet' }, problem: '' } as KeptContact];
    fails = true;
    const a = opened();
    await a.open();
    expect(a.latest.current).toMatchObject({ unkept: 'noStore', isReady: true });
    fails = false;
    a.latest.current = { ...a.latest.current, draft: { ...a.latest.current.draft, ...where } };
    a.tap(1, 'Neu');
    await settled();
    // Both are on the device: the new one, and behind it the one begun before.
    expect([disk.draft?.note, disk.later.map(({ note }) => note)]).toEqual(['Neu', ['Begonnen']]);
    expect(a.latest.current.contacts).toHaveLength(1);
    await a.save();
    // The talk begun before is the next one in the form.
    expect(a.latest.current.draft).toMatchObject({ id, note: 'Begonnen' });
    expect([disk.draft?.note, disk.later]).toEqual(['Begonnen', []]);
    expect(notes()).toEqual(['Neu', 'Wartet']);
  });

  it('shows what was begun as soon as it can be read', async () => {
    disk.draft = begun('00000000-0000-4000-8000-000000000003');
    fails = true;
    const a = opened();
    await a.open();
    fails = false;
    await a.send();
    expect(a.latest.current).toMatchObject({ unkept: null, draft: { note: 'Begonnen' } });
  });
});

it('a second tap saves nothing of the talk that stood behind the first, until it was touched', async () => {
  const [one, two] = [
    '00000000-0000-4000-8000-000000000004',
    '00000000-0000-4000-8000-000000000005',
  ];
  disk.draft = { ...freshDraft(one, where), contacts: 1, note: 'Erster' };
  disk.later = [{ ...freshDraft(two, where), contacts: 1, note: 'Zweiter' }];
  const a = opened();
  await a.open();
  await Promise.all([a.save(), a.save()]);
  expect(notes()).toEqual(['Erster']);
  expect(a.latest.current.draft.note).toBe('Zweiter');
  a.tap(2);
  await a.save();
  expect(notes()).toEqual(['Erster', 'Zweiter']);
});

it('a talk another window had begun comes into the form when this one has none', async () => {
  disk.later = [{ ...freshDraft('x', where), contacts: 1, note: 'Begonnen' }];
  const a = opened();
  await a.open();
  expect(a.latest.current.draft.note).toBe('Begonnen');
});

it('a signing out before the form was first used is done while nothing lies there', async () => {
  mark = 'left';
  await opened().open();
  expect(obeyed).toBe(1);
});

describe('somebody signs out in another window', () => {
  const refused = () => {
    const contact = { ...freshDraft('x', where), contacts: 3, note: 'Frau Lindner' };
    return { id: 'x', contact, problem: '„Frau Lindner“', field: 'note' } as unknown as KeptContact;
  };

  it.each(['change', 'save', 'correct', 'refresh', 'send'] as const)(
    'and what stood here unsaved is gone with the next act: %s',
    async (act) => {
      disk.contacts = [refused()];
      const a = opened();
      await a.open();
      a.tap(2, 'Herr Groß');
      await settled();
      const [shown] = a.latest.current.contacts;
      mark = 'left';
      if (act === 'change') a.change((draft) => ({ ...draft, note: 'Herr Groß' }));
      else if (act === 'correct') a.correct(shown as KeptContact);
      else await a[act]();
      await settled();
      expect(a.latest.current.contacts[0]).toMatchObject({ contact: { note: '' }, problem: '' });
      expect(JSON.stringify([a.latest.current, disk.draft, disk.later])).not.toMatch(
        /Groß|Lindner/,
      );
      expect(notes().join()).not.toContain('Groß');
    },
  );
});

describe('what stands in the form', () => {
  it('is said to be unkept until it is kept, whatever goes over meanwhile', async () => {
    vi.stubGlobal('navigator', { onLine: true });
    const a = opened();
    await a.open();
    a.tap(1, 'Bank');
    await a.save();
    sent = { obstacle: null, remarks: [] };
    isFull = true;
    a.tap(2, 'Bus');
    await settled();
    await a.send();
    expect(a.latest.current).toMatchObject({ unkept: 'full', obstacle: null });
    isFull = false;
    await a.send();
    expect(a.latest.current.unkept).toBeNull();
    expect(disk.draft?.note).toBe('Bus');
  });

  it('is unkept also where an older write ends well after a newer one has failed', async () => {
    const a = opened();
    await a.open();
    let letGo: () => void = () => undefined;
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    a.tap(1, 'Bank');
    await settled();
    held = undefined;
    isFull = true;
    a.tap(2, 'Bus');
    await settled();
    expect(a.latest.current.unkept).toBe('full');
    letGo();
    await settled();
    expect(a.latest.current.unkept).toBe('full');
  });

  it('is looked through before it is kept', async () => {
    const a = opened();
    await a.open();
    a.tap(1, 'Peter Müller fragt');
    expect(await a.save()).toEqual({ code: 'name', field: 'note', words: 'Peter Müller' });
    expect(disk.contacts).toEqual([]);
    a.change((draft) => ({ ...draft, noName: true }));
    expect(await a.save()).toBeNull();
    expect(notes()).toEqual(['Peter Müller fragt']);
  });

  it('has no day of yesterday when it was begun and taken back then', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-29T21:00:00+01:00') });
    const a = opened();
    await a.open();
    a.tap(1);
    a.tap(0);
    expect(a.latest.current.draft.day).toBe('');
    vi.setSystemTime(new Date('2026-11-30T09:00:00+01:00'));
    a.tap(1, 'Bank');
    await a.save();
    expect(disk.contacts[0]?.contact.day).toBe('2026-11-30');
    vi.useRealTimers();
  });

  it('has no topic the page cannot show when it comes back to be put right', async () => {
    const contact = { ...freshDraft('x', where), contacts: 1, topicIds: ['gone', 'bus'] };
    const kept = { id: 'x', contact, problem: 'Bitte wählen', field: 'topicIds' };
    disk.contacts = [kept as unknown as KeptContact];
    const a = opened();
    await a.open();
    a.correct(disk.contacts[0] as KeptContact);
    await settled();
    const { draft } = a.latest.current;
    expect(draft).toMatchObject({ topicIds: ['bus'], problem: 'Bitte wählen', field: 'topicIds' });
  });
});

it.each(['correct', 'discard'] as const)('others hear what became of it: %s', async (act) => {
  const told = vi.fn();
  const BroadcastChannel = class {
    postMessage = told;
    close = () => undefined;
  };
  vi.stubGlobal('BroadcastChannel', BroadcastChannel);
  vi.stubGlobal('window', { BroadcastChannel });
  const problem = 'Kein Ort.';
  disk.contacts = [{ id: 'x', contact: freshDraft('x', where), problem } as never];
  const [a, b] = [opened(), opened()];
  await Promise.all([a.open(), b.open()]);
  const refused = disk.contacts[0] as KeptContact;
  if (act === 'discard') a.discard('x');
  if (act === 'correct') a.correct(refused);
  await settled();
  expect(told).toHaveBeenCalledOnce();
  // Before it has heard: the other one takes no copy of it into its own form.
  b.correct(refused);
  await settled();
  expect(JSON.stringify(b.latest.current)).not.toContain(problem);
});

it('words of days the server takes no more leave the device, and that is said', async () => {
  const contact = { ...freshDraft('x', where), contacts: 1, day: '2026-01-10', note: 'Bank' };
  disk.contacts = [{ id: 'x', contact, problem: '' } as unknown as KeptContact];
  disk.draft = { ...contact, id: 'y' };
  const a = opened();
  await a.open();
  await settled();
  expect(a.latest.current).toMatchObject({ wordsGone: true, draft: { note: '', contacts: 1 } });
  expect(notes()).toEqual(['']);
  expect(disk.draft?.note).toBe('');
});

it('a window that is always busy elsewhere is passed over the fourth time', async () => {
  vi.stubGlobal('navigator', { onLine: true });
  const a = opened();
  await a.open();
  a.tap(1);
  sent = null;
  await a.save();
  await settled();
  for (let times = 0; times < 3; times += 1) await a.send();
  expect(asked.map(([, , isAnyway]) => isAnyway)).toEqual([false, false, false, true]);
});
