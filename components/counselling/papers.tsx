import { getTranslations } from 'next-intl/server';
import { Prose, Section } from '@/components/layout/section';
import type { PaperOffered } from '@/lib/counselling/papers/rules';
import { counsellingPaths } from '@/lib/counselling/paths';

interface PapersProps {
  locale: string;
  papers: readonly PaperOffered[];
}

/** What whoever counsels prints blank, in German and in the easy one, as far as the carrier has written words for it. */
export async function CounsellingPapers({ locale, papers }: PapersProps) {
  if (papers.length === 0) return null;
  // messages: counselling.papers.title.* counselling.papers.in.*
  const t = await getTranslations({ locale, namespace: 'counselling.papers' });
  return (
    <Section title={t('heading')} intro={<p>{t('lead')}</p>}>
      <Prose>
        <ul>
          {papers.map(({ what, language }) => (
            <li key={`${what} ${language}`}>
              <a href={counsellingPaths.paper(what, language)}>
                {t(`in.${language}`, { paper: t(`title.${what}`) })}
              </a>
            </li>
          ))}
        </ul>
      </Prose>
    </Section>
  );
}
