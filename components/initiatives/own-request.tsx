import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { OwnText } from '@/components/settings/own-text';
import { CodeDisplay } from '@/components/ui/code-display';
import { Receipt } from '@/components/ui/receipt';
import { SummaryList } from '@/components/ui/summary-list';
import { longDate, longDay } from '@/lib/i18n/dates';
import type { OwnRequest } from '@/lib/initiatives/own/types';
import type { Office } from '@/lib/settings/types';
import { RequestArc } from './request-arc';
import { RequestHistory } from './request-history';
import { RequestState } from './request-state';
import { TypedText } from './typed-text';

type OwnRequestProps = {
  locale: string;
  request: OwnRequest;
  /** The code of the receipt; null when the page was opened by the link of a mail. */
  code: string | null;
  office: Pick<Office, 'phone' | 'ownTexts'>;
};

/** The top of the asker's page: a receipt at first, later what became of it. */
export async function OwnRequestHead({ locale, request, code, office }: OwnRequestProps) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const proof = await getTranslations({ locale, namespace: 'cases.proof' });
  const { number, title, state, kinds, history, promisedFor } = request;
  const isNew = state === 'RECEIVED';
  // Whoever left no way is told nothing; the answer waits here.
  // messages: initiatives.receipt.promised initiatives.receipt.promisedHere
  const promised = request.contactKind === 'NUMBER' ? 'receipt.promisedHere' : 'receipt.promised';
  return (
    <div className="stack">
      <Receipt
        title={t(isNew ? 'receipt.thanks' : 'receipt.yours')}
        numberLabel={t('receipt.number')}
        number={String(number)}
      >
        <p lang="de">{title}</p>
        <p>
          <RequestState locale={locale} state={state} />
        </p>
        {promisedFor ? <p>{t(promised, { date: longDay(promisedFor, locale) })}</p> : null}
      </Receipt>
      {code === null ? null : (
        <div className="stack measure">
          <CodeDisplay label={t('receipt.code')} code={code} size="large" />
          <p>{t('receipt.codeHint')}</p>
        </div>
      )}
      <p>
        {request.isUnproven
          ? proof('own')
          : t(`receipt.reach.${request.contactKind}`, {
              phone: office.phone.replaceAll(' ', '\u00a0'),
            })}
      </p>
      <RequestArc locale={locale} state={state} kinds={kinds} history={history} />
      {isNew ? <WhatNext locale={locale} office={office} /> : null}
      <p className="no-print">{t('receipt.print')}</p>
    </div>
  );
}

async function WhatNext({ locale, office }: Pick<OwnRequestProps, 'locale' | 'office'>) {
  const t = await getTranslations({ locale, namespace: 'initiatives.receipt' });
  return (
    <Section title={t('nextTitle')}>
      <Prose>
        <ol>
          <li>{t('nextRead')}</li>
          <li>{t('nextOffer')}</li>
        </ol>
      </Prose>
      <OwnText office={office} name="MONEY_WAY" />
    </Section>
  );
}

/** What was asked for and what happened. */
export async function OwnRequestBody({
  locale,
  request,
}: Pick<OwnRequestProps, 'locale' | 'request'>) {
  const t = await getTranslations({ locale, namespace: 'initiatives' });
  const { amountEur } = request;
  const text = (label: string, value: string) => ({
    label,
    value,
    node: <span lang="de">{value}</span>,
  });
  const rows = [
    { label: t('row.kinds'), value: request.kinds.map((kind) => t(`kind.${kind}`)).join(', ') },
    text(t('row.title'), request.title),
    { label: t('row.body'), value: request.body, node: <TypedText text={request.body} /> },
    text(t('row.wantedFor'), request.wantedFor),
    { label: t('row.amount'), value: amountEur === null ? '' : t('euros', { amount: amountEur }) },
    text(t('row.district'), request.districtName),
    text(t('row.groupName'), request.groupName),
    text(t('row.name'), request.name),
    { label: t('row.sentOn'), value: longDate(request.requestedAt, locale) },
  ];
  return (
    <>
      <Section title={t('receipt.sent')}>
        <SummaryList
          rows={rows
            .filter(({ value }) => value !== '')
            .map((row) => ({ label: row.label, value: 'node' in row ? row.node : row.value }))}
        />
      </Section>
      <Section title={t('history')}>
        <RequestHistory
          locale={locale}
          kinds={request.kinds}
          history={request.history}
          asker={t('taker.asker')}
        />
      </Section>
    </>
  );
}
