import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { DAY_SECONDS } from '@/lib/core/day.mjs';
import { catalogue, type Messages } from './catalogue';

type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';

const LANGUAGES = ['de', 'de-LS', 'en'] as const;

/** How a unit begins, and each number a sentence may write as a word. */
const UNITS: Record<'de' | 'en', Record<Unit, string>> = {
  de: { minute: 'Minute', hour: 'Stunde', day: 'Tag', week: 'Woche', month: 'Monat', year: 'Jahr' },
  en: { minute: 'minute', hour: 'hour', day: 'day', week: 'week', month: 'month', year: 'year' },
};
const NUMBERS = {
  de: 'null|eine[mnrs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf'.split('|'),
  en: 'no|an?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'.split('|'),
};

const ONE = { de: 'ein', en: 'one' };

const wordsOf = (locale: string) => (locale === 'en' ? 'en' : 'de');

/** `30 Tage`, `sechs Monaten`, `one year`; in English `one` stands for `a` as well. */
function period(locale: string, n: number, unit: Unit): RegExp {
  const language = wordsOf(locale);
  const word = [n, NUMBERS[language][n], n === 1 ? ONE[language] : undefined];
  const said = word.filter((each) => each !== undefined).join('|');
  return new RegExp(`(?<![\\w])(?:${said})\\s+${UNITS[language][unit]}`, 'i');
}

/** Any number of any unit, as a sentence tells it; not what an ICU argument fills in. */
const anyPeriod = (locale: string) => {
  const language = wordsOf(locale);
  const numbers = [...NUMBERS[language].slice(1), ONE[language], '\\d+'];
  const units = Object.values(UNITS[language]).join('|');
  return new RegExp(`(?<![\\w#=])(?:${numbers.join('|')})\\s+(?:${units})`, 'i');
};
const withoutPlurals = (text: string) => text.replace(/(?:one|=\d+) \{[^{}]*\}/g, '');

/** A number of the code: where it stands, how it is found there, and in which unit sentences tell it. */
interface Promised {
  in: string;
  at: RegExp;
  unit: Unit;
  per?: number;
  said: readonly string[];
}

const constant = (name: string) => new RegExp(`\\b${name} = (\\d+)`);

const ERASED = ['forum-person', 'initiatives-person', 'proposals-person'].map(
  (names) => `${names}.erase.stays.mails`,
);

const PROMISED: readonly Promised[] = [
  ...promisedBy('lib/accounts', [
    ['sign-in/rules.ts', constant('CODE_MINUTES'), 'minute', ['accounts.signIn.mailIntro']],
    [
      'known-browsers/rules.ts',
      constant('KNOWN_DAYS'),
      'year',
      ['accounts.signIn.deviceText', 'privacy.never.cookies'],
      365,
    ],
    ['policy.ts', constant('RECENT_MINUTES'), 'minute', ['accounts.ownServer.stale']],
    [
      'second-factor/rules.ts',
      constant('TEN_MINUTES'),
      'minute',
      ['accounts.refused.secondFactorPause'],
      60,
    ],
    ['cards/rules.ts', constant('PRINT_HOURS'), 'hour', ['people.cards.printHint']],
    ['cards/privacy.ts', constant('MONTHS_KEPT'), 'month', ['privacy.kind.card.long']],
    ['profile/privacy.ts', constant('MONTHS_UNUSED'), 'month', ['privacy.kind.account.long']],
    [
      'profile/privacy.ts',
      constant('INVITATION_KEPT_DAYS'),
      'day',
      ['profile.delete.stays.records'],
    ],
  ]),
  ...promisedBy('lib/activation', [
    [
      'privacy.ts',
      constant('MONTHS_KEPT'),
      'month',
      ['activation.retention', 'activation-photos.shownHint', 'activation-formats.saved.withdrawn'],
    ],
    [
      'surveys/rules.ts',
      constant('MONTHS_ANSWERS'),
      'month',
      ['activation.retention', 'privacy.kind.survey.long'],
    ],
    [
      'surveys/rules.ts',
      constant('MONTHS_INVITATIONS'),
      'month',
      [
        ...['activation.retention', 'privacy.kind.survey.long'],
        ...['activation-surveys.field.contactSeen', 'activation-surveys.invitations.lead'],
      ],
    ],
    [
      'surveys/rules.ts',
      constant('TAKE_BACK_HOURS'),
      'hour',
      ['activation-surveys.case.takeBackText'],
    ],
    [
      'surveys/rules.ts',
      constant('TAKE_BACK_HOURS'),
      'day',
      ['activation-surveys.case.finishText'],
      24,
    ],
    ['evaluation/rules.ts', constant('TAKE_BACK_HOURS'), 'day', ['activation.public.counted'], 24],
  ]),
  ...promisedBy('lib/forum', [
    [
      'registrations/privacy.ts',
      constant('KEPT_DAYS'),
      'day',
      [
        ...['forum.signUp.privacy', 'privacy.kind.signUp.long'],
        'profile.delete.stays.registrations',
      ],
    ],
    [
      'registrations/privacy.ts',
      constant('KEPT_DAYS_WITHOUT_DATE'),
      'year',
      ['forum.signUp.privacy', 'privacy.kind.signUp.long'],
      365,
    ],
    [
      'registrations/privacy.ts',
      constant('KEPT_DAYS_WITHOUT_DATE'),
      'month',
      ['profile.delete.stays.registrations'],
      30.4,
    ],
    [
      'sessions/privacy.ts',
      constant('KEPT_DAYS'),
      'year',
      ['forum-representation.moderation.agreeHint'],
      365,
    ],
    [
      'sessions/rules.ts',
      constant('EARLIEST_START_MINUTES'),
      'hour',
      ['forum.refused.startsTooEarly'],
      60,
    ],
  ]),
  ...promisedBy('lib/outreach', [
    [
      'rules.ts',
      constant('MONTHS_KEPT'),
      'month',
      [
        ...['outreach.retention', 'outreach.public.keptText', 'outreach-contacts.list.lead'],
        ...['outreach-statistics.closed', 'outreach-statistics.emptied'],
      ],
    ],
    [
      'coverage/rules.ts',
      constant('QUIET_DAYS'),
      'week',
      ['title', 'none'].map((key) => `outreach-rounds.quiet.${key}`),
      7,
    ],
    [
      'coverage/rules.ts',
      constant('WEEKS_BACK'),
      'week',
      ['quiet.long', 'quiet.noPlace', 'map.long'].map((key) => `outreach-rounds.${key}`),
    ],
    ['rounds/rules.ts', constant('WEEKS_AHEAD'), 'week', ['outreach.public.none']],
    ['device/drafts/rules.ts', constant('CALL_DAYS'), 'day', ['outreach-device.callsText']],
  ]),
  ...promisedBy('lib', [
    ['audit/privacy.ts', constant('KEPT_DAYS'), 'year', ['audit.correction.forgetHint'], 365],
    ['audit/privacy.ts', constant('KEPT_DAYS'), 'month', ['profile.delete.stays.records'], 30.4],
    ['appointments/rules.ts', constant('DAYS_AHEAD'), 'week', ['appointments-desk.hours.lead'], 7],
    [
      'appointments/cookie.ts',
      constant('HOURS'),
      'hour',
      ['privacy.never.cookies', 'appointments-desk.shut.text'],
    ],
    [
      'calendar/queries.ts',
      constant('DAYS_LISTED'),
      'week',
      ['lead', 'empty.text', 'empty.narrow', 'month.backToList'].map((key) => `calendar.${key}`),
      7,
    ],
    ['calendar/dates/rules.ts', constant('DAYS_AHEAD'), 'year', ['calendar.error.tooFar'], 365],
    [
      'counselling/privacy.ts',
      constant('MONTHS_KEPT'),
      'month',
      ['counselling-topics.retention', 'counselling-topics.case.editionsText'],
    ],
    [
      'initiatives/privacy.ts',
      constant('KEPT_MONTHS'),
      'month',
      ['privacy.kind.support.long', 'initiatives-person.erase.stays.text'],
    ],
    [
      'mail/jobs.ts',
      /state: 'SENT', sentAt: \{ lt: ago\((\d+)\)/,
      'day',
      [...ERASED, 'privacy.kind.mail.long', 'profile.delete.stays.mails'],
    ],
    [
      'mail/jobs.ts',
      /doneAt: \{ lt: ago\((\d+)\)/,
      'day',
      [...ERASED, 'privacy.kind.calls.long', 'profile.delete.stays.calls'],
    ],
    [
      'mail/rules.ts',
      constant('MAILS_KEPT_DAYS'),
      'day',
      [
        ...ERASED,
        ...['privacy.kind.mail.long', 'profile.delete.stays.mails', 'forum.signUp.privacy'],
      ],
    ],
    [
      'meetings/privacy.ts',
      constant('MONTHS_KEPT'),
      'month',
      ['retention', 'own.lead', 'paper.lead'].map((key) => `meetings.${key}`),
    ],
    [
      'network/rules.ts',
      constant('QUIET_MONTHS'),
      'month',
      ['network.list.lead', 'network.stateText.DORMANT'],
    ],
    ['operation/rules.ts', constant('TOLD_DAYS'), 'month', ['operation.part.figures.good'], 30.4],
    [
      'proposals/privacy.ts',
      constant('CONTACT_KEPT_DAYS'),
      'month',
      ['privacy.kind.proposal.long', 'privacy.kind.backing.long'],
      30.4,
    ],
    [
      'proposals/privacy.ts',
      constant('UNPUBLISHED_KEPT_DAYS'),
      'day',
      [
        ...['privacy.kind.proposal.long', 'proposals-intake.withdraw.removeTextHintDraft'],
        ...['proposals-office.hint.removeText', 'reports.notes.deleted'],
      ],
    ],
    [
      'proposals/review/rules.ts',
      constant('UNPUBLISH_HOURS'),
      'hour',
      ['proposals-office.about.finish'],
    ],
    [
      'cases/queries.ts',
      /'number-lookup', max: \d+, windowSeconds: (\d+)/,
      'hour',
      ['proposals-intake.number.tooMany'],
      3600,
    ],
    [
      'appointments/rules.ts',
      constant('ENTERED_SECONDS'),
      'minute',
      [
        ...['privacy.never.cookies', 'appointments-desk.lead', 'appointments-desk.book.after'],
        ...['enter.seen', 'entered.shown', 'entered.nothing'].map(
          (key) => `appointments-office.${key}`,
        ),
      ],
      60,
    ],
    [
      'voting/vote/desk/rules.ts',
      constant('RECEIPT_MINUTES'),
      'minute',
      ['voting-desk.phone.readReceipt'],
    ],
    ['tasks/privacy.ts', constant('MONTHS_KEPT'), 'month', ['tasks.retention']],
    ['tasks/rules.ts', constant('UNDO_HOURS'), 'day', ['tasks.refused.undoOver'], 24],
    [
      'voting/tell/reminders/rules.ts',
      /REMIND_BEFORE_MS = (\d+) \* DAY_MS/,
      'day',
      ['reminders.account.lead'],
    ],
  ]),
  ...promisedBy('app/[locale]', [
    ['(public)/page.tsx', constant('DAYS_SHOWN'), 'day', ['home.week.title', 'home.week.none']],
    [
      '(team)/team/rundgang/page.tsx',
      constant('DAYS_SHOWN'),
      'week',
      ['outreach-rounds.list.later', 'outreach-rounds.list.nearNone'],
      7,
    ],
  ]),
  ...promisedBy('prisma/sql', [
    [
      '08-audit.sql',
      /"audit_entries" WHERE "at" < "database_clock"\(\) - interval '(\d+) days'/,
      'month',
      [
        ...['audit.lead', 'profile.data.elsewhere'],
        ...['profile.delete.stays.records', 'privacy.kind.staff.long'],
      ],
      30.4,
    ],
    ['04-roll.sql', /interval '(\d+) days'/, 'day', ['privacy.kind.vote.long']],
    ['04-roll.sql', /interval '(\d+) months'/, 'month', ['privacy.kind.staff.long']],
    [
      '19-appointments.sql',
      /"s"\."ends_at" <= "database_clock"\(\) - interval '(\d+) hours'/,
      'hour',
      [
        ...['appointments.retention', 'appointments.privacy.text', 'privacy.kind.appointment.long'],
        'counselling.desk.notKeptText',
      ],
    ],
    [
      '19-appointments.sql',
      /"v_week_ago" timestamptz := "database_clock"\(\) - interval '(\d+) days'/,
      'day',
      ['appointments.retention', 'appointments.privacy.text', 'privacy.kind.appointment.long'],
    ],
  ]),
];

type Line = [file: string, at: RegExp, unit: Unit, said: readonly string[], per?: number];

function promisedBy(folder: string, lines: readonly Line[]): Promised[] {
  return lines.map(([file, at, unit, said, per]) => ({
    ...{ in: `${folder}/${file}`, at, unit, said },
    ...(per === undefined ? {} : { per }),
  }));
}

function numberOf({ in: file, at, per = 1 }: Promised): number {
  return Math.round(Number(at.exec(readFileSync(file, 'utf8'))?.[1]) / per);
}

let sentences: Record<(typeof LANGUAGES)[number], (key: string) => string>;
beforeAll(async () => {
  const of = async (locale: (typeof LANGUAGES)[number]) => {
    const all = await catalogue(locale);
    return (key: string) =>
      key.split('.').reduce<Messages | string>((at, part) => (at as Messages)[part] ?? '', all);
  };
  const [de, easy, en] = await Promise.all(LANGUAGES.map(of));
  sentences = { de, 'de-LS': easy, en } as typeof sentences;
});

describe('a period that a sentence tells as a number is the one the code keeps', () => {
  it.each(PROMISED.map((one) => [`${one.in} ${one.at.source}`, one] as const))('%s', (_, one) => {
    const n = numberOf(one);
    expect(n).toBeGreaterThan(0);
    const wrong = one.said.flatMap((key) =>
      LANGUAGES.filter((locale) => {
        const text = withoutPlurals(sentences[locale](key));
        // Easy German may leave a period out; if it tells one, it is this.
        if (locale === 'de-LS' && text !== '' && !anyPeriod(locale).test(text)) return false;
        return !period(locale, n, one.unit).test(text);
      }).map((locale) => `${locale} ${key}: ${n} ${one.unit}`),
    );
    expect(wrong).toEqual([]);
  });

  it('is as long as a mail is tried before the office is told', () => {
    const [, tries = ''] =
      /max_attempts => (\d+)/.exec(readFileSync('lib/jobs/steps.ts', 'utf8')) ?? [];
    // The queue waits e to the power of the tries, and never longer than after the tenth, in seconds.
    const waits = Array.from({ length: Number(tries) - 1 }, (_, i) =>
      Math.exp(Math.min(i + 1, 10)),
    );
    const days = Math.round(waits.reduce((sum, wait) => sum + wait, 0) / DAY_SECONDS);
    for (const key of ['office.mails.intro', 'office.mails.underWayIntro'])
      for (const locale of ['de', 'en'] as const)
        expect(sentences[locale](key)).toMatch(period(locale, days, 'day'));
  });
});
