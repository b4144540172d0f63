import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Prose, Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import { contentLang, localized } from '@/lib/core/paths';
import { publishedResultOf } from '@/lib/elections/published/publication.mjs';
import type { Difference } from '@/lib/elections/recount/types';
import { PUBLISHED_FROM } from '@/lib/elections/results/tally.mjs';
import type { WholeResult } from '@/lib/elections/results/types';
import { votingPaths } from '@/lib/voting/paths';
import type { PollView } from '@/lib/voting/types';
import type { ResultWords } from './poll-result-words';
import { RecountHere, type RecountWords } from './recount-here';

/** Counting once more in the visitor's own browser, or on a computer that does not trust this page. */
export async function RecountPage({ locale, poll }: { locale: string; poll: PollView }) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const { number, rule, result } = poll;
  return (
    <>
      <PageHeader
        title={t('recount.pageTitle', { number })}
        overline={<span lang={contentLang(locale)}>{rule.question}</span>}
        // messages: voting-result.recount.pageLead voting-result.recount.pageLeadMarks voting-result.recount.pageLeadTable
        lead={t(`recount.pageLead${KINDS[kindOf(result)]}`)}
        back={{ href: localized(locale, votingPaths.poll(number)), label: t('recount.back') }}
      />
      {result?.shows === 'all' && result.head ? (
        <Recount t={t} number={number} rule={rule} result={result} />
      ) : (
        <Notice tone="info">
          {result ? t('recount.tooFew', { from: PUBLISHED_FROM }) : t('recount.notYet')}
        </Notice>
      )}
    </>
  );
}

const KINDS = { table: 'Table', marks: 'Marks', whole: '' } as const;

/** The first results were published as whole ballots. */
const kindOf = (result: PollView['result']): keyof typeof KINDS =>
  (result?.shows === 'all' ? result.publishes : undefined) ?? 'whole';

type RecountProps = { t: ResultWords; number: number; rule: PollView['rule']; result: WholeResult };

function Recount({ t, number, rule, result }: RecountProps) {
  const kind = kindOf(result);
  const isTable = kind === 'table';
  const address = isTable
    ? votingPaths.pollTableFile(number)
    : votingPaths.pollBallotsFile(number, 'json');
  const program = isTable ? 'table.mjs' : 'recount.mjs';
  return (
    <>
      <RecountHere
        published={{ isTable, address, head: result.head, result: publishedResultOf(rule, result) }}
        words={{ ...wordsOf(t), ...(kind === 'whole' ? {} : otherWords(t)[kind]) }}
      />
      <Section title={t('recount.noScriptTitle')} id="eigener-rechner">
        <Prose>
          <p>{t('recount.manualText')}</p>
          <ol>
            <li>{t('recount.manual1')}</li>
            <li>
              {isTable ? t('recount.manual2Table') : t('recount.manual2')}
              <br />
              <a href={address} download={`abstimmung-${number}.json`}>
                abstimmung-{number}.json
              </a>
              {' · '}
              <a
                href={isTable ? votingPaths.pollTableProgram() : votingPaths.pollRecountProgram()}
                download={program}
              >
                {program}
              </a>
            </li>
            <li>
              {t('recount.manual3')}
              <br />
              <code>
                node {program} abstimmung-{number}.json{isTable ? '' : ` ${result.head}`}
              </code>
            </li>
            <li>{isTable ? t('recount.manual4Table') : t('recount.manual4')}</li>
          </ol>
        </Prose>
      </Section>
    </>
  );
}

/** What is said otherwise where no whole ballots are published. */
const otherWords = (t: ResultWords) => ({
  marks: { sameText: t('recount.sameMarks') },
  table: {
    sameText: t('recount.sameTable', LATER),
    steps: {
      ...wordsOf(t).steps,
      load: t('recount.stepLoadTable'),
      count: t('recount.stepCountTable'),
    },
  },
});

const KEYS = [
  ...(['load', 'insecure', 'unreadable', 'otherPoll', 'frame', 'head'] as const),
  ...(['ballot', 'ballotCount', 'votes', 'round', 'winners', 'step'] as const),
] satisfies Difference['key'][];

/** What the browser fills in later stands in braces until then. */
const LATER = Object.fromEntries(
  [
    'ballot',
    'ballots',
    'yours',
    'ours',
    'option',
    'found',
    'published',
    'round',
    'done',
    'of',
    'step',
  ].map((name) => [name, `{${name}}`]),
);

function wordsOf(t: ResultWords): RecountWords {
  return {
    noScript: t('recount.noScript'),
    start: t('recount.start'),
    again: t('recount.again'),
    own: t('recount.own'),
    ownHint: t('recount.ownHint'),
    steps: {
      load: t('recount.stepLoad'),
      own: t('recount.stepOwn'),
      chain: t('recount.stepChain'),
      count: t('recount.stepCount'),
      compare: t('recount.stepCompare'),
    },
    waiting: t('recount.waiting'),
    working: t('recount.working'),
    done: t('recount.done'),
    wrong: t('recount.wrong'),
    progress: t('recount.progress', LATER),
    same: t('recount.same'),
    sameText: t('recount.sameText', LATER),
    different: t('recount.different'),
    differentText: t('recount.differentText'),
    failed: t('recount.failed'),
    // messages: voting-result.recount.differs.*
    differs: Object.fromEntries(
      KEYS.map((key) => [key, t(`recount.differs.${key}`, LATER)]),
    ) as RecountWords['differs'],
    nothing: t('recount.nothing'),
  };
}
