import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { PageHeader } from '@/components/layout/page-header';
import { Prose } from '@/components/layout/section';
import { dayColumn } from '@/lib/core/day.mjs';
import { contentLang } from '@/lib/core/paths';
import { longDay } from '@/lib/i18n/dates';
import { meetingsPaths } from '@/lib/meetings/paths';
import { listBroughtBack } from '@/lib/meetings/queries';

type Props = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.public.title');
}

/** What the office brought back from meetings and training; there only when there is something. */
export default async function WhatWeBringPage({ params }: Props) {
  const { locale } = await params;
  const brought = await listBroughtBack();
  if (brought.length === 0) notFound();
  // messages: meetings.kind.*
  const t = await getTranslations({ locale, namespace: 'meetings' });
  return (
    <PublicShell locale={locale} path={meetingsPaths.whatWeBring()}>
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
    </PublicShell>
  );
}
