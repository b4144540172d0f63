import { getTranslations } from 'next-intl/server';
import { Pages } from '@/components/ui/pagination';
import type { Page } from '@/lib/core/pages';
import { localized } from '@/lib/core/paths';

interface TurnedPagesProps extends Page {
  locale: string;
  pathOf(page: number): string;
}

/** The way through answers or invitations that are longer than a page. */
export async function TurnedPages({ locale, page, pages, pathOf }: TurnedPagesProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.pages' });
  return (
    <Pages
      {...{ page, pages }}
      hrefOf={(to) => localized(locale, pathOf(to))}
      words={{
        label: t('label'),
        status: t('status', { page, pages }),
        previous: t('previous'),
        next: t('next'),
      }}
    />
  );
}
