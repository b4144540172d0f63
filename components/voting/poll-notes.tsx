import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { contentLang } from '@/lib/core/paths';
import { longDateTime } from '@/lib/i18n/dates';
import type { PollView } from '@/lib/voting/types';

/** What had to be said after the opening. Nothing that was published is ever changed instead. */
export async function PollNotes({ locale, poll }: { locale: string; poll: PollView }) {
  if (poll.notes.length === 0) return null;
  const t = await getTranslations({ locale, namespace: 'voting-drafts' });
  return (
    <Section title={t('notes.title')} id="nachtraege">
      <dl className="facts">
        {poll.notes.map(({ id, text, publishedAt }) => (
          <div key={id}>
            <dt>{longDateTime(publishedAt, locale)}</dt>
            <dd lang={contentLang(locale)}>
              {text.split(/\n{2,}/).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
