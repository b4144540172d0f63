import { getTranslations } from 'next-intl/server';
import type { DeviceState, DraftProblem } from '@/lib/outreach/device/types';
import { DAYS_BACK } from '@/lib/outreach/rules';

/** Sentences that stand alone in the catalogue, by the name they have there. */
const PLAIN = [
  ...(['waitsOne', 'refusedOne', 'send', 'signIn', 'again', 'renewed', 'correct'] as const),
  ...([
    'discard',
    'discardSure',
    'keep',
    'busy',
    'notGranted',
    'refusedWords',
    'refusedLeaves',
    'callsTitle',
    'callsText',
    'callEnter',
    'callDone',
  ] as const),
] as const;
/** The same, with something only the browser knows in braces. */
const FILLED = ['waitsMany', 'refusedMany', 'met', 'many', 'at', 'on', 'callOf'] as const;

type Plain = (typeof PLAIN)[number] | (typeof FILLED)[number];

/** Sentences of the form for the way; what only the browser knows stands in braces. */
export interface DeviceWords extends Record<Plain, string> {
  state: Record<DeviceState, string>;
  account: string;
  /** Where contacts are entered with a line and without a device that keeps. */
  enter: string;
  submit: string;
  problem: Record<DraftProblem['code'], string>;
  refusedTitle: string;
  wordsGone: string;
  /** Read out before what is wrong. */
  errorPrefix: string;
}

const STATES = [
  ...(['nothing', 'done', 'begun', 'sending', 'waits', 'noNet', 'server', 'signIn'] as const),
  ...(['secondFactor', 'notAllowed', 'outdated', 'refused', 'full', 'noStore'] as const),
] satisfies DeviceState[];
const TRACES = ['phone', 'mail', 'house', 'door', 'name', 'street'] as const;

const NAMES = ['waiting', 'refused', 'time', 'count', 'max', 'words', 'hour', 'day'];
const LATER = Object.fromEntries(NAMES.map((name) => [name, `{${name}}`] as const));

export async function deviceWords(locale: string): Promise<DeviceWords> {
  const t = await getTranslations({ locale, namespace: 'outreach-device' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const contacts = await getTranslations({ locale, namespace: 'outreach-contacts' });
  const form = await getTranslations({ locale, namespace: 'form' });
  // messages: outreach-device.*
  const said = [...PLAIN, ...FILLED].map((name) => [name, t(name, LATER)]);
  // messages: outreach-contacts.trace.*
  const traces = TRACES.map((kind) => [kind, contacts(`trace.${kind}`, LATER)]);
  return {
    ...(Object.fromEntries(said) as Record<Plain, string>),
    // messages: outreach-device.state.*
    state: Object.fromEntries(
      STATES.map((state) => [state, t(`state.${state}`, LATER)]),
    ) as DeviceWords['state'],
    account: common('nav.account'),
    enter: t('noScriptLink'),
    submit: contacts('quick.submit'),
    problem: {
      ...(Object.fromEntries(traces) as Record<(typeof TRACES)[number], string>),
      ...{ where: t('where'), nobody: t('nobody'), many: t('many', LATER) },
      noWords: contacts('refused.noWords'),
      moreFirst: contacts('refused.moreFirst'),
      ahead: contacts('refused.ahead'),
      longAgo: contacts('refused.longAgo', { days: DAYS_BACK }),
      long: form('error.tooLong', LATER),
    },
    refusedTitle: t('refused'),
    wordsGone: t('wordsGone', { days: DAYS_BACK }),
    errorPrefix: form('errorPrefix'),
  };
}
