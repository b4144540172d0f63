import { getTranslations } from 'next-intl/server';
import { Details } from '@/components/ui/details';
import { BLANK_PAPERS } from '@/lib/outreach/papers/rules';
import { outreachPaths } from '@/lib/outreach/paths';

const LANGUAGES = ['de', 'de-LS'] as const;

/** What the office prints blank and takes along, in German and in the easy one. */
export async function BlankPapers({ locale }: { locale: string }) {
  // messages: outreach-rounds.blank.de outreach-rounds.blank.de-LS outreach-rounds.blank.karte outreach-rounds.blank.idee outreach-rounds.blank.feedback outreach-rounds.blank.leitfaden
  const t = await getTranslations({ locale, namespace: 'outreach-rounds.blank' });
  return (
    <Details summary={t('title')}>
      <p>{t('text')}</p>
      <ul className="stack">
        {BLANK_PAPERS.flatMap((what) =>
          LANGUAGES.map((language) => (
            <li key={`${what} ${language}`}>
              <a href={outreachPaths.blankPaper(what, language)}>
                {t(language, { paper: t(what) })}
              </a>
            </li>
          )),
        )}
      </ul>
    </Details>
  );
}
