import type { Right } from '@/lib/accounts/right';
import type { Leaving } from '@/lib/accounts/steps';
import type { Actor, System, Viewer } from '@/lib/accounts/types';
import type { AuditThings } from '@/lib/audit/types';
import type { Acts, CaseDoor, OtherDoor } from '@/lib/cases/types';
import type { Tags } from '@/lib/core/tags';
import type { JobRun } from '@/lib/jobs/types';
import type { Prisma } from '@/prisma/generated/client';

/** A part of a statement that runs over all domains at once. */
export type Fragment = Prisma.Sql;

/** A sentence by its full key in the catalogues. */
export type MessageKey = string;

interface Place {
  /** What a page calls itself to be marked in the navigation. */
  readonly place: string;
  readonly path: string;
  readonly label: MessageKey;
  /** Its turn; a new one fits in between. */
  readonly order: number;
  /** Has a name in the settings, which goes before the label where it fits. */
  readonly named?: 'forumName';
  /** Only where the office offers it; asked for each page, so without a statement. */
  readonly offered?: () => Promise<boolean>;
}

interface DeskPlace extends Place {
  readonly group: 'daily' | 'residents' | 'office';
  readonly adminOnly?: boolean;
}

/** Where the domain is found: by everybody, at the foot of each page, in the office. */
export interface Navigation {
  readonly public: readonly Place[];
  readonly footer: readonly Omit<Place, 'place'>[];
  readonly office: readonly DeskPlace[];
}

export interface Words {
  /** Files of `words/<locale>/`; the name of each is the first part of its keys. */
  readonly namespaces: readonly string[];
  load(locale: string, namespace: string): Promise<{ default: unknown }>;
}

/** How the office's first page speaks of one kind of thing that waits. */
export interface WaitingKind {
  /** Where no number leads to it, `detail` does. */
  path(thing: { number: number; detail: string }): string;
  /** Sentences below it: `why`, `due`, `since`, `go`, `more`, and `counted` where several stand together. */
  readonly words: MessageKey;
  /** Has a number people look it up by. */
  readonly numbered: boolean;
  /** Stands for all of its kind together and, without a date, waits for today. */
  readonly counted?: boolean;
  /** Says always why it waits, with or without a date. */
  readonly saysWhy?: boolean;
  /** Its date was agreed with somebody, and since when it waits says less. */
  readonly agreed?: boolean;
  /** Nothing to do, good to know. */
  readonly ahead?: boolean;
}

export interface AskedForWaiting {
  readonly actor: Actor;
  readonly at: Date;
  /** Local date `YYYY-MM-DD`. */
  readonly today: string;
  readonly zone: string;
  /** Until when something is worth knowing beforehand. */
  readonly soon: Date;
  /** Rows of one kind that are listed. */
  readonly most: number;
}

export interface AskedForFigures {
  readonly from: Date;
  /** No longer in the period. */
  readonly to: Date;
  readonly at: Date;
  /** Local date: end of the period, or today where it is not over. */
  readonly end: string;
  /** What `records` add up to, by key. */
  readonly counted: Readonly<Record<string, number>>;
}

export interface Figure {
  readonly key: string;
  readonly label: MessageKey;
  readonly unit: 'count' | 'percent' | 'days';
  /** Null where there is nothing it could be computed from; some are told of closed periods alone, see `toldOnce`. */
  readonly value: number | null;
  readonly onlyClosed?: true;
  /** Where the office looks at each of the `records` it adds up; without it there is no list. */
  readonly pathOf?: (thing: { readonly number: number; readonly id: string }) => string;
}

export interface FigureGroup {
  readonly key: string;
  readonly title: MessageKey;
  readonly figures: readonly Figure[];
}

/** Something of a domain that takes place, as everybody may read it in the calendar. */
export interface PublicDate {
  /** Unique and the same through all changes. */
  readonly id: string;
  /** Path of its page, without language. */
  readonly path: string;
  readonly title: string;
  readonly place: string;
  readonly accessible: string;
  readonly organizer: string;
  readonly districtSlugs: readonly string[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** `postponed`: it does not take place then, and not yet at another time. */
  readonly state: 'planned' | 'cancelled' | 'postponed';
  /** Why it does not take place. */
  readonly note: string;
  /** What a calendar program reads about it. */
  readonly description: string;
  /** Grows whenever time, place or validity change. */
  readonly sequence: number;
}

/** One kind of dates a domain brings to the calendar. */
export interface DomainDates {
  /** Word of the kind in paths; German in every language, as all path words. */
  readonly kind: string;
  readonly label: MessageKey;
  /** Those that touch a period, called-off ones too; says itself which tags they are kept under. */
  between(viewer: Viewer, from: Date, to: Date): Promise<PublicDate[]>;
}

/** A kind of thing somebody of the office may have something to do for, and where it is looked at. */
export interface TaskThing {
  readonly label: MessageKey;
  path(thing: { readonly number: number; readonly id: string }): string;
  /** Came from a resident: with it goes what tasks said about it. */
  readonly ofResidents?: true;
}

/** Parts of statements over all domains; each row is described where the statement is. */
export interface Fragments {
  waiting?(asked: AskedForWaiting): Fragment[];
  /** Rows `key, id, number, title, at, value` of what figures count, each once under its key; `number` null: all is gone. */
  records?(asked: Omit<AskedForFigures, 'counted'>): Fragment[];
  /** Rows `district_id, channel` of what residents handed in, one for each. */
  origins?(asked: { readonly from: Date; readonly to: Date }): Fragment[];
  /** Rows `subject, number, id` of what is joined with `asked (id)`. */
  things?(): Fragment[];
  /** Rows `kind, id, number, title` of what tasks may be about, joined with `asked (id)`. */
  taskThings?(): Fragment[];
  /** Rows `kind, id, number` of a thing and `text, assignee, due, task, since, waits` of what the domain keeps open; `waits`: how it waits when due. */
  keptTasks?(): Fragment[];
  /** Rows `kind, number, title` of what somebody took part in. */
  takenPart?(actor: Actor): Fragment[];
}

/** Rows of one kind that belong to one person; keys are `profile.data.field.*`, values plain texts. */
export interface OwnPart {
  /** `profile.data.part.*` */
  part: string;
  rows: Record<string, string>[];
}

/** What one model holds of people; together the lists name each of its columns once. */
export interface PersonalDataEntry {
  /** What the rows are for. */
  readonly purpose: string;
  /** How long a row, or what is personal in it, is kept. */
  readonly retention: string;
  /** Tells something about a person, alone or together with other columns. */
  readonly personal: readonly string[];
  /** Would harm somebody if it were seen: health, worries told in free text, keys to an account. */
  readonly sensitive: readonly string[];
  /** Says nothing about a person. */
  readonly neutral: readonly string[];
  /** Names somebody and keeps no words of them: why whoever asks what is here of them is not shown these rows. */
  readonly untold?: string;
}

export type PersonalDataRegister = Readonly<Record<string, PersonalDataEntry>>;

type Act = (who: System) => Promise<unknown>;
type Job = (who: System, payload: never, run: JobRun) => Promise<unknown>;

/** Everything a domain brings. What it has not is said as such: a key that is missing does not compile. */
export interface Manifest {
  readonly name: string;
  /** Lower domains whose files it may name; the check of directions asks for it. Foundations need not be said. */
  readonly reads: readonly string[];
  readonly paths: Readonly<Record<string, (...given: never[]) => string>>;
  readonly words: Words;
  readonly navigation: Navigation;
  /** Who may do what with it; its commands and reads ask for no other rights. */
  readonly rights: () => Promise<Readonly<Record<string, Right>>>;
  /** What kept pages show of it; nobody else drops them. */
  readonly tags: Tags;
  readonly audit: AuditThings;
  /** What is deleted when it was kept long enough; each has a sentence. */
  readonly retention: Readonly<Record<string, { label: MessageKey; keep: Act }>>;
  /** Does what is due and has no job of its own. */
  readonly catchUp: readonly Act[];
  /** Background jobs by name; their payloads are added to `Jobs` of `lib/jobs/types.ts` beside the manifest. */
  readonly jobs: Readonly<Record<string, Job>>;
  /** What a number tells anybody and where a code leads, for each kind of case that is here, or what page has to be asked. */
  readonly cases: readonly CaseDoor[];
  readonly otherDoor?: OtherDoor;
  readonly register: () => Promise<PersonalDataRegister>;
  /** Everything that is here of somebody with an account. */
  readonly ownData: (actor: Actor) => Promise<OwnPart[]>;
  /** What of it stands against the deletion of an account, and what follows from one. */
  readonly leaving: () => Promise<Leaving>;
  readonly waits: Readonly<Record<string, WaitingKind>>;
  readonly figures: (asked: AskedForFigures) => Promise<FigureGroup[]>;
  readonly dates: readonly DomainDates[];
  /** What of it tasks of the office may be about, by kind. */
  readonly taskThings: Readonly<Record<string, TaskThing>>;
  readonly fragments: () => Promise<Fragments>;
  /** What its sentences say somebody did, and the rows that prove it; nobody but their test asks. */
  readonly acts: () => Promise<Acts>;
}

/** A number that was counted, with the list of what it counts. */
export const counted = (
  asked: Pick<AskedForFigures, 'counted'>,
  key: string,
  { label, pathOf }: Required<Pick<Figure, 'label' | 'pathOf'>>,
): Figure => ({ key, label, unit: 'count', value: asked.counted[key] ?? 0, pathOf });

/** Checks a manifest and keeps what is special about it. */
export const defineDomain = <const M extends Manifest>(manifest: M): M => manifest;

export const nothing = {
  navigation: { public: [], footer: [], office: [] },
  rights: async () => ({}),
  tags: {},
  audit: { events: {}, kinds: {}, paths: {}, standing: [] },
  register: async () => ({}),
  ownData: async () => [],
  leaving: async (): Promise<Leaving> => ({}),
  figures: async () => [],
  dates: [],
  taskThings: {},
  fragments: async () => ({}),
  acts: async (): Promise<Acts> => ({ acts: [], noAct: {} }),
} as const;
