import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { Pages } from '@/components/ui/pagination';
import { now } from '@/lib/core/clock';
import { localized } from '@/lib/core/paths';
import { isLong } from '@/lib/mail/calls/rules';
import type { CallList, CallPerson } from '@/lib/mail/calls/types';
import { mailPaths } from '@/lib/mail/paths';
import { CallRow } from './call-row';

type SectionProps = {
  locale: string;
  calls: CallList;
  kind: 'phone' | 'letters';
  /** Says that somebody was told. */
  told: (person: CallPerson) => ReactNode;
};

/** Who is owed a call, or a letter, on one page of the list. */
export async function CallSection({ locale, calls, kind, told }: SectionProps) {
  const t = await getTranslations({ locale, namespace: 'office.calls' });
  const people = calls[kind];
  if (people.length === 0) return null;
  const isLetters = kind === 'letters';
  const all = calls.people[kind];
  const isPart = people.length < all;
  const print = isPart
    ? { href: mailPaths.lettersFileOf(calls.page), label: t('printPage') }
    : { href: mailPaths.lettersFile(), label: t('printAll') };
  return (
    <Section
      // messages: office.calls.phone office.calls.letters
      title={t(kind)}
      intro={isPart ? <p>{t('part', { count: people.length, all })}</p> : undefined}
      more={isLetters ? print : undefined}
    >
      <ul>
        {people.map((person) => (
          <CallRow
            key={person.items[0]?.id}
            locale={locale}
            person={person}
            at={now()}
            each={
              isLetters
                ? (item) => (
                    <>
                      <a href={mailPaths.lettersFile(item.id)}>{t('printAction')}</a>
                      {isLong(item) ? (
                        <a href={mailPaths.wholeLetterFile(item.id)}>{t('printWhole')}</a>
                      ) : null}
                    </>
                  )
                : undefined
            }
          >
            {told(person)}
          </CallRow>
        ))}
      </ul>
    </Section>
  );
}

/** The way through a list that is longer than a page. */
export async function CallPages({
  locale,
  calls: { page, pages },
}: Pick<SectionProps, 'locale' | 'calls'>) {
  const t = await getTranslations({ locale, namespace: 'office.calls.pages' });
  return (
    <Pages
      {...{ page, pages }}
      hrefOf={(to) => localized(locale, mailPaths.teamCallsPage(to))}
      words={{
        label: t('label'),
        status: t('status', { page, pages }),
        previous: t('previous'),
        next: t('next'),
      }}
    />
  );
}
