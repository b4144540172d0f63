import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pageTitle } from '@/app/[locale]/page-title';
import { TeamShell } from '@/app/[locale]/shell';
import { CorrectionReason } from '@/components/audit/corrections';
import { Form } from '@/components/form/form';
import { HiddenFields } from '@/components/form/hidden-fields';
import { Section } from '@/components/layout/section';
import { PartHeader } from '@/components/proposals/part-header';
import { SignatureFields } from '@/components/proposals/signature-fields';
import { Notice } from '@/components/ui/notice';
import { requireCoordinator } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { dayColumn } from '@/lib/core/day.mjs';
import { believed } from '@/lib/core/page-cache';
import { localized, numberInPath } from '@/lib/core/paths';
import { longDate, longDay } from '@/lib/i18n/dates';
import { proposalsPaths } from '@/lib/proposals/paths';
import { getSignatureDesk } from '@/lib/proposals/signatures/queries';
import type { SignatureDesk, SignatureListView } from '@/lib/proposals/signatures/types';
import {
  correctSignatureListAction,
  enterSignatureListAction,
  strikeSignatureListAction,
} from '../actions';

interface Props {
  params: Promise<{ locale: string; number: string }>;
  searchParams: Promise<{ list?: string | string[]; strike?: string | string[] }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'proposals-signatures.title');
}

/** Paper lists of one proposal: entered, corrected, struck; only numbers, never names. */
export default async function SignaturesPage({ params, searchParams }: Props) {
  const { locale, number: typed } = await params;
  const { list: asked, strike } = await believed(searchParams);
  const number = numberInPath(typed);
  const path = proposalsPaths.teamSignatures(number);
  const desk = await guarded(locale, path, async () =>
    getSignatureDesk(await requireCoordinator(), number),
  );
  const open = desk.isOpen
    ? desk.lists.find(({ id, struckAt }) => id === asked && !struckAt)
    : null;
  const t = await getTranslations({ locale, namespace: 'proposals-signatures' });
  return (
    <TeamShell holdsText locale={locale} path={path} current="proposals">
      <PartHeader
        locale={locale}
        proposal={desk}
        title={t('title')}
        lead={t('lead')}
        meta={t('total', { count: desk.total })}
      />
      {desk.isOpen && open ? (
        <p>
          <a href={localized(locale, path)}>{t('enter.title')}</a>
        </p>
      ) : null}
      {desk.isOpen && !open ? (
        <Section title={t('enter.title')}>
          <Form locale={locale} action={enterSignatureListAction} submitLabel={t('enter.submit')}>
            <HiddenFields values={{ number: String(desk.number) }} />
            <SignatureFields locale={locale} />
          </Form>
        </Section>
      ) : null}
      {desk.isOpen ? null : <Notice tone="info">{t('closed')}</Notice>}
      <Section title={t('lists.title')}>
        {desk.lists.length === 0 ? <p>{t('lists.none')}</p> : null}
        {desk.lists.map((list) => (
          <List key={list.id} {...{ locale, desk, list }}>
            {list === open ? (
              <Opened {...{ locale, desk, list }} isStriking={strike === 'yes'} />
            ) : null}
          </List>
        ))}
      </Section>
    </TeamShell>
  );
}

type ListProps = { locale: string; desk: SignatureDesk; list: SignatureListView };

async function List({ locale, desk, list, children }: ListProps & { children: ReactNode }) {
  const t = await getTranslations({ locale, namespace: 'proposals-signatures' });
  const date = longDay(dayColumn(list.collectedOn), locale);
  const words = t('lists.one', { count: list.signatures, place: list.place, date });
  return (
    <Section title={words} level={3} id={list.id}>
      <p className="small soft">
        {list.struckAt
          ? t('lists.struck', { date: longDate(list.struckAt, locale) })
          : t('lists.entered', { date: longDate(list.enteredAt, locale) })}
      </p>
      {list.reason ? (
        <p className="small" lang="de">
          {list.reason}
        </p>
      ) : null}
      {desk.isOpen && !list.struckAt && !children ? (
        <a href={localized(locale, proposalsPaths.teamSignatures(desk.number, list.id))}>
          {t('correct.open')}
        </a>
      ) : null}
      {children}
    </Section>
  );
}

/** Opened by a link, so that an error is seen without script, too, and nothing else is typed beside it. */
async function Opened({ locale, desk, list, isStriking }: ListProps & { isStriking: boolean }) {
  const t = await getTranslations({ locale, namespace: 'proposals-signatures.correct' });
  const { number } = desk;
  const hidden = { number: String(number), list: list.id };
  const { teamSignatures, teamSignaturesStrike } = proposalsPaths;
  if (isStriking) {
    return (
      <Form
        locale={locale}
        action={strikeSignatureListAction}
        submitLabel={t('strike')}
        submitVariant="danger"
        secondary={<a href={localized(locale, teamSignatures(number))}>{t('keep')}</a>}
      >
        <HiddenFields values={hidden} />
        <CorrectionReason locale={locale} audience="PUBLIC" id={list.id} />
      </Form>
    );
  }
  return (
    <Form
      locale={locale}
      action={correctSignatureListAction}
      submitLabel={t('submit')}
      secondary={
        <a href={localized(locale, teamSignaturesStrike(number, list.id))}>{t('strike')}</a>
      }
    >
      <HiddenFields values={hidden} />
      <SignatureFields locale={locale} list={list} />
      <CorrectionReason locale={locale} audience="PUBLIC" id={list.id} />
    </Form>
  );
}
