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
  return (
    <Section title={t('recount.title')} id="nachrechnen">
      <p className="measure">{t('recount.text')}</p>
      {rule.method === 'YES_NO' || rule.method === 'ONE' ? null : (
        <p className="measure">{t('recount.signature')}</p>
      )}
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
        <CodeDisplay label={t('recount.head')} code={result.head} group={8} />
      </div>
      <p className="measure">{t('recount.headText')}</p>
      <h3>{t('recount.files')}</h3>
      <ul className="prose">
        {files.map((file) => (
          <li key={file}>
            <a
              href={votingPaths.pollBallotsFile(number, file)}
              download={`abstimmung-${number}.${file}`}
            >
              {/* messages: voting-result.recount.json voting-result.recount.csv voting-result.recount.pb voting-result.recount.blt */}
              {t(`recount.${file}`)}
            </a>
          </li>
        ))}
        <li>
          <a href={votingPaths.pollRecountProgram()} download="recount.mjs">
            {t('recount.program')}
          </a>
        </li>
        {receipts}
      </ul>
    </Section>
  );
}
