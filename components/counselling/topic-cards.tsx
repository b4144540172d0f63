import { Card, CardList } from '@/components/ui/card';
import { localized } from '@/lib/core/paths';
import { counsellingPaths } from '@/lib/counselling/paths';
import type { TopicCard } from '@/lib/counselling/topics/types';

type TopicCardsProps = { locale: string; label: string; topics: readonly TopicCard[] };

/** The topics somebody can read more about. */
export function TopicCards({ locale, label, topics }: TopicCardsProps) {
  return (
    <CardList label={label}>
      {topics.map(({ slug, title, intro }) => (
        <Card
          key={slug}
          title={title.text}
          titleLang={title.lang}
          href={localized(locale, counsellingPaths.topic(slug))}
        >
          <p lang={intro.lang}>{intro.text}</p>
        </Card>
      ))}
    </CardList>
  );
}
