import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { BroughtBackList } from '@/components/meetings/brought-back';
import { meetingsPaths } from '@/lib/meetings/paths';
import { findBroughtBack } from '@/lib/meetings/published/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, number } = await params;
  return pageTitle(locale, 'meetings.public.titleOfPage', { page: pageOf(number) });
}

/** 0: there is no such page. */
const pageOf = (number: string): number => (/^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0);

/** One page of it, the first as well as what is older. */
export default async function WhatWeBroughtPage({ params }: Props) {
  const { locale, number } = await params;
  const page = pageOf(number);
  const found = page > 0 ? await findBroughtBack(page) : null;
  if (!found) notFound();
  return (
    <PublicShell locale={locale} path={meetingsPaths.whatWeBringPage(page)}>
      <BroughtBackList locale={locale} {...found} />
    </PublicShell>
  );
}
