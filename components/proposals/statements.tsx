import { getTranslations } from 'next-intl/server';
import { Corrections } from '@/components/audit/corrections';
import { Section } from '@/components/layout/section';
import { Details } from '@/components/ui/details';
import { Quote } from '@/components/ui/quote';
import { longDate } from '@/lib/i18n/dates';
import type { StatementView } from '@/lib/proposals/reading/types';

type StatementsProps = { locale: string; statements: StatementView[] };

/** What bodies answered: first in plain words, the original always beside it. */
export async function Statements({ locale, statements }: StatementsProps) {
  if (statements.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'proposals' });
  return (
    <Section title={t('statement.title')}>
      {statements.map((statement) => (
        <div key={statement.id} className="stack measure">
          <p>
            <strong>{t(`statement.result.${statement.result}`)}</strong>
          </p>
          {statement.plainText ? (
            <>
              <p lang="de">{statement.plainText}</p>
              <Details summary={t('statement.original')}>
                <Original locale={locale} statement={statement} />
              </Details>
            </>
          ) : (
            <Original locale={locale} statement={statement} />
          )}
          <Corrections locale={locale} corrections={statement.corrections} />
        </div>
      ))}
    </Section>
  );
}

async function Original({ locale, statement }: { locale: string; statement: StatementView }) {
  const t = await getTranslations({ locale, namespace: 'proposals' });
  const { bodyName, receivedAt, text } = statement;
  return (
    <Quote source={t('statement.source', { body: bodyName, date: longDate(receivedAt, locale) })}>
      <Paragraphs text={text} />
    </Quote>
  );
}

/** Text as people typed it: an empty line begins a new paragraph. It is German in every language. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <div lang="de" className="stack whitespace-pre-line">
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
    </div>
  );
}
