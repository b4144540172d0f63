import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/[locale]/page-title';
import { PublicShell } from '@/app/[locale]/shell';
import { BroughtBackList } from '@/components/meetings/brought-back';
import { meetingsPaths } from '@/lib/meetings/paths';
import { findBroughtBack } from '@/lib/meetings/published/queries';

type Props = { params: Promise<{ locale: string; number: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return pageTitle((await params).locale, 'meetings.public.title');
}

/** What is older of it. */
export default async function WhatWeBroughtPage({ params }: Props) {
  const { locale, number } = await params;
  // The first page has an address of its own.
  const page = /^[1-9]\d{0,3}$/.test(number) ? Number(number) : 0;
  const found = page > 1 ? await findBroughtBack(page) : null;
  if (!found) notFound();
  return (
    <PublicShell locale={locale} path={meetingsPaths.whatWeBringPage(page)}>
      <BroughtBackList locale={locale} {...found} />
    </PublicShell>
  );
}
