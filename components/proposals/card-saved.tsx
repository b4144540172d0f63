import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { CodeDisplay } from '@/components/ui/code-display';
import { Notice } from '@/components/ui/notice';
import { localized } from '@/lib/core/paths';
import { proposalsPaths } from '@/lib/proposals/paths';

type CardSavedProps = { locale: string; number: string; told: unknown; children?: ReactNode };

const TOLD = ['MAIL', 'PHONE', 'LETTER', 'NUMBER'] as const;

/** The number from an address, as typed; null where it can be none. */
export const numberSaved = (asked: unknown): string | null =>
  /^[1-9]\d{0,8}$/.test(String(asked)) ? String(asked) : null;

/** What the office took down for somebody has a number: to be given to them, and to go on with. */
export async function CardSaved({ locale, number, told, children }: CardSavedProps) {
  const t = await getTranslations({ locale, namespace: 'proposals-office.card' });
  const way = TOLD.find((known) => known === told);
  return (
    <Notice tone="good" role="status" title={t('saved', { number })}>
      <CodeDisplay label={t('tearOff')} code={number} group={9} size="large" />
      {way ? <p>{t(`told.${way}`)}</p> : null}
      <p>
        <a href={localized(locale, proposalsPaths.teamProposal(Number(number)))}>
          {t('open', { number })}
        </a>
      </p>
      {children}
    </Notice>
  );
}
