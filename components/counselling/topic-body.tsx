import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import { Notice } from '@/components/ui/notice';
import type { TopicReading } from '@/lib/counselling/topics/types';

type TopicBodyProps = { locale: string; topic: TopicReading };

/** What an edition says, part by part: as everybody reads it, and as the office looks at it before. */
export async function TopicBody({ locale, topic }: TopicBodyProps) {
  const t = await getTranslations({ locale, namespace: 'counselling-topics' });
  const { lists, notice, translated } = topic;
  return (
    <>
      {translated === 'whole' ? null : (
        <Notice tone="info">
          {/* messages: counselling-topics.page.translated.* */}
          <p>{t(`page.translated.${translated}`)}</p>
        </Notice>
      )}
      {notice ? (
        <Notice tone="info" title={t('part.notice')}>
          <p lang={notice.lang} className="measure whitespace-pre-line">
            {notice.text}
          </p>
        </Notice>
      ) : null}
      {lists.map(({ part, items, lang }) => {
        // One after the other, where it tells a way.
        const List = part === 'howItWorks' ? 'ol' : 'ul';
        return (
          // messages: counselling-topics.part.*
          <Section key={part} title={t(`part.${part}`)}>
            <Prose>
              <List lang={lang}>
                {items.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </List>
            </Prose>
          </Section>
        );
      })}
    </>
  );
}
