import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Section } from '@/components/layout/section';
import { OwnWords } from '@/components/settings/own-words';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { localized } from '@/lib/core/paths';
import { settingsPaths } from '@/lib/settings/paths';
import { getOffice } from '@/lib/settings/queries';

interface Props {
  params: Promise<{ locale: string }>;
}

const PARTS = ['what', 'idea', 'broken', 'worry', 'forum', 'vote', 'signIn', 'help'] as const;
/** Nothing but a number to call. */
const BY_PHONE: readonly string[] = ['worry', 'help'];
const EASY = 'de-LS';

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'legal.easy.title');
}

/** Explains the site in easy German whatever the page's language is; each sentence on its own line. */
export default async function EasyLanguagePage({ params }: Props) {
  const { locale } = await params;
  const office = await getOffice({ locale });
  const t = await getTranslations({ locale, namespace: 'legal' });
  const words = { office: office.officeName, forum: office.forumName, phone: office.phone };
  const easy = await getTranslations({ locale: EASY, namespace: 'legal' });
  return (
    <PublicShell locale={locale} path={settingsPaths.easyLanguage()}>
      <PageHeader title={t('easy.title')} lead={t('easy.lead')} />
      <div lang="de">
        {PARTS.filter((part) => office.phone !== '' || !BY_PHONE.includes(part)).map((part) => (
          <Section key={part} title={easy(`easy.${part}.title`)}>
            <p className="whitespace-pre-line">{easy(`easy.${part}.text`, words)}</p>
          </Section>
        ))}
        <Notice tone="info">{easy('easy.unchecked')}</Notice>
      </div>
      <OwnWords title={easy('extraTitle')} text={office.easyLanguageExtra} />
      <p>
        <ButtonLink href={localized(EASY, settingsPaths.home())}>{easy('easy.goOn')}</ButtonLink>
      </p>
    </PublicShell>
  );
}
