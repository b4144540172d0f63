import { getTranslations } from 'next-intl/server';
import type { DeviceState } from '@/lib/outreach/device/types';

/** Sentences of the form for the way; what only the browser knows stands in braces. */
export interface DeviceWords {
  state: Record<DeviceState, string>;
  waitsOne: string;
  waitsMany: string;
  refusedOne: string;
  refusedMany: string;
  send: string;
  signIn: string;
  account: string;
  again: string;
  submit: string;
  problem: Record<'where' | 'nobody', string>;
  renewed: string;
  refusedTitle: string;
  met: string;
  correct: string;
  discard: string;
  discardSure: string;
  keep: string;
  busy: string;
}

const STATES = [
  ...(['nothing', 'done', 'sending', 'waits', 'noNet', 'server', 'signIn'] as const),
  ...(['secondFactor', 'notAllowed', 'outdated', 'refused', 'full', 'noStore'] as const),
] satisfies DeviceState[];

const LATER = Object.fromEntries(
  ['waiting', 'refused', 'time', 'count'].map((name) => [name, `{${name}}`] as const),
);

export async function deviceWords(locale: string): Promise<DeviceWords> {
  const t = await getTranslations({ locale, namespace: 'outreach-device' });
  const common = await getTranslations({ locale, namespace: 'common' });
  const contacts = await getTranslations({ locale, namespace: 'outreach-contacts' });
  return {
    // messages: outreach-device.state.*
    state: Object.fromEntries(
      STATES.map((state) => [state, t(`state.${state}`, LATER)]),
    ) as DeviceWords['state'],
    waitsOne: t('waitsOne'),
    waitsMany: t('waitsMany', LATER),
    refusedOne: t('refusedOne'),
    refusedMany: t('refusedMany', LATER),
    send: t('send'),
    signIn: t('signIn'),
    account: common('nav.account'),
    again: t('again'),
    submit: contacts('quick.submit'),
    problem: { where: t('where'), nobody: t('nobody') },
    renewed: t('renewed'),
    refusedTitle: t('refused'),
    met: t('met', LATER),
    correct: t('correct'),
    discard: t('discard'),
    discardSure: t('discardSure'),
    keep: t('keep'),
    busy: t('busy'),
  };
}
