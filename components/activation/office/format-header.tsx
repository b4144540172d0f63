import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { activationPaths } from '@/lib/activation/paths';
import { contentLang, localized } from '@/lib/core/paths';

interface FormatHeaderProps {
  locale: string;
  format: { id: string; name: string };
  title: string;
  lead?: string | undefined;
}

/** The head of every page on which something is done with one format; it leads back to it. */
export async function FormatHeader({ locale, format, ...words }: FormatHeaderProps) {
  const t = await getTranslations({ locale, namespace: 'activation-formats.case' });
  return (
    <PageHeader
      back={{ href: localized(locale, activationPaths.teamFormat(format.id)), label: t('backOne') }}
      overline={format.name}
      overlineLang={contentLang(locale)}
      {...words}
    />
  );
}
