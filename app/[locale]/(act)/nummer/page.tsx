import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { Form } from '@/components/form/form';
import { TextField } from '@/components/form/text-field';
import { PageHeader } from '@/components/layout/page-header';
import { Notice } from '@/components/ui/notice';
import { PhoneLine } from '@/components/ui/phone-link';
import { findByNumber } from '@/lib/cases/queries';
import { otherDoorOf } from '@/lib/cases/rules';
import type { NumberState, OtherDoor } from '@/lib/cases/types';
import { dayColumn } from '@/lib/core/day.mjs';
import { isAppError } from '@/lib/core/errors';
import { believed } from '@/lib/core/page-cache';
import { localized } from '@/lib/core/paths';
import { readNumber } from '@/lib/core/text';
import { DOMAINS } from '@/lib/domains';
import { longDay } from '@/lib/i18n/dates';
import { sentence } from '@/lib/i18n/sentence';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getOffice } from '@/lib/settings/queries';
import { openDoorAction } from './actions';

interface Props {
  params: Promise<{ locale: string }>;
  searchParams: Promise<{ number?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return pageTitle(locale, 'proposals-intake.number.title');
}

const KINDS = DOMAINS.flatMap(({ cases }) => cases);
const OTHER_DOORS = DOMAINS.flatMap((domain) => ('otherDoor' in domain ? [domain.otherDoor] : []));

type Answer =
  | { kind: 'unasked' | 'unreadable' }
  | { kind: 'unknown' | 'tooMany'; number: number }
  | { kind: 'elsewhere'; number: number; door: OtherDoor }
  | { kind: 'known'; number: number; found: NumberState };

async function lookUp(typed: string): Promise<Answer> {
  if (typed.trim() === '') return { kind: 'unasked' };
  const other = otherDoorOf(OTHER_DOORS, typed);
  const number = readNumber(typed) ?? other?.number ?? null;
  if (number === null) return { kind: 'unreadable' };
  try {
    const found = await findByNumber(KINDS, number);
    if (found) return { kind: 'known', number, found };
    return other ? { kind: 'elsewhere', ...other } : { kind: 'unknown', number };
  } catch (error) {
    if (isAppError(error) && error.code === 'RATE_LIMITED') return { kind: 'tooMany', number };
    throw error;
  }
}

/** What became of a number from a card, a receipt or a tear-off strip: the state and nothing else. */
export default async function NumberPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { number: asked = '' } = await believed(searchParams);
  const typed = String(Array.isArray(asked) ? (asked[0] ?? '') : asked).slice(0, 40);
  const answer = await lookUp(typed);
  const t = await getTranslations({ locale, namespace: 'proposals-intake.number' });
  const { phone } = await getOffice({ locale });
  return (
    <ActShell holdsText locale={locale} path={proposalsPaths.numberLookup()}>
      <PageHeader title={t('title')} lead={t('lead')} />
      {answer.kind === 'known' ? (
        <Found locale={locale} number={answer.number} found={answer.found} />
      ) : null}
      {answer.kind === 'elsewhere' ? (
        <Elsewhere locale={locale} number={answer.number} door={answer.door} />
      ) : null}
      <NotFound locale={locale} answer={answer} />
      <Form
        locale={locale}
        action={openDoorAction}
        submitLabel={t('button')}
        values={typed === '' ? undefined : { asked: typed }}
      >
        <TextField
          name="asked"
          whoSees="nobody"
          label={t('label')}
          hint={t('hint')}
          required
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          width="medium"
        />
      </Form>
      <PhoneLine number={phone}>{t('more')}</PhoneLine>
    </ActShell>
  );
}

async function Found({
  locale,
  number,
  found,
}: {
  locale: string;
  number: number;
  found: NumberState;
}) {
  const t = await getTranslations({ locale, namespace: 'proposals-intake.number' });
  const { state, promisedFor, path } = found;
  return (
    <Notice tone="info" title={t('found', { number: String(number) })} role="status">
      <p>
        <strong>{await sentence(locale, state)}</strong>
      </p>
      {promisedFor ? (
        <p>{t('promised', { date: longDay(dayColumn(promisedFor), locale) })}</p>
      ) : null}
      {path ? (
        <p>
          <a href={localized(locale, path)}>{t('read')}</a>
        </p>
      ) : null}
    </Notice>
  );
}

/** A number of another page, by its shape: whether there is one is not looked up here. */
async function Elsewhere({
  locale,
  number,
  door,
}: {
  locale: string;
  number: number;
  door: OtherDoor;
}) {
  return (
    <Notice tone="info" role="status">
      <p>{await sentence(locale, door.words, { number: String(number) })}</p>
      <p>
        <a href={localized(locale, door.path)}>{await sentence(locale, door.link)}</a>
      </p>
    </Notice>
  );
}

async function NotFound({ locale, answer }: { locale: string; answer: Answer }) {
  const { kind } = answer;
  if (kind === 'unasked' || kind === 'known' || kind === 'elsewhere') return null;
  const t = await getTranslations({ locale, namespace: 'proposals-intake.number' });
  const number = 'number' in answer ? String(answer.number) : '';
  return (
    <Notice tone="warn" role="status">
      {/* messages: proposals-intake.number.unknown proposals-intake.number.tooMany proposals-intake.number.unreadable */}
      <p>{t(kind, { number })}</p>
    </Notice>
  );
}
