import { getTranslations } from 'next-intl/server';
import { Corrections } from '@/components/audit/corrections';
import { Section } from '@/components/layout/section';
import { contentLang } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';

type PollNotesProps = { locale: string; poll: Pick<PollView, 'notes'> };

/** What had to be said after the opening. No number that was published is ever changed instead. */
export async function PollNotes({ locale, poll }: PollNotesProps) {
  if (poll.notes.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('notes.title')} id="nachtraege">
      <dl className="facts">
        {poll.notes.map(({ id, text, publishedAt, corrections = [] }) => (
          <div key={id}>
            <dt>{longDateTime(publishedAt, locale)}</dt>
            <dd lang={contentLang(locale)}>
              {text.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </dd>
            {corrections.length === 0 ? null : (
              <dd>
                <Corrections locale={locale} corrections={corrections} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}
