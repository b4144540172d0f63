import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { contentLang, localized } from '@/lib/core/paths';
import type { AgendaEntry, AgendaEntryToSet } from '@/lib/forum/sessions/types';
import { proposalsPaths } from '@/lib/proposals/paths';
import { Raised } from './raised';

type AgendaListProps<Item> = {
  locale: string;
  agenda: readonly Item[];
  /** Beside each item, e.g. what the office can do with it. */
  actions?: ((item: Item, index: number) => ReactNode) | undefined;
};

/** From this many items on an invitation is set smaller on paper, so that it stays on one sheet. */
const LONG_AGENDA = 7;

/** What is talked about, in which order and for how long. */
export async function AgendaList<Item extends AgendaEntry | AgendaEntryToSet>({
  locale,
  agenda,
  actions,
}: AgendaListProps<Item>) {
  const t = await getTranslations({ locale, namespace: 'forum' });
  const lang = contentLang(locale);
  return (
    <ol
      className={`measure print:max-w-none ${agenda.length < LONG_AGENDA ? '' : 'print:text-[10.5pt] print:leading-snug'}`}
    >
      {agenda.map((item, index) => (
        <li
          key={item.id}
          className="grid grid-cols-[3ch_minmax(0,1fr)] gap-x-3 break-inside-avoid border-t border-rule py-4 print:py-[0.75mm]"
        >
          <span className="tabular nowrap font-bold text-ink-soft" aria-hidden="true">
            {index + 1}
          </span>
          <div className="grid grid-cols-[minmax(0,1fr)] gap-2 print:block">
            <p className="print:inline">
              <strong lang={lang}>{item.title}</strong>{' '}
              {item.minutes === 0 ? null : (
                <span className="small nowrap text-ink-soft">
                  {t('agenda.minutes', { minutes: item.minutes })}
                </span>
              )}
            </p>
            <Raised locale={locale} raised={item.raised} />
            {item.presenter === '' ? null : (
              <p
                className="small text-ink-soft print:inline print:before:content-['_·_']"
                lang={lang}
              >
                {item.presenter}
              </p>
            )}
            {item.note === '' ? null : <p lang={lang}>{item.note}</p>}
            <ProposalLinks locale={locale} proposals={item.proposals} isRaised={item.raised} />
            {actions?.(item, index)}
          </div>
        </li>
      ))}
    </ol>
  );
}

type ProposalLinksProps = {
  locale: string;
  proposals: AgendaEntry['proposals'];
  /** The item itself says so already. */
  isRaised: boolean;
};

async function ProposalLinks({ locale, proposals, isRaised }: ProposalLinksProps) {
  if (proposals.length === 0) return null;
  const raisedT = await getTranslations({ locale, namespace: 'forum-raised' });
  const t = await getTranslations({ locale, namespace: 'forum' });
  return (
    <ul className="small">
      {proposals.map(({ number, title, raised }) => (
        <li key={number}>
          <a href={localized(locale, proposalsPaths.proposal(number))} lang={contentLang(locale)}>
            {t('agenda.proposal', { number, title })}
          </a>
          {raised && !isRaised ? ` (${raisedT('markOf')})` : null}
        </li>
      ))}
    </ul>
  );
}
