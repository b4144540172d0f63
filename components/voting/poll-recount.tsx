import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { ButtonLink } from '@/components/ui/button';
import { CodeDisplay } from '@/components/ui/code-display';
import { localized } from '@/lib/core/paths';
import { ballotFilesOf } from '@/lib/elections/published/publication.mjs';
import { PUBLISHED_FROM } from '@/lib/elections/results/tally.mjs';
import type { ShownResult } from '@/lib/elections/results/types';
import { votingPaths } from '@/lib/voting/paths';
import type { PollRule } from '@/lib/voting/types';

type RecountProps = { locale: string; number: number; rule: PollRule; result: ShownResult };

/** Everything somebody needs who does not want to believe a result but count it. */
export async function PollRecount({ locale, number, rule, result }: RecountProps) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const files = ballotFilesOf(rule, result);
  // Whoever raises a hand gets none.
  const receipts = rule.channels.includes('HANDS') ? null : (
    <li>
      <a href={localized(locale, votingPaths.pollReceipts(number))}>{t('recount.receipts')}</a>
    </li>
  );
  if (files.length === 0) {
    return (
      <Section title={t('recount.title')} id="nachrechnen">
        <Prose>
          <p>{t('recount.tooFew', { from: PUBLISHED_FROM })}</p>
        </Prose>
        {receipts ? <ul className="prose">{receipts}</ul> : null}
      </Section>
    );
  }
  const published = result.shows === 'all' ? result.publishes : undefined;
  const isTable = published === 'table';
  const isCut = published === 'marks' && !isPlain(rule);
  return (
    <Section title={t('recount.title')} id="nachrechnen">
      <WhatLiesHere locale={locale} rule={rule} result={result} />
      <p className="no-print">
        <ButtonLink
          href={localized(locale, votingPaths.pollRecount(number))}
          variant="secondary"
          arrow
        >
          {t('recount.here')}
        </ButtonLink>
      </p>
      <div className="checksum">
        <CodeDisplay
          label={isTable ? t('recount.headTable') : t('recount.head')}
          code={result.head}
          group={8}
        />
      </div>
      <p className="measure">{isTable ? t('recount.headTableText') : t('recount.headText')}</p>
      <h3>{t('recount.files')}</h3>
      <ul className="prose">
        {files.map((file) => (
          <li key={file}>
            <a
              href={
                file === 'table'
                  ? votingPaths.pollTableFile(number)
                  : votingPaths.pollBallotsFile(number, file)
              }
              download={`abstimmung-${number}.${file === 'table' ? 'json' : file}`}
            >
              {/* messages: voting-result.recount.json voting-result.recount.csv voting-result.recount.pb voting-result.recount.blt voting-result.recount.table voting-result.recount.jsonMarks voting-result.recount.csvMarks */}
              {t(`recount.${isCut && (file === 'json' || file === 'csv') ? `${file}Marks` : file}`)}
            </a>
          </li>
        ))}
        <li>
          {isTable ? (
            <a href={votingPaths.pollTableProgram()} download="table.mjs">
              {t('recount.tableProgram')}
            </a>
          ) : (
            <a href={votingPaths.pollRecountProgram()} download="recount.mjs">
              {t('recount.program')}
            </a>
          )}
        </li>
        {receipts}
      </ul>
    </Section>
  );
}

/** With one mark on each ballot whole ballots and single marks are the same. */
const isPlain = ({ method }: Pick<PollRule, 'method'>) => method === 'YES_NO' || method === 'ONE';

/** What is published of the ballots, and what that can give away. */
async function WhatLiesHere({ locale, rule, result }: Omit<RecountProps, 'number'>) {
  const t = await getTranslations({ locale, namespace: 'voting-result' });
  const published = result.shows === 'all' ? result.publishes : undefined;
  const said = {
    table: ['textTable', 'tableTrust', 'tableTells'],
    marks: [isPlain(rule) ? 'textOne' : 'textMarks'],
    // As it was promised before the first polls.
    whole: isPlain(rule) ? ['text'] : ['text', 'signature'],
  } as const;
  return said[published ?? 'whole'].map((key) => (
    <p key={key} className="measure">
      {/* messages: voting-result.recount.text voting-result.recount.signature voting-result.recount.textOne voting-result.recount.textMarks voting-result.recount.textTable voting-result.recount.tableTrust voting-result.recount.tableTells */}
      {t(`recount.${key}`)}
    </p>
  ));
}
