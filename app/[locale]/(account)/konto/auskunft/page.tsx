import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { ActShell } from '@/app/[locale]/shell';
import { OwnDataPart } from '@/components/accounts/own-data-part';
import { PageHeader } from '@/components/layout/page-header';
import { ButtonLink } from '@/components/ui/button';
import { requireActor } from '@/lib/accounts/actor';
import { guarded } from '@/lib/accounts/page-guard';
import { accountsPaths } from '@/lib/accounts/paths';
import { dayColumn } from '@/lib/core/day.mjs';
import { localized } from '@/lib/core/paths';
import { longDateTime, longDay } from '@/lib/i18n/dates';
import { privacyPaths } from '@/lib/privacy/paths';
import { getOwnData } from '@/lib/privacy/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'profile.data.title');
}

export default async function OwnDataPage({ params }: Props) {
  const { locale } = await params;
  const path = privacyPaths.accountData();
  const parts = await guarded(locale, path, async () => getOwnData(await requireActor()));
  const t = await getTranslations({ locale, namespace: 'profile' });
  const inWords = await wordsIn(locale);
  return (
    <ActShell locale={locale} path={path}>
      <PageHeader
        title={t('data.title')}
        lead={t('data.lead')}
        back={{ href: localized(locale, accountsPaths.account()), label: t('back') }}
        actions={
          <ButtonLink variant="secondary" href={privacyPaths.accountDataFile()} download>
            {t('data.file')}
          </ButtonLink>
        }
      />
      {parts.map(({ part, rows }) => (
        <OwnDataPart
          key={part}
          title={t(`data.part.${part}`)}
          rows={rows.map((row) => ({
            id: JSON.stringify(row),
            facts: Object.entries(row).map(([field, value]) => ({
              label: t(`data.field.${field}`),
              value:
                field === 'certificate' && value !== '' ? (
                  <a href={value} download>
                    {t('data.open')}
                  </a>
                ) : (
                  inWords(field, value)
                ),
            })),
          }))}
        />
      ))}
      <p className="mt-10">{t('data.elsewhere')}</p>
    </ActShell>
  );
}

/** Values that are words of the program, and where they stand in the reader's language. */
// messages: people.role.* common.language.* forum.need.* proposals-office.wordingAgreed.* profile.data.area.*
const WORDS: Record<string, (value: string) => string> = {
  role: (value) => `people.role.${value}.name`,
  language: (value) => `common.language.${value}`,
  needs: (value) => `forum.need.${value}`,
  agreedHow: (value) => `proposals-office.wordingAgreed.${value}`,
  area: (value) => `profile.data.area.${value}`,
};

/** Values as people read them: dates, names of rights and languages. */
async function wordsIn(locale: string) {
  const t = await getTranslations({ locale });
  return (field: string, value: string) => {
    const words = WORDS[field];
    if (words && value !== '')
      return value
        .split(', ')
        .map((each) => t(words(each)))
        .join(', ');
    if (DAY.test(value)) return longDay(dayColumn(value), locale);
    return INSTANT.test(value) ? longDateTime(new Date(value), locale) : value;
  };
}
