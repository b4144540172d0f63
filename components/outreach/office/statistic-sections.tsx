import { getTranslations } from 'next-intl/server';
import { Section } from '@/components/layout/section';
import { BarChart } from '@/components/ui/bar-chart';
import { SummaryList } from '@/components/ui/summary-list';
import type { StatisticSection, StatisticText } from '@/lib/outreach/statistics/types';

interface StatisticSectionsProps {
  locale: string;
  text: StatisticText;
}

/** Each table drawn as bars. */
export async function StatisticSections({ locale, text }: StatisticSectionsProps) {
  const t = await getTranslations({ locale, namespace: 'outreach-statistics' });
  const words = new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'de-DE');
  const facts = (rows: { label: string; count: number | null }[]) => (
    <SummaryList
      rows={rows.map(({ label, count }) => ({ label, value: words.format(count ?? 0) }))}
    />
  );
  return (
    <>
      <Section title={t('section.people')}>{facts(text.people)}</Section>
      {text.sections.map((section) => (
        <Section
          key={section.key}
          title={nameOf(section)}
          intro={section.note ? <p>{section.note}</p> : undefined}
        >
          <Bars section={section} empty={t('none')} what={t('unit.what')} words={words} />
        </Section>
      ))}
      <Section title={t('section.time')}>{facts(text.time)}</Section>
    </>
  );
}

interface BarsProps {
  section: StatisticSection;
  empty: string;
  what: string;
  words: Intl.NumberFormat;
}

const nameOf = ({ title, unit }: StatisticSection) => `${title} (${unit})`;

function Bars({ section, empty, what, words }: BarsProps) {
  const { unit, rows } = section;
  if (rows.every(({ count }) => count === 0)) return <p>{empty}</p>;
  return (
    <BarChart
      caption={nameOf(section)}
      captionHidden
      head={{ label: what, value: unit }}
      items={rows.map(({ key, label, count }) => ({
        ...{ id: key, label, value: count ?? 0, text: words.format(count ?? 0) },
      }))}
    />
  );
}
