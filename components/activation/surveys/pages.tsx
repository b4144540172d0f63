import { getTranslations } from 'next-intl/server';
import { Pagination } from '@/components/ui/pagination';
import type { Paged } from '@/lib/activation/rules';
import { localized } from '@/lib/core/paths';

interface PagesProps extends Pick<Paged<unknown>, 'page' | 'pages'> {
  locale: string;
  pathOf(page: number): string;
}

/** The way through a list that is longer than a page. */
export async function Pages({ locale, page, pages, pathOf }: PagesProps) {
  const t = await getTranslations({ locale, namespace: 'activation-surveys.pages' });
  const linkTo = (to: number) => localized(locale, pathOf(to));
  return (
    <Pagination
      label={t('label')}
      status={t('status', { page, pages })}
      previous={page > 1 ? { href: linkTo(page - 1), label: t('previous') } : undefined}
      next={page < pages ? { href: linkTo(page + 1), label: t('next') } : undefined}
    />
  );
}
