import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CorrectionForm } from '@/components/audit/correction-form';
import { EarlierWords } from '@/components/audit/corrections';
import { RadioGroup } from '@/components/form/radio-group';
import { TextArea } from '@/components/form/text-area';
import { whoSees } from '@/components/form/who-sees';
import { Section } from '@/components/layout/section';
import { PartHeader } from '@/components/proposals/part-header';
import { Paragraphs } from '@/components/proposals/statements';
import { Quote } from '@/components/ui/quote';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { longDate } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import { STATEMENT_RESULTS } from '@/lib/proposals/review/rules';
import { getStatementDesk } from '@/lib/proposals/statements/queries';
import type { StatementOnDesk } from '@/lib/proposals/statements/types';
import { correctStatementAction } from './actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ statement?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'proposals-statements.title');
}

/** What bodies answered, and the office's plain words for it; both can be corrected. */
export default async function StatementsPage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const open = String((await believed(searchParams)).statement ?? '');
  const number = numberInPath(typed);
  const path = proposalsPaths.teamStatements(number);
  const desk = await guarded(locale, path, async () =>
    getStatementDesk(await requireCoordinator(), number),
  );
  const t = await getTranslations({ locale, namespace: 'proposals-statements' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="proposals">
      <PartHeader locale={locale} proposal={desk} title={t('title')} lead={t('lead')} />
      {desk.statements.map((statement) => (
        <Answer
          key={statement.id}
          locale={locale}
          number={desk.number}
          statement={statement}
          isOpen={open === statement.id}
        />
      ))}
    </TeamShell>
  );
}

type AnswerProps = { locale: string; number: number; statement: StatementOnDesk; isOpen: boolean };

async function Answer({ locale, number, statement, isOpen }: AnswerProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-statements' });
  const words = await getTranslations({ locale, namespace: 'proposals.statement' });
  const { id, bodyName, result, text, plainText, receivedAt, earlier } = statement;
  const date = longDate(receivedAt, locale);
  return (
    <Section title={words(`result.${result}`)} id={id}>
      <div className="stack measure">
        <h3>{t('original')}</h3>
        <Quote source={words('source', { body: bodyName, date })}>
          <Paragraphs text={text} />
        </Quote>
        <h3>{t('plain')}</h3>
        {plainText ? <Paragraphs text={plainText} /> : <p className="soft">{t('none')}</p>}
        <EarlierWords
          locale={locale}
          versions={earlier.map((version) => ({
            ...version,
            earlier: version.earlier.map(({ column, text: was }) => ({
              column,
              text: column === 'result' ? words(`result.${was}`) : was,
            })),
          }))}
          labels={{ plain_text: t('plain'), text: t('original'), result: t('result') }}
        />
        {isOpen ? (
          <Correct locale={locale} number={number} statement={statement} />
        ) : (
          <p>
            <a href={localized(locale, proposalsPaths.teamStatements(number, id))}>
              {t(plainText ? 'open' : 'add')}
            </a>
          </p>
        )}
      </div>
    </Section>
  );
}

async function Correct({ locale, number, statement }: Omit<AnswerProps, 'isOpen'>) {
  const t = await getTranslations({ locale, namespace: 'proposals-statements' });
  const seen = await whoSees(locale);
  const words = await getTranslations({ locale, namespace: 'proposals.statement' });
  const { id, version, result, text, plainText } = statement;
  return (
    <CorrectionForm
      locale={locale}
      action={correctStatementAction}
      values={{ result, text, plainText }}
      id={id}
      hidden={{ number: String(number), id, version: String(version) }}
      audience="PUBLIC"
      backHref={localized(locale, proposalsPaths.teamStatements(number))}
    >
      <RadioGroup
        name="result"
        label={t('result')}
        required
        options={STATEMENT_RESULTS.map((value) => ({ value, label: words(`result.${value}`) }))}
      />
      <TextArea
        name="text"
        minLength={5}
        label={t('original')}
        hint={t('originalHint')}
        whoSees={seen.PUBLIC}
        required
        rows={6}
      />
      <TextArea name="plainText" label={t('plain')} hint={t('plainHint')} whoSees={seen.PUBLIC} />
    </CorrectionForm>
  );
}
