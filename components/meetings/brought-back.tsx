import { getTranslations } from 'next-intl/server';
import { PageHeader } from '@/components/layout/page-header';
import { Prose } from '@/components/layout/section';
import { Pages } from '@/components/ui/pagination';
import { dayColumn } from '@/lib/core/day.mjs';
import type { Page } from '@/lib/core/pages';
import { contentLang, localized } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';
import type { BroughtBack } from '@/lib/meetings/types';

type BroughtBackListProps = Page & { locale: string; brought: readonly BroughtBack[] };

/** One page of what the office brought back from meetings and training. */
export async function BroughtBackList({ locale, brought, page, pages }: BroughtBackListProps) {
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <>
      <PageHeader title={t('public.title')} lead={t('public.lead')} />
      {brought.map(({ id, kind, title, day, summary }) => (
        <section key={id} className="section section-2">
          <h2 lang={contentLang(locale)}>{title}</h2>
          <p className="small text-ink-soft">
            {t(`kind.${kind}`)}, {longDay(dayColumn(day), locale)}
          </p>
          <div lang={contentLang(locale)}>
            <Prose>{summary}</Prose>
          </div>
        </section>
      ))}
      <Pages
        {...{ page, pages }}
        hrefOf={(to) => localized(locale, meetingsPaths.whatWeBringPage(to))}
        words={{
          label: t('list.pages'),
          status: t('list.page', { page, pages }),
          previous: t('list.newer'),
          next: t('list.older'),
        }}
      />
    </>
  );
}
